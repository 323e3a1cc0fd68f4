import type { EntitySlice } from "../../microfs/entity-slice";
import { changeOf } from "../../scenario/edits/changed-times";
import { firstAtOrAfter } from "../geometry/first-at-or-after";
import { moved } from "../judge/moved-row";

// An edited slice shares with the one before it all arrays but the edited ones.
const ofArray = new WeakMap<BigInt64Array, Float64Array>();

/** All moments at which a slice has something: spine rows, events, and when they became known. Each list is ascending. */
export function sliceTimes(slice: EntitySlice): Float64Array[] {
  const joins = slice.joins.flatMap(({ eventTimesUs, createdTimesUs }) =>
    createdTimesUs === null ? [eventTimesUs] : [eventTimesUs, createdTimesUs],
  );
  return [slice.spine.timesUs, ...joins].map(ascending);
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
