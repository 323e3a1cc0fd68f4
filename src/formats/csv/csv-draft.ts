import type { CsvPlan, PlanChange } from "./csv-plan";

/** What the head of a file says of a plan, the proposed one or a corrected one. A plain JSON value. */
export interface CsvReview {
  /** One for each column of the plan, then one for each made column. */
  findings: ColumnFinding[];
  /** What was changed or should be looked at, as the plan is now. Nothing is changed without one. */
  notes: CsvNote[];
  preview: PreviewRow[];
}

/** What reading the head of a file proposes, with the reasons, for a person to correct. A plain JSON value. */
export interface CsvDraft extends CsvReview {
  /** The proposal. Corrections are made to it. */
  plan: CsvPlan;
  hasBom: boolean;
  /** The size of the file, and how much of it this draft is drawn from. */
  bytes: number;
  bytesRead: number;
  /** Rows in what was read, and how many the file may have in all; equal where all was read. */
  rowsRead: number;
  rowsEstimated: number;
  /** Columns that could be the entity key, the likeliest first. */
  keyCandidates: string[];
  /** What only a person can know. The plan holds the first choice until it is answered. */
  questions: CsvQuestion[];
  /** The first lines as they are written, for a person to say which holds the names. */
  firstLines: string[];
}

/** What was seen in a column. */
export interface ColumnFinding {
  name: string;
  /** The column in a sentence, such as `Times, day first, from 2025-08-30 to 2025-12-01. Never empty.` */
  sentence: string;
  cells: number;
  nulls: number;
  /** Different values among those read. */
  distinct: number;
  /** Cells that the proposed type cannot read. */
  unreadable: number;
  /** Times written without a zone. */
  withoutZone: number;
}

/** Something that can be meant in more than one way. */
export interface CsvQuestion {
  /** Stays the same when the file is read again in another way, so that an answer is kept. */
  id: string;
  /** The columns it is about: it is not asked where none of them is read. */
  columns: string[];
  /** The event time that it is about: it is not asked where the plan has another, or where one of its columns is not read. */
  eventTime?: string;
  text: string;
  choices: Choice[];
}

/** A way to go on. `change` is laid over the plan when it is taken. */
export interface Choice {
  label: string;
  change: PlanChange;
  /** The delay that the group is given with it, such as `1d`. */
  delay?: string;
}

export type CsvNoteCode =
  | "no_rows"
  | "renamed_column"
  | "encoding"
  | "first_line"
  | "comments"
  | "one_column"
  | "blanks_between"
  | "blanks_past_end"
  | "broken_quote"
  | "ragged_rows"
  | "unreadable_cells"
  | "unlike_others"
  | "mixed_column"
  | "null_words"
  | "blanks_around"
  | "too_many_digits"
  | "two_digit_years"
  | "units"
  | "thousands"
  | "counted_times"
  | "outside_years"
  | "empty_column"
  | "no_key"
  | "blank_key"
  | "no_event_time"
  | "made_time"
  | "no_hours"
  | "other_times"
  | "created_before_event";

export interface CsvNote {
  code: CsvNoteCode;
  text: string;
  /** What a press can do about it. */
  offers?: Choice[];
}

/** A row as it is written, for the preview. */
export interface PreviewRow {
  line: number;
  /** Shape [cells of the row], which may differ from the plan's columns. Null where the plan reads null. */
  cells: Array<string | null>;
  /** True where a quote breaks the row: it has no cells, and `cells` is the text in the problem's column alone. */
  isBroken?: true;
  /** Why the plan would reject the row, and in which column; undefined where it would not. */
  problem?: { column: string; reason: string };
}

/** What a person has said already; the rest is found. */
export type SniffOverrides = Partial<
  Pick<
    CsvPlan,
    | "encoding"
    | "delimiter"
    | "firstLine"
    | "hasHeader"
    | "comment"
    | "zone"
    | "quotedBlankIsNull"
    | "unescapeFormulas"
  >
>;
