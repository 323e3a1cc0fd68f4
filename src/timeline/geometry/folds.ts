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
/** Marks keep this part of the remaining time as room on both sides of a fold. */
const ROOM = 0.06;

/**
 * Which idle stretches of a window to fold: the long gaps between neighbouring times where they would leave the
 * rest no room. None where the times are spread evenly, or are few. O(n), without an object per time.
 *
 * @param timesUs - Everything that is drawn, ascending: marks, the as-of line, edges. Only those in the window count.
 */
export function foldGaps(window: TimeWindow, timesUs: ArrayLike<number>): Fold[] {
  const [start, end] = rangeIn(timesUs, window);
  const span = (timesUs[end - 1] ?? 0) - (timesUs[start] ?? 0);
  const long: Fold[] = [];
  let shortGaps = 0;
  let longestShort = 0;
  for (let i = start + 1; i < end; i++) {
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
  const room = Math.max((span - together) * ROOM, 1);
  return long
    .map((gap) => ({ fromUs: gap.fromUs + room, toUs: gap.toUs - room }))
    .filter((fold) => fold.toUs > fold.fromUs);
}

/** The positions [start, end) of ascending times that lie in the window. O(log n). */
function rangeIn(timesUs: ArrayLike<number>, window: TimeWindow): [start: number, end: number] {
  return [firstAtOrAfter(timesUs, window.fromUs), firstAtOrAfter(timesUs, window.toUs)];
}
