/** The position of the first of ascending times at or after a moment. O(log n). */
export function firstAtOrAfter(timesUs: ArrayLike<number>, us: number): number {
  let low = 0;
  let high = timesUs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((timesUs[middle] ?? us) < us) low = middle + 1;
    else high = middle;
  }
  return low;
}
