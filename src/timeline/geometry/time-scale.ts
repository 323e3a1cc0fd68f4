import type { Fold } from "./folds";
import type { TimeWindow } from "./time-window";

/** From time to place and back. Between folds it is linear; across a fold it keeps the order of moments. */
export interface TimeScale {
  readonly window: TimeWindow;
  /** [left, right), pixels. */
  readonly left: number;
  readonly right: number;
  readonly folds: readonly Fold[];
  /** A moment's place, pixels; beyond the window it goes on at the scale of its nearest end. */
  x(us: number): number;
  /** The moment at a place, microseconds. */
  us(x: number): number;
}

/** How wide a fold is drawn. */
const FOLD_PX = 36;
/** All folds together take at most this share of the picture. */
const MOST_FOLDED = 0.4;

/** The scale of a window over [left, right), each fold drawn narrow. Folds must lie in the window, in order, apart. */
export function timeScale(
  window: TimeWindow,
  left: number,
  right: number,
  folds: readonly Fold[] = [],
): TimeScale {
  const foldPx = Math.min(FOLD_PX, ((right - left) * MOST_FOLDED) / Math.max(1, folds.length));
  const folded = folds.reduce((sum, fold) => sum + fold.toUs - fold.fromUs, 0);
  const perUs = (right - left - foldPx * folds.length) / (window.toUs - window.fromUs - folded);
  // Relative to the window's start, so that doubles keep microseconds apart at any zoom.
  const domain = [0];
  const range = [left];
  let x = left;
  let us = window.fromUs;
  for (const fold of folds) {
    x += (fold.fromUs - us) * perUs;
    domain.push(fold.fromUs - window.fromUs, fold.toUs - window.fromUs);
    range.push(x, x + foldPx);
    x += foldPx;
    us = fold.toUs;
  }
  domain.push(window.toUs - window.fromUs);
  range.push(right);
  const toPlace = piecewise(domain, range);
  const toTime = piecewise(range, domain);
  return {
    window,
    left,
    right,
    folds,
    x: (time) => toPlace(time - window.fromUs),
    us: (px) => toTime(px) + window.fromUs,
  };
}

/** The straight lines between points, the first and the last of which go on beyond their ends. `from` ascends. */
function piecewise(from: readonly number[], to: readonly number[]): (value: number) => number {
  return (value) => {
    let end = 1;
    while (end < from.length - 1 && (from[end] ?? 0) <= value) end++;
    const start = from[end - 1] ?? 0;
    const share = (value - start) / ((from[end] ?? 0) - start);
    // Exact at both ends, which adding a share of the difference is not.
    return (to[end - 1] ?? 0) * (1 - share) + (to[end] ?? 0) * share;
  };
}

const S = 1_000_000;
const STEPS_US: readonly number[] = [
  1,
  10,
  100,
  1000,
  10_000,
  100_000,
  S,
  5 * S,
  15 * S,
  60 * S,
  300 * S,
  900 * S,
  3600 * S,
  6 * 3600 * S,
  24 * 3600 * S,
  7 * 24 * 3600 * S,
  28 * 24 * 3600 * S,
];

/** The roundest step of time that a pointer can still aim at: the largest that is not wider than `px` pixels. */
export function roundStep(usPerPx: number, px: number): number {
  return STEPS_US.findLast((step) => step <= usPerPx * px) ?? 1;
}

/** A moment on a round step, microseconds. */
export function snapped(us: number, stepUs: number): bigint {
  return BigInt(Math.round(us / stepUs)) * BigInt(stepUs);
}
