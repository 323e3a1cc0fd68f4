import { firstAtOrAfter, type TimeWindow } from "./time-window";

/** An idle stretch [fromUs, toUs) of the window that is drawn as a narrow fold, whatever its length. */
export interface Fold {
  readonly fromUs: number;
  readonly toUs: number;
}

/** Moments, as lists that are in order, and lists that are not: to put those in order costs more than to look at them. */
export interface Moments {
  readonly ascending: readonly ArrayLike<number>[];
  readonly unordered: readonly Float64Array[];
}

/** A gap is worth folding only if it takes a good part of the picture … */
const LEAST_SHARE = 0.2;
/** … and together the gaps leave little room for what is drawn. */
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
 * @param moments - Everything that is drawn: marks, the as-of line, edges. Only what is in the window counts.
 */
export function foldGaps(window: TimeWindow, { ascending, unordered }: Moments): Fold[] {
  const inOrder = ascending.map((times) => inWindow(times, window));
  // More times divide gaps, and make long only what lies beyond the first and the last.
  if (!mayHaveLongGap(inOrder) && (unordered.length === 0 || reachesEnds(inOrder, window))) return [];
  const drawn = [...inOrder, ...unordered.map((times) => sortedInWindow(times, window))];
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

/** How much of a stretch will be folded away, both ends included. As costly as {@link foldGaps}. */
export function idleUs(firstUs: number, lastUs: number, moments: Moments): number {
  const folds = foldGaps({ fromUs: firstUs, toUs: lastUs + 1 }, moments);
  return folds.reduce((sum, fold) => sum + fold.toUs - fold.fromUs, 0);
}

/** The part of ascending times that lies in the window. */
function inWindow(timesUs: ArrayLike<number>, { fromUs, toUs }: TimeWindow): Float64Array {
  const all = timesUs instanceof Float64Array ? timesUs : Float64Array.from(timesUs);
  return all.subarray(firstAtOrAfter(all, fromUs), firstAtOrAfter(all, toUs));
}

/** The same of times in any order. */
function sortedInWindow(timesUs: Float64Array, { fromUs, toUs }: TimeWindow): Float64Array {
  return timesUs.filter((us) => us >= fromUs && us < toUs).sort();
}

/** A gap that is long enough has an empty stretch of nearly half its length in it, and those are few to look at. */
function mayHaveLongGap(lists: readonly Float64Array[]): boolean {
  const some = lists.filter((times) => times.length > 0);
  const { first, last } = endsOf(some);
  const stretch = (last - first) * LEAST_SHARE * 0.45;
  for (let from = first; stretch > 0 && from < last; from += stretch) {
    const to = from + stretch;
    const isEmpty = some.every((times) => !((times[firstAtOrAfter(times, from)] ?? to) < to));
    if (isEmpty) return true;
  }
  return false;
}

/** Whether nothing that may still lie in the window, before the first of the times or after the last, makes a long gap. */
function reachesEnds(lists: readonly Float64Array[], { fromUs, toUs }: TimeWindow): boolean {
  const { first, last } = endsOf(lists.filter((times) => times.length > 0));
  return Math.max(first - fromUs, toUs - last) < (last - first) * LEAST_SHARE;
}

function endsOf(lists: readonly Float64Array[]): { first: number; last: number } {
  return {
    first: Math.min(...lists.map((times) => times[0] ?? 0)),
    last: Math.max(...lists.map((times) => times.at(-1) ?? 0)),
  };
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
