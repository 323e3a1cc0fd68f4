import type { PlanChange } from "./csv-plan";

/** Why a cell's text cannot be got back from the value that it is read as. */
export type LossKind =
  /** `007` as 7, `+49` as 49. */
  | "leading_zeros"
  | "plus_sign"
  /** A 64-bit float holds fewer digits than are written. */
  | "digits"
  /** A number with the column's unit among such without, or the other way round. */
  | "unit"
  /** A time without a zone among times that say theirs. */
  | "zone"
  /** A day without a time of day among times that have one. */
  | "time_of_day"
  /** `yes` among `true` and `false`. */
  | "bool_words"
  /** A blank in quotes among blanks without, both read as null. */
  | "quoted_blank";

/** What reading a column by a plan loses, over the whole file. */
export interface ColumnLoss {
  column: string;
  kind: LossKind;
  /** Cells of rows that would be stored. */
  cells: number;
  /** The first of them, at most three. `becomes` is the value as it would be written out again. */
  examples: Array<{ line: number; text: string; becomes: string }>;
  /** What would keep it; `null` where nothing would. */
  keep: { label: string; change: PlanChange } | null;
}

/** A loss in a sentence, with its first example. */
export function lossSentence({ column, cells, examples: [first] }: ColumnLoss): string {
  const values = cells === 1 ? "1 value" : `${cells} values`;
  return `In “${column}”, ${values} would not be kept as written${first === undefined ? "" : `: ${first.text} would become ${first.becomes}`}.`;
}
