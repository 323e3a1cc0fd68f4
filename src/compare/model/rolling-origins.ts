import type { Times } from "../../microfs/core";

/** One rolling origin, over rows in time order: trained on the rows [0, trainTo), tried on [testFrom, testTo). */
export interface Origin {
  readonly trainTo: number;
  readonly testFrom: number;
  readonly testTo: number;
}

/**
 * The rolling origins of some rows: the later half of them, cut into blocks of nearly equal size, each predicted from what
 * was known when it began. A moment's rows stay together, so that blocks can be fewer than were asked for. A row may be
 * trained on where its label was known by the block's first moment: at its time and `horizonUs` after. O(folds × log rows).
 *
 * @param times - Shape [rows], ascending. @param horizonUs - `null` and 0: a label is known right after its moment.
 */
export function rollingOrigins(times: Times, horizonUs: bigint | null, folds: number): Origin[] {
  const rows = times.length;
  const firstOf = (row: number) => firstAtOrAfter(times, BigInt(times[row] ?? 0));
  const start = Math.floor(rows / 2);
  const edges = new Set<number>([rows]);
  for (let fold = 0; fold < folds; fold++) {
    const row = Math.round(start + (fold * (rows - start)) / folds);
    if (row < rows)
      edges.add(nearerEdge(row, firstOf(row), firstAtOrAfter(times, BigInt(times[row] ?? 0) + 1n)));
  }
  const sorted = [...edges].sort((a, b) => a - b);
  return sorted.flatMap((testFrom, i) => {
    const testTo = sorted[i + 1];
    if (testTo === undefined) return [];
    const began = BigInt(times[testFrom] ?? 0);
    const knownTo = horizonUs === null ? testFrom : firstAtOrAfter(times, began - horizonUs + 1n);
    return [{ trainTo: Math.min(testFrom, knownTo), testFrom, testTo }];
  });
}

/** Of a moment's first row and the first after it the one that is nearer, on a tie the former. */
function nearerEdge(row: number, first: number, next: number): number {
  return row - first <= next - row ? first : next;
}

/** The first row whose time is at or after this one, or how many there are. */
function firstAtOrAfter(times: Times, timeUs: bigint): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((times[middle] ?? 0) < timeUs) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The moments at some positions. */
export function takeTimes(times: Times, positions: Int32Array): Times {
  return times instanceof Float64Array
    ? Float64Array.from(positions, (position) => times[position] ?? 0)
    : BigInt64Array.from(positions, (position) => times[position] ?? 0n);
}
