import type { Times } from "../time";

type Sortable = Times | Int32Array;

/** Runs of this many are put in order one by one: quicker than merging, most of all where few rows are out of order. */
const RUN = 16;

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
  const room = new SortingRoom();
  for (let segment = 0; segment + 1 < starts.length; segment++) {
    const start = starts[segment];
    const end = starts[segment + 1];
    let at = start + 1;
    while (at < end && !isAfter(at - 1, at)) at++;
    if (at < end) arrange(arrays, start, room.sorted(start, end, isAfter));
  }
}

/** Memory for sorting one segment after another. */
class SortingRoom {
  #from = new Int32Array(0);
  #to = new Int32Array(0);

  /**
   * The positions [start, end) in stable ascending order: short runs by insertion, then merged bottom-up, so that no call
   * is made per run. True until the next call.
   */
  sorted(start: number, end: number, isAfter: (a: number, b: number) => boolean): Int32Array {
    const length = end - start;
    if (this.#from.length < length) {
      this.#from = new Int32Array(Math.max(length, 2 * this.#from.length));
      this.#to = new Int32Array(this.#from.length);
    }
    let [from, to] = [this.#from, this.#to];
    for (let left = 0; left < length; left += RUN) {
      const right = Math.min(left + RUN, length);
      for (let i = left; i < right; i++) {
        let at = i;
        for (; at > left && isAfter(from[at - 1], start + i); at--) from[at] = from[at - 1];
        from[at] = start + i;
      }
    }
    for (let width = RUN; width < length; width *= 2) {
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
    return from.subarray(0, length);
  }
}

function arrange(arrays: readonly Sortable[], start: number, order: Int32Array): void {
  for (const array of arrays) {
    const before = array.slice(start, start + order.length);
    for (let i = 0; i < order.length; i++) array[start + i] = before[order[i] - start];
  }
}
