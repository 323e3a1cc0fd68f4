import type { Times } from "../time";

/** The first position in [start, end) whose time is after `time`, or `end`. `times` ascend there. */
export function upperBound(times: Times, start: number, end: number, time: number | bigint): number {
  let low = start;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (times[middle] <= time) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The first position in [start, end) whose time is at or after `time`, or `end`. `times` ascend there. */
export function lowerBound(times: Times, start: number, end: number, time: number | bigint): number {
  let low = start;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (times[middle] < time) low = middle + 1;
    else high = middle;
  }
  return low;
}
