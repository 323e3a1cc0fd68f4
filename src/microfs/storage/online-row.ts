import type { Candidate } from "../explain";
import type { CellValue } from "../schema";

/** The latest row of one entity, as it lies in IndexedDB: one readable record per key. Times in microseconds. */
export interface OnlineRow extends Candidate {
  /** The primary key's values, in the order of the group's primary keys. */
  key: CellValue[];
  /** Every column of the row. */
  values: Record<string, CellValue>;
}
