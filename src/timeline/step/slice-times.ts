import type { EntitySlice } from "../../microfs/entity-slice";
import { changeOf } from "../../scenario/edits/changed-times";
import { firstAtOrAfter } from "../geometry/first-at-or-after";
import { moved } from "./moved-row";

const ofSlice = new WeakMap<EntitySlice, Float64Array>();
// Per array: an edited slice shares with the one before it all arrays but the edited ones.
const ofArray = new WeakMap<BigInt64Array, Float64Array>();

/** All moments at which a slice has something: spine rows, events, and when they became known. Ascending, O(n) once where they already are. */
export function sliceTimes(slice: EntitySlice): Float64Array {
  const known = ofSlice.get(slice);
  if (known !== undefined) return known;
  const arrays = [
    slice.spine.timesUs,
    ...slice.joins.flatMap((join) =>
      join.createdTimesUs ? [join.eventTimesUs, join.createdTimesUs] : [join.eventTimesUs],
    ),
  ];
  const times = arrays.map(ascending).reduce(merged, new Float64Array(0));
  ofSlice.set(slice, times);
  return times;
}

/** @param a - Ascending, as is `b`. */
export function merged(a: Float64Array, b: Float64Array): Float64Array {
  if (a.length === 0) return b;
  const all = new Float64Array(a.length + b.length);
  let i = 0;
  let j = 0;
  for (let at = 0; at < all.length; at++) {
    const left = a[i] ?? Number.POSITIVE_INFINITY;
    const right = b[j] ?? Number.POSITIVE_INFINITY;
    all[at] = left <= right ? left : right;
    if (left <= right) i++;
    else j++;
  }
  return all;
}

/** An array's times in order, as doubles. O(n) once, and little where a single time differs from an array that is known. */
export function ascending(timesUs: BigInt64Array): Float64Array {
  const known = ofArray.get(timesUs);
  if (known !== undefined) return known;
  const times = withOneChanged(timesUs) ?? sorted(timesUs);
  ofArray.set(timesUs, times);
  return times;
}

function withOneChanged(timesUs: BigInt64Array): Float64Array | null {
  const change = changeOf(timesUs);
  const before = change && ofArray.get(change.from);
  if (change === null || before === undefined || before === null) return null;
  const was = Number(change.from[change.position]);
  const is = Number(timesUs[change.position]);
  const to = firstAtOrAfter(before, is);
  // Without the time that was, those behind it stand one place further ahead.
  return moved(before.slice(), firstAtOrAfter(before, was), is > was ? to - 1 : to, is);
}

function sorted(timesUs: BigInt64Array): Float64Array {
  const times = new Float64Array(timesUs.length);
  for (let i = 0; i < times.length; i++) times[i] = Number(timesUs[i]);
  for (let i = 1; i < times.length; i++) {
    if ((times[i - 1] ?? 0) <= (times[i] ?? 0)) continue;
    times.sort();
    break;
  }
  return times;
}
