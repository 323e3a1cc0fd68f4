import type { Times } from "../time";

type Sortable = Times | Int32Array;

/**
 * Sorts every segment [starts[s], starts[s + 1]) of the given arrays together, in place and stably, ascending
 * by the first of `by`, then by the second. Segments in order already, which is the rule for event data, cost
 * one comparison a row.
 */
export function sortSegments(
  starts: Int32Array,
  arrays: readonly Sortable[],
  by: readonly [Times] | readonly [Times, Times],
): void {
  const [first, second] = by;
  const isAfter =
    second === undefined
      ? (a: number, b: number) => first[a] > first[b]
      : (a: number, b: number) => first[a] > first[b] || (first[a] === first[b] && second[a] > second[b]);
  let room: Room | null = null;
  for (let segment = 0; segment + 1 < starts.length; segment++) {
    const start = starts[segment];
    const end = starts[segment + 1];
    let at = start + 1;
    while (at < end && !isAfter(at - 1, at)) at++;
    if (at >= end) continue;
    room ??= roomFor(starts);
    arrange(arrays, start, end, mergeRuns(room, start, at, end, isAfter));
  }
}

/** What sorting a segment needs beside the rows; one for all segments, because most are small and many. */
interface Room {
  from: Int32Array;
  to: Int32Array;
  /** Where each run begins, and where the last one ends. */
  bounds: Int32Array;
}

function roomFor(starts: Int32Array): Room {
  let longest = 0;
  for (let i = 1; i < starts.length; i++) longest = Math.max(longest, starts[i] - starts[i - 1]);
  return {
    from: new Int32Array(longest),
    to: new Int32Array(longest),
    bounds: new Int32Array(longest + 1),
  };
}

/**
 * The positions [start, end) in stable ascending order; those before `firstRunEnd` are in order already. Ascending runs
 * are merged two by two: a few late rows among many cost a few passes, no order at all costs log₂ of the rows. Bottom-up,
 * so that no call is made per run.
 */
function mergeRuns(
  room: Room,
  start: number,
  firstRunEnd: number,
  end: number,
  isAfter: (a: number, b: number) => boolean,
): Int32Array {
  const length = end - start;
  const { bounds } = room;
  let { from, to } = room;
  for (let i = 0; i < length; i++) from[i] = start + i;
  let runs = 1;
  bounds[0] = 0;
  for (let at = firstRunEnd; at < end; at++) if (isAfter(at - 1, at)) bounds[runs++] = at - start;
  bounds[runs] = length;
  while (runs > 1) {
    let merged = 0;
    for (let run = 0; run < runs; run += 2) {
      const left = bounds[run];
      const middle = bounds[run + 1];
      const right = bounds[Math.min(run + 2, runs)];
      let a = left;
      let b = middle;
      for (let out = left; out < right; out++) {
        to[out] = b >= right || (a < middle && !isAfter(from[a], from[b])) ? from[a++] : from[b++];
      }
      bounds[merged++] = left;
    }
    bounds[merged] = length;
    runs = merged;
    [from, to] = [to, from];
  }
  return from;
}

function arrange(arrays: readonly Sortable[], start: number, end: number, order: Int32Array): void {
  for (const array of arrays) {
    const before = array.slice(start, end);
    for (let i = 0; i < before.length; i++) array[start + i] = before[order[i] - start];
  }
}
