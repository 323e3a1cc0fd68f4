import { lowerBound } from "../../microfs/core";

/** What part of time is on the screen: [fromUs, toUs), microseconds since 1970 as numbers, exact from 1684 to 2255. */
export interface TimeWindow {
  readonly fromUs: number;
  readonly toUs: number;
}

/** The narrowest window: single microseconds can be told apart. */
export const NARROWEST_US = 20;
/** The widest: the years 1 to 9999, which are all that a time can have, and some room. */
export const WIDEST_US = 4e17;
/** The room left beside what is shown, as a share of the span. */
export const MARGIN = 0.06;

/** Where there is a single moment, so much is shown around it. */
const LONE_MARGIN_US = 3_600_000_000;

/** The window from the first to the last time, with a margin. `idle` of it will be folded away: margins are shares of the rest. */
export function padded(firstUs: number, lastUs: number, idle: number): TimeWindow {
  const margin = lastUs > firstUs ? (lastUs - firstUs - idle) * MARGIN : LONE_MARGIN_US;
  return { fromUs: firstUs - margin, toUs: lastUs + margin };
}

/** The window at another scale, the moment under the pointer held in place. `factor` under 1 shows less. */
export function zoomed(window: TimeWindow, factor: number, aroundUs: number): TimeWindow {
  const span = clamp((window.toUs - window.fromUs) * factor, NARROWEST_US, WIDEST_US);
  const share = (aroundUs - window.fromUs) / (window.toUs - window.fromUs);
  const fromUs = aroundUs - span * share;
  return { fromUs, toUs: fromUs + span };
}

/** The window moved by a share of its span; positive is later. */
export function panned(window: TimeWindow, share: number): TimeWindow {
  const by = (window.toUs - window.fromUs) * share;
  return { fromUs: window.fromUs + by, toUs: window.toUs + by };
}

/** The window moved as little as shows a moment, with some room beside it. */
export function revealing(window: TimeWindow, us: number): TimeWindow {
  const span = window.toUs - window.fromUs;
  const room = span * MARGIN;
  if (us < window.fromUs + room) return { fromUs: us - room, toUs: us - room + span };
  if (us > window.toUs - room) return { fromUs: us + room - span, toUs: us + room };
  return window;
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}

/** The position of the first of ascending times at or after a moment. O(log n). */
export function firstAtOrAfter(timesUs: Float64Array, us: number): number {
  return lowerBound(timesUs, 0, timesUs.length, us);
}
