import { NO_MATCH } from "../microfs/core";

/** Several rows for each of n things: those of i are `rows[offsets[i]]` to `rows[offsets[i + 1]]`, the end not included. */
export interface RowLists {
  /** Shape [n + 1]. */
  readonly offsets: Int32Array;
  /** Rows of a group's table; in a slice, positions of candidates. In time order within a list. */
  readonly rows: Int32Array;
}

/**
 * Which rows of a group are taken for each training row: `index[i]` or none, or the list `listOf[i]` or none. Rows of a list
 * stand in time order. Training rows of one key share a list, so that a million of them cost no more than the group has rows.
 */
export type TakenRows =
  | { readonly kind: "one"; readonly index: Int32Array }
  | { readonly kind: "lists"; readonly listOf: Int32Array; readonly lists: RowLists };

/** What one join takes for each training row. Which rows made a cell is asked of {@link rowsOfColumn}. */
export interface JoinTaken {
  readonly rows: TakenRows;
  /** Where the pick is made column by column: one a column. */
  readonly byColumn: readonly TakenRows[] | null;
}

/** The rows that made the cells of one written column. */
export function rowsOfColumn({ rows, byColumn }: JoinTaken, column: number): TakenRows {
  return byColumn?.[column] ?? rows;
}

/** How many rows are taken for a training row. */
export function takenCount(taken: TakenRows, trainingRow: number): number {
  if (taken.kind === "one") return (taken.index[trainingRow] ?? NO_MATCH) === NO_MATCH ? 0 : 1;
  const { listOf, lists } = taken;
  const list = listOf[trainingRow] ?? -1;
  return list < 0 ? 0 : (lists.offsets[list + 1] ?? 0) - (lists.offsets[list] ?? 0);
}

/** The rows that are taken for a training row, in time order. Not to be changed. */
export function takenFor(taken: TakenRows, trainingRow: number): Int32Array {
  if (taken.kind === "one") {
    const found = takenCount(taken, trainingRow);
    return taken.index.subarray(trainingRow, trainingRow + found);
  }
  const { listOf, lists } = taken;
  const list = listOf[trainingRow] ?? -1;
  return list < 0
    ? lists.rows.subarray(0, 0)
    : lists.rows.subarray(lists.offsets[list], lists.offsets[list + 1]);
}

/** The last of the rows that are taken for a training row, in time order; `NO_MATCH` where there are none. */
export function lastTaken(taken: TakenRows, trainingRow: number): number {
  if (taken.kind === "one") return taken.index[trainingRow] ?? NO_MATCH;
  const { listOf, lists } = taken;
  const list = listOf[trainingRow] ?? -1;
  return list < 0 || lists.offsets[list] === lists.offsets[list + 1]
    ? NO_MATCH
    : (lists.rows[(lists.offsets[list + 1] ?? 0) - 1] ?? NO_MATCH);
}

/** Which rows made the cells that one join writes into one spine row of a slice, and what is wrong with them. */
export interface SliceLineage {
  /** Every candidate that made a cell, as positions in the slice's join, in time order; empty where nothing was found. */
  readonly positions: Int32Array;
  /** Shape [positions]. 1 where the row was not yet known at the spine row's time, by the group's own clock and delay. */
  readonly leak: Uint8Array;
  /** Shape [positions]. Known at − t, microseconds; 0 where nothing leaks. */
  readonly peekUs: BigInt64Array;
  /** Whether the group's own rule would have chosen a later row than the last of these. */
  readonly stale: boolean;
  /** Per written column, which of `positions` made its cells; all of them unless the pick is made column by column. */
  readonly byColumn: RowLists;
}
