import type { ColumnLoss } from "../formats/csv/column-loss";
import type { MadeColumn } from "../formats/csv/csv-plan";
import type { OnlineFeatures } from "../microfs";
import type {
  CellValue,
  ColumnType,
  FeatureGroupDefinition,
  FeatureViewDefinition,
  JoinRule,
  ReasonName,
  ViewColumn,
} from "../microfs/core";

/** Everything here crosses from the worker to the page: plain data that survives `structuredClone`. */

/** A feature group as lists show it. Times in microseconds; `null` where there are no rows. */
export interface GroupSummary {
  definition: FeatureGroupDefinition;
  /** In the order of the columns. */
  columns: readonly { name: string; type: ColumnType }[];
  numRows: number;
  numEntities: number;
  firstUs: bigint | null;
  lastUs: bigint | null;
  /** When the last of its rows can be used, by the group's own clock and delay. */
  lastKnownUs: bigint | null;
}

/** A feature view, and what its joins come to once the groups' own TTLs, delays and clocks are taken in. */
export interface ViewSummary {
  definition: FeatureViewDefinition;
  columns: readonly ViewColumn[];
  label: readonly string[];
  labelHorizonUs: bigint | null;
  rules: readonly JoinRule[];
}

export interface StoreOverview {
  groups: readonly GroupSummary[];
  views: readonly ViewSummary[];
}

/** What one join of a live training set did. Every array has shape [training rows]. */
export interface LiveJoin {
  fgName: string;
  /** The number that the matched row of the group is known by, or −1. */
  index: Int32Array;
  /** `Reason` codes. */
  reason: Uint8Array;
  /** `CellFlag` bits. */
  flags: Uint8Array;
  /** The matched row's event time, microseconds; 0 where there is none. */
  eventTimesUs: BigInt64Array;
}

/** What a training set comes to. */
export interface TrainingTotals {
  trainingRows: number;
  /** Joins × training rows that found nothing, and whose row leaks. */
  empty: number;
  leaks: number;
  joins: readonly { fgName: string; reasons: Readonly<Record<ReasonName, number>>; leaks: number }[];
}

/** A training set as edits leave it, without its values: those come by pages. */
export interface LiveTraining {
  viewName: string;
  columns: readonly ViewColumn[];
  joins: readonly LiveJoin[];
  /** Shape [training rows]. The number that each one's row of the label group is known by. */
  spineIndex: Int32Array;
  /** Shape [training rows]. Microseconds. */
  timesUs: BigInt64Array;
  totals: TrainingTotals;
}

/** Some rows of one column. Every array has shape [rows]. */
export interface PageColumn {
  name: string;
  type: ColumnType;
  /** Integers of 64 bits and times as such, floats, bools as 0 or 1, and texts as where they stand in `texts`. */
  values:
    | BigInt64Array<ArrayBuffer>
    | Float64Array<ArrayBuffer>
    | Int32Array<ArrayBuffer>
    | Uint8Array<ArrayBuffer>;
  /** 1 where there is a value, 0 where there is null. */
  valid: Uint8Array<ArrayBuffer>;
  /** The texts that these rows have, each once; `null` in a column of another type. */
  texts: readonly string[] | null;
}

/** The values of the training rows [from, to), in the order of the view's columns. */
export interface TrainingPage {
  from: number;
  to: number;
  columns: readonly PageColumn[];
  /** What stood, before the edits, in those of these training rows that read otherwise now. */
  before: {
    /** Shape [changed rows]. */
    trainingRows: Int32Array;
    /** Each with shape [changed rows]. */
    columns: readonly PageColumn[];
  };
}

/** One training row, whole. */
export interface TrainingRow {
  trainingRow: number;
  /** The number that its row of the label group is known by. */
  spineRow: number;
  timeUs: bigint;
  /** In the order of the view's columns. */
  values: readonly CellValue[];
  /** What each join did: the event time, microseconds, of the row that it matched, or `null` for none. */
  joins: readonly { reason: ReasonName; isLeak: boolean; eventTimeUs: bigint | null }[];
}

/** A row of a file that was not stored. */
export interface RejectedLine {
  line: number;
  column: string;
  value: string;
  reason: string;
}

/** What became of a file. `rows` is always `inserted` + `duplicates` + the number of `rejected`. */
export interface ImportReport {
  fgName: string;
  /** All rows of the file that were read. */
  rows: number;
  inserted: number;
  duplicates: number;
  /** In the order of the file's lines. */
  rejected: RejectedLine[];
  /** What the plan did not keep of the rows that it could read, in the order of the columns. */
  losses: ColumnLoss[];
  /** Rows that had blank cells past the last column, which were passed over. */
  rowsWithBlankTail: number;
  /** The columns that the file does not have. */
  made: MadeColumn[];
  /** Times without a zone that came twice in the chosen zone; the first coming was taken. */
  ambiguousTimes: number;
}

/** A page of a group's online rows. */
export interface OnlinePage {
  rows: readonly {
    key: string;
    values: Record<string, CellValue>;
    eventTime: bigint;
    createdTime: bigint | null;
    row: number;
  }[];
  total: number;
}

/** A look-up, with the time it took in the worker, milliseconds. */
export interface LookUp extends OnlineFeatures {
  tookMs: number;
}

/** How far a long job is: units of its own kind, and a sentence-ready name of the unit. */
export interface JobProgress {
  done: number;
  total: number;
  unit: "bytes" | "keys";
}
