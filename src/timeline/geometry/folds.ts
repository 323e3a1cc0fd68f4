import { firstAtOrAfter } from "./first-at-or-after";
import type { TimeWindow } from "./time-window";

/** An idle stretch [fromUs, toUs) of the window that is drawn as a narrow fold, whatever its length. */
export interface Fold {
  readonly fromUs: number;
  readonly toUs: number;
}

/** A gap is worth folding only if it takes a good part of the picture … */
const LEAST_SHARE = 0.2;
/** … and together the gaps leave little room for what is told. */
const LEAST_TOGETHER = 0.72;
/** A gap is idle only if it is this much longer than any that stays. */
const LEAST_RATIO = 5;
/** So many shorter gaps must remain, or there is nothing to make room for. */
const LEAST_REST = 3;
/** Marks keep this part of the remaining time as room on both sides of a fold … */
const ROOM = 0.06;
/** … and this part of all that is drawn unfolded, where the window is wider than what is in it. */
const WINDOW_ROOM = 0.03;

/**
 * Which idle stretches of a window to fold: the long gaps between neighbouring times where they would leave the
 * rest no room. None where the times are spread evenly, or are few. Where a glance sees no long gap O(log n), else O(n).
 *
 * @param lists - Everything that is drawn, each list ascending: marks, the as-of line, edges. Only those in the window count.
 */
export function foldGaps(window: TimeWindow, ...lists: readonly ArrayLike<number>[]): Fold[] {
  const drawn = lists.map((times) => inWindow(times, window));
  if (!mayHaveLongGap(drawn)) return [];
  const timesUs = drawn.reduce(merged, new Float64Array(0));
  const end = timesUs.length;
  const span = (timesUs[end - 1] ?? 0) - (timesUs[0] ?? 0);
  const long: Fold[] = [];
  let shortGaps = 0;
  let longestShort = 0;
  for (let i = 1; i < end; i++) {
    const fromUs = timesUs[i - 1] ?? 0;
    const toUs = timesUs[i] ?? 0;
    if (toUs === fromUs) continue;
    if (toUs - fromUs >= span * LEAST_SHARE) {
      long.push({ fromUs, toUs });
      continue;
    }
    shortGaps++;
    longestShort = Math.max(longestShort, toUs - fromUs);
  }
  const together = long.reduce((sum, gap) => sum + gap.toUs - gap.fromUs, 0);
  const alike = long.some((gap) => gap.toUs - gap.fromUs < longestShort * LEAST_RATIO);
  if (alike || shortGaps < LEAST_REST || together < span * LEAST_TOGETHER) return [];
  const unfolded = window.toUs - window.fromUs - together;
  const room = Math.max((span - together) * ROOM, unfolded * WINDOW_ROOM, 1);
  return long
    .map((gap) => ({ fromUs: gap.fromUs + room, toUs: gap.toUs - room }))
    .filter((fold) => fold.toUs > fold.fromUs);
}

/** The part of ascending times that lies in the window. */
function inWindow(timesUs: ArrayLike<number>, { fromUs, toUs }: TimeWindow): Float64Array {
  const all = timesUs instanceof Float64Array ? timesUs : Float64Array.from(timesUs);
  return all.subarray(firstAtOrAfter(all, fromUs), firstAtOrAfter(all, toUs));
}

/** A gap that is long enough has an empty stretch of nearly half its length in it, and those are few to look at. */
function mayHaveLongGap(lists: readonly Float64Array[]): boolean {
  const some = lists.filter((times) => times.length > 0);
  const first = Math.min(...some.map((times) => times[0] ?? 0));
  const last = Math.max(...some.map((times) => times.at(-1) ?? 0));
  const stretch = (last - first) * LEAST_SHARE * 0.45;
  for (let from = first; stretch > 0 && from < last; from += stretch) {
    const to = from + stretch;
    const isEmpty = some.every((times) => !((times[firstAtOrAfter(times, from)] ?? to) < to));
    if (isEmpty) return true;
  }
  return false;
}

/** Both in one, ascending. */
function merged(a: Float64Array, b: Float64Array): Float64Array {
  if (a.length === 0) return b;
  if (b.length === 0) return a;
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
