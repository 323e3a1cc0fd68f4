import type { CellValue, SliceColumn, SliceJoin } from "../../microfs/entity-slice";

const positions = new WeakMap<SliceJoin, Map<number, number>>();

/** Where a row of the group's table stands in the slice's arrays; −1 where it does not. O(1) after the first call. */
export function positionInJoin(join: SliceJoin, row: number): number {
  let known = positions.get(join);
  if (known === undefined) {
    known = new Map(Array.from(join.rows, (number, position) => [number, position]));
    positions.set(join, known);
  }
  return known.get(row) ?? -1;
}

/** The column whose value stands for the row on the timeline: the first that the join writes, unless told. */
export function shownColumn(join: SliceJoin, name?: string): SliceColumn | null {
  const wanted = name ?? join.writes[0]?.column;
  return join.columns.find((column) => column.name === wanted) ?? null;
}

/** A column's value in a row of the group's table; `null` where the row has none. */
export function valueOfRow(join: SliceJoin, column: SliceColumn | null, row: number): CellValue {
  return column?.values[positionInJoin(join, row)] ?? null;
}
