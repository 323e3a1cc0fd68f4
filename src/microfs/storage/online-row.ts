import type { Candidate } from "../explain";
import type { CellValue } from "../schema";

/** The latest row of one entity: one readable record per key. Times in microseconds. */
export interface OnlineRow extends Candidate {
  /** The primary key's values, in the order of the group's primary keys. */
  key: CellValue[];
  /** Every column of the row. */
  values: Record<string, CellValue>;
}

/** An online row as it lies in IndexedDB. */
export interface OnlineRecord extends OnlineRow {
  /** The number of the run that wrote it, of its group's; absent where a version without runs did. */
  run?: number;
  /** The row that was there before that run, if one was: what is seen until the run is committed. */
  before?: OnlineRow | undefined;
}

/** What is true of a group's online records. */
export interface OnlineCommit {
  /** The last committed run; 0 where there was none. What a later one has written, nobody sees. */
  run: number;
  /**
   * How many rows there were before the run that is under way, or that was given up. `null` where there is none of
   * either: then every record is a row to be seen.
   */
  rowsBefore: number | null;
}

/** The row to be seen in a record where runs up to `committedRun` are committed, if there is one. */
export function seenRow(record: OnlineRecord | undefined, committedRun: number): OnlineRow | undefined {
  if (record === undefined) return undefined;
  const { run = 0, before, ...row } = record;
  return run <= committedRun ? row : before;
}
