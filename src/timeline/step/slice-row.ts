import type { CellValue, SliceColumn, SliceJoin } from "../../microfs/entity-slice";
import { firstNotBefore } from "./first-not-before";

const positions = new WeakMap<Int32Array, Map<number, number> | "ascending">();

/** Where a row of the group's table stands in the slice's arrays; −1 where it does not. O(log m) after the first call. */
export function positionInJoin({ rows }: Pick<SliceJoin, "rows">, row: number): number {
  let known = positions.get(rows);
  if (known === undefined) {
    known = isAscending(rows)
      ? "ascending"
      : new Map(Array.from(rows, (number, position) => [number, position]));
    positions.set(rows, known);
  }
  return known === "ascending" ? search(rows, row) : (known.get(row) ?? -1);
}

function isAscending(rows: Int32Array): boolean {
  for (let i = 1; i < rows.length; i++) if ((rows[i - 1] ?? 0) >= (rows[i] ?? 0)) return false;
  return true;
}

function search(rows: Int32Array, row: number): number {
  const position = firstNotBefore(rows, (other) => other < row);
  return rows[position] === row ? position : -1;
}

/** What of a join's columns stands for all of them: the first that it writes and that is no time of its own. */
export function firstWrite({
  writes,
  eventTime,
  createdTime,
}: SliceJoin): SliceJoin["writes"][number] | undefined {
  return writes.find(({ column }) => column !== eventTime && column !== createdTime) ?? writes[0];
}

/** The column whose value stands for the row on the timeline, unless another is named. */
export function shownColumn(join: SliceJoin, name?: string): SliceColumn | null {
  const wanted = name ?? firstWrite(join)?.column;
  return join.columns.find((column) => column.name === wanted) ?? null;
}

/** A column's value in a row of the group's table; `null` where the row has none. */
export function valueOfRow(join: SliceJoin, column: SliceColumn | null, row: number): CellValue {
  return column?.values[positionInJoin(join, row)] ?? null;
}
