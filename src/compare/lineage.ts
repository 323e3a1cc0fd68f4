/** Several rows for each of n things: those of i are `rows[offsets[i]]` to `rows[offsets[i + 1]]`, the end not included. */
export interface RowLists {
  /** Shape [n + 1]. */
  readonly offsets: Int32Array;
  /** Rows of a group's table; in a slice, positions of candidates. In time order within a list. */
  readonly rows: Int32Array;
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
