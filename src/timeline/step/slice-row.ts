import type { CellValue, SliceColumn, SliceJoin } from "../../microfs/entity-slice";
import { candidatesOf } from "../slice-index/slice-index";

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
  return column?.values[candidatesOf(join).positionOf(row)] ?? null;
}
