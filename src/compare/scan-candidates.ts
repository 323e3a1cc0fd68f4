import {
  type Candidate,
  type CellValue,
  candidateAt,
  clockOf,
  type JoinSides,
  NO_MATCH,
} from "../microfs/core";
import type { JoinTaken, RowLists, TakenRows } from "./lineage";
import type { JoinVariant, VariantFilter } from "./variant";

/** What a pick by value asks of a column. */
export interface ColumnOrder {
  isNull(row: number): boolean;
  /** Below 0 where the first row's value is less, above 0 where it is greater. Neither is null. */
  compare(a: number, b: number): number;
}

/** Values are compared as they are: texts by their code units, false before true, NaN as greater than any. */
export function compareValues(a: CellValue, b: CellValue): number {
  if (a === null || b === null || a === b) return 0;
  if (Number.isNaN(a)) return Number.isNaN(b) ? 0 : 1;
  return Number.isNaN(b) || a < b ? -1 : 1;
}

/**
 * A variant said slowly, candidate by candidate: filter, then pick. For those that are neither a rule of the engine nor whole
 * stretches of its index. O(training rows × candidates).
 *
 * @param whole - Every candidate of each training row, a stretch of the index.
 */
export function scanCandidates(
  { spine, features }: JoinSides,
  whole: TakenRows & { kind: "lists" },
  { filters, pick }: JoinVariant,
  columns: readonly ColumnOrder[],
): JoinTaken {
  const { listOf, lists } = whole;
  const passing = (trainingRow: number): Candidate[] => {
    const list = listOf[trainingRow] ?? -1;
    const found: Candidate[] = [];
    if (list < 0) return found;
    const t = BigInt(spine.times[trainingRow] ?? 0);
    for (let at = lists.offsets[list] ?? 0; at < (lists.offsets[list + 1] ?? 0); at++) {
      const candidate = candidateAt(features, at);
      if (filters.every((filter) => passes(filter, candidate, t))) found.push(candidate);
    }
    return found;
  };
  const n = listOf.length;
  switch (pick) {
    case "last":
    case "first":
    case "nearest": {
      const index = Int32Array.from({ length: n }, (_, trainingRow) => {
        const t = BigInt(spine.times[trainingRow] ?? 0);
        return pickOne(pick, passing(trainingRow), t)?.row ?? NO_MATCH;
      });
      return { rows: { kind: "one", index }, byColumn: null };
    }
    case "each":
    case "greatest_of_each_column": {
      const taken = Array.from({ length: n }, (_, trainingRow) => passing(trainingRow).map(({ row }) => row));
      if (pick === "each") return { rows: listsOf(taken), byColumn: null };
      const byColumn = columns.map((column) => taken.map((rows) => greatest(rows, column)));
      const any = taken.map((rows, i) =>
        rows.filter((row) => byColumn.some((lists) => lists[i]?.includes(row))),
      );
      return { rows: listsOf(any), byColumn: byColumn.map(listsOf) };
    }
  }
}

function passes(filter: VariantFilter, row: Candidate, t: bigint): boolean {
  switch (filter.kind) {
    case "happened":
      return filter.allowExactMatches ? row.eventTime <= t : row.eventTime < t;
    case "ahead":
      return filter.allowExactMatches ? row.eventTime >= t : row.eventTime > t;
    case "not_at":
      return row.eventTime !== t;
    case "known":
      return clockOf(row, filter) <= t;
    case "age":
      return t - row.eventTime <= filter.ttlUs;
    case "distance":
      return distance(row, t) <= filter.ttlUs;
  }
}

/** Of candidates in time order. Those of equal event time stand in the order that decides among them: the last counts. */
function pickOne(
  pick: "last" | "first" | "nearest",
  passing: readonly Candidate[],
  t: bigint,
): Candidate | undefined {
  if (pick === "last") return passing.at(-1);
  let best = passing[0];
  // In time order the past comes first, and so wins where both sides are as close.
  if (pick === "nearest")
    for (const row of passing) if (best && distance(row, t) < distance(best, t)) best = row;
  return passing.findLast(({ eventTime }) => eventTime === best?.eventTime);
}

/** The rows with a column's greatest value, in time order; none where all are null. */
function greatest(rows: readonly number[], { isNull, compare }: ColumnOrder): number[] {
  let found: number[] = [];
  for (const row of rows) {
    if (isNull(row)) continue;
    const [best] = found;
    const order = best === undefined ? 1 : compare(row, best);
    if (order > 0) found = [row];
    else if (order === 0) found.push(row);
  }
  return found;
}

function distance({ eventTime }: Candidate, t: bigint): bigint {
  return eventTime > t ? eventTime - t : t - eventTime;
}

/** One list a training row. */
function listsOf(given: readonly (readonly number[])[]): TakenRows {
  const offsets = new Int32Array(given.length + 1);
  given.forEach((rows, i) => {
    offsets[i + 1] = (offsets[i] ?? 0) + rows.length;
  });
  const lists: RowLists = { offsets, rows: Int32Array.from(given.flat()) };
  return { kind: "lists", listOf: Int32Array.from(given.keys()), lists };
}
