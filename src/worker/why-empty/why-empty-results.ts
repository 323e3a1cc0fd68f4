import type { CellValue, ColumnType, JoinRule } from "../../microfs/core";
import type { EmptyReasonName } from "../../terms/empty-reasons";
import type { Cause } from "../../why-empty/candidate";
import type { MissedWay } from "../../why-empty/misses";
import type { Offer } from "../../why-empty/why-empty";

/** Everything here crosses from the worker to the page. Rows have the numbers that they are known by. */

/** A cell that was missed, and what missed it. */
export interface MissedCell {
  trainingRow: number;
  spineRow: number;
  timeUs: bigint;
  /** The prediction's key, column by column. */
  asked: readonly CellValue[];
  /** In what, and by how much, microseconds; `null` where it is not about time. */
  way: MissedWay | null;
  byUs: number | null;
  /** The row that came nearest: its number, its key and when it happened; `null` where there is none. */
  nearest: { row: number; written: readonly CellValue[]; eventUs: bigint } | null;
  /** Where the row was chosen and is null itself: the columns that are, as they are named in the training table. */
  nullColumns: readonly string[];
}

/** The cells that one join left empty for one reason. */
export interface WhyEmptyLine {
  /** Its place among the lines, by which its rows are asked for. */
  number: number;
  join: number;
  fgName: string;
  reason: EmptyReasonName;
  cause: Cause;
  cells: number;
  /** Training rows that have such a cell. */
  rows: number;
  nearest: MissedCell | null;
  offer: Offer | null;
}

/** A row of a group, as it is drawn on a line. */
export interface DrawnRow {
  row: number;
  eventUs: bigint;
  /** When it can be used, by the rule of the join. */
  knownUs: bigint;
  value: CellValue;
}

/** A cell that only just missed, with the rows around it. */
export interface JustMissed {
  /** The place of its line. */
  line: number;
  /** What it missed by: of a cell that is too old it may be a later row. */
  missedAs: EmptyReasonName;
  cell: MissedCell;
  /** Of the rows under the key that came nearest, those nearest in time, ascending. */
  rows: readonly DrawnRow[];
  rule: JoinRule;
  /** The column whose values are shown. */
  column: { name: string; type: ColumnType };
}

/** Why the cells of a training set are empty. Lines with most cells come first. */
export interface WhyEmptySummary {
  viewName: string;
  emptyCells: number;
  joinedCells: number;
  /** The time of day, microseconds, at which every prediction is made; `null` where they differ. */
  clockUs: number | null;
  /** By the join's number: the spine's columns and the group's that it is on. */
  on: readonly { spineColumns: readonly string[]; featureColumns: readonly string[] }[];
  lines: readonly WhyEmptyLine[];
  justMissed: readonly JustMissed[];
}

/** Some training rows of a line. */
export interface MissedPage {
  rows: readonly MissedCell[];
  total: number;
}

/** Why one cell is empty. */
export interface WhyEmptyCell {
  line: number;
  fgName: string;
  join: number;
  reason: EmptyReasonName;
  cause: Cause;
  cell: MissedCell | null;
  offer: Offer | null;
  on: { spineColumns: readonly string[]; featureColumns: readonly string[] };
}
