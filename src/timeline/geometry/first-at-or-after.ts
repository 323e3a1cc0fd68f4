import { lowerBound } from "../../microfs/join/search";

/** The position of the first of ascending times at or after a moment. O(log n). */
export function firstAtOrAfter(timesUs: Float64Array, us: number): number {
  return lowerBound(timesUs, 0, timesUs.length, us);
}
