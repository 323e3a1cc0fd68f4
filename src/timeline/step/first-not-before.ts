/** The position of the first that does not come before what is looked for; the length where all do. `all` are in order: O(log n). */
export function firstNotBefore<One>(all: ArrayLike<One>, isBefore: (one: One) => boolean): number {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const one = all[middle];
    if (one !== undefined && isBefore(one)) low = middle + 1;
    else high = middle;
  }
  return low;
}
