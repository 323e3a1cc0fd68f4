import type { Times } from "../time";

type Sortable = Times | Int32Array;

/** Where runs are shorter than this, blocks of so many rows are put in order one by one first: quicker than merging those. */
const BLOCK = 16;

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
    const runs = findRuns(room.bounds, start, at, end, isAfter);
    const first = room.bounds[0];
    arrange(arrays, first, room.bounds[runs], mergeRuns(room, runs, isAfter));
  }
}

/** What sorting a segment needs beside the rows; one for all segments, because most are small and many. */
interface Room {
  /** Shape: at least the rows that are out of order. */
  from: Int32Array;
  to: Int32Array;
  /** Where each run begins, and where the last one ends. */
  bounds: Int32Array;
}

function roomFor(starts: Int32Array): Room {
  let longest = 0;
  for (let i = 1; i < starts.length; i++) longest = Math.max(longest, starts[i] - starts[i - 1]);
  return { from: new Int32Array(), to: new Int32Array(), bounds: new Int32Array(longest + 1) };
}

/**
 * The ascending runs of the positions [start, end), of which the second begins at `second`. What of the first run comes
 * before all others, and what of the last comes after all others, stands where it belongs and is left out: a late row
 * among many costs the rows that it passed, and no more.
 *
 * @returns How many runs there are: at least two.
 */
function findRuns(
  bounds: Int32Array,
  start: number,
  second: number,
  end: number,
  isAfter: (a: number, b: number) => boolean,
): number {
  let runs = 1;
  let least = second;
  let greatest = second - 1;
  for (let at = second; at < end; at++) {
    if (!isAfter(at - 1, at)) continue;
    bounds[runs++] = at;
    if (isAfter(least, at)) least = at;
    if (isAfter(at - 1, greatest)) greatest = at - 1;
  }
  let first = second - 1;
  while (first > start && isAfter(first - 1, least)) first--;
  let last = bounds[runs - 1] + 1;
  while (last < end && isAfter(greatest, last)) last++;
  bounds[0] = first;
  bounds[runs] = last;
  return runs;
}

/**
 * The positions of all runs in stable ascending order. Runs are merged two by two: a few cost a few passes, no order at
 * all costs log₂ of the rows. Bottom-up, so that no call is made per run. Uses `bounds` up.
 */
function mergeRuns(room: Room, runs: number, isAfter: (a: number, b: number) => boolean): Int32Array {
  const { bounds } = room;
  const start = bounds[0];
  const length = bounds[runs] - start;
  if (room.from.length < length) {
    room.from = new Int32Array(2 * length);
    room.to = new Int32Array(2 * length);
  }
  let { from, to } = room;
  for (let i = 0; i < length; i++) from[i] = start + i;
  for (let run = 0; run <= runs; run++) bounds[run] -= start;
  const found = runs * BLOCK > length ? sortBlocks(from, bounds, length, isAfter) : runs;
  for (let left = found; left > 1; left = (left + 1) >> 1) {
    for (let run = 0; run < left; run += 2) {
      const middle = bounds[run + 1];
      const end = bounds[Math.min(run + 2, left)];
      let a = bounds[run];
      let b = middle;
      for (let out = a; out < end; out++) {
        to[out] = b >= end || (a < middle && !isAfter(from[a], from[b])) ? from[a++] : from[b++];
      }
      bounds[run >> 1] = bounds[run];
    }
    bounds[(left + 1) >> 1] = length;
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

/** Puts blocks of the positions in stable order by insertion. @returns How many blocks there are; `bounds` are theirs. */
function sortBlocks(
  positions: Int32Array,
  bounds: Int32Array,
  length: number,
  isAfter: (a: number, b: number) => boolean,
): number {
  let blocks = 0;
  for (let left = 0; left < length; left += BLOCK) {
    bounds[blocks++] = left;
    const right = Math.min(left + BLOCK, length);
    for (let i = left + 1; i < right; i++) {
      const position = positions[i];
      let at = i;
      for (; at > left && isAfter(positions[at - 1], position); at--) positions[at] = positions[at - 1];
      positions[at] = position;
    }
  }
  bounds[blocks] = length;
  return blocks;
}
