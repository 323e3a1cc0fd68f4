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
  for (let segment = 0; segment + 1 < starts.length; segment++) {
    const start = starts[segment];
    const end = starts[segment + 1];
    let at = start + 1;
    while (at < end && !isAfter(at - 1, at)) at++;
    if (at < end) arrange(arrays, start, mergeSort(start, end, isAfter));
  }
}

/** The positions [start, end) in stable ascending order. Bottom-up, so that no call is made per run. */
function mergeSort(start: number, end: number, isAfter: (a: number, b: number) => boolean): Int32Array {
  const length = end - start;
  let from = new Int32Array(length);
  for (let i = 0; i < length; i++) from[i] = start + i;
  let to = new Int32Array(length);
  for (let width = 1; width < length; width *= 2) {
    for (let left = 0; left < length; left += 2 * width) {
      const middle = Math.min(left + width, length);
      const right = Math.min(left + 2 * width, length);
      let a = left;
      let b = middle;
      for (let out = left; out < right; out++) {
        to[out] = b >= right || (a < middle && !isAfter(from[a], from[b])) ? from[a++] : from[b++];
      }
    }
    [from, to] = [to, from];
  }
  return from;
}

function arrange(arrays: readonly Sortable[], start: number, order: Int32Array): void {
  for (const array of arrays) {
    const before = array.slice(start, start + order.length);
    for (let i = 0; i < order.length; i++) array[start + i] = before[order[i] - start];
  }
}
