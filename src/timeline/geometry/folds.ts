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
/** Marks keep this part of the remaining time as room on both sides of a fold. */
const ROOM = 0.06;
/** So many shorter gaps must remain, or there is nothing to make room for. */
const LEAST_REST = 3;

/**
 * Which idle stretches of a window to fold: the long gaps between neighbouring times where they would leave the
 * rest no room. None where the times are spread evenly, or are few. O(n log n).
 *
 * @param timesUs - Everything that is drawn: marks, the as-of line, edges. Any order; only those in the window count.
 */
export function foldGaps(window: TimeWindow, timesUs: Iterable<number>): Fold[] {
  const times = Array.from(new Set(timesUs))
    .filter((us) => us >= window.fromUs && us < window.toUs)
    .sort((a, b) => a - b);
  const span = (times.at(-1) ?? 0) - (times[0] ?? 0);
  const gaps = times.slice(1).map((to, i) => ({ fromUs: times[i] ?? to, toUs: to }));
  const long = gaps.filter((gap) => gap.toUs - gap.fromUs >= span * LEAST_SHARE);
  const together = long.reduce((sum, gap) => sum + gap.toUs - gap.fromUs, 0);
  if (gaps.length - long.length < LEAST_REST || together < span * LEAST_TOGETHER) return [];
  const room = Math.max((span - together) * ROOM, 1);
  return long
    .map((gap) => ({ fromUs: gap.fromUs + room, toUs: gap.toUs - room }))
    .filter((fold) => fold.toUs > fold.fromUs);
}
