import type { PlanChange } from "./csv-plan";
import { grouped } from "./words";

/** Why a cell's text cannot be got back from the value that it is read as. */
export type LossKind =
  /** `007` as 7. */
  | "leading_zeros"
  /** `+49` as 49, and `-0` as 0, where the column is whole numbers. */
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

/**
 * What reading a column by a plan loses, over the whole file.
 *
 * A cell is lost where its text cannot be got back from its value by the plan. These are spellings and no losses: zeros after the
 * last decimal (1.50), an exponent, thousands separators, the column's unit, how a minus is written; how a time is written, and its offset, since the
 * moment is kept (a spreadsheet's days to the millisecond); capital and small letters of true and false; quotes that need not be; blanks around numbers and
 * times. Told elsewhere, since the plan names them: words for null, and blanks around texts that the plan trims.
 */
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

/** Names a loss, so that a person can say that it is all right. More cells that are lost in the same way need another word. */
export function lossId({ column, kind, cells }: ColumnLoss): string {
  return `${cells} ${kind} ${column}`;
}

/** The loss in a sentence, with its first cell: `In “zip”, 2 values begin with zeros that numbers do not keep: 07307 would become 7307.` */
export function lossSentence(
  { column, kind, cells, examples }: ColumnLoss,
  become: "would become" | "became" = "would become",
): string {
  const [what, why] = cells === 1 ? ONE[kind] : MANY[kind];
  const first = examples[0];
  const example = first === undefined ? "" : `: ${first.text} ${become} ${first.becomes || "empty"}`;
  return `In “${column}”, ${grouped(cells)} ${what} ${why}${example}.`;
}

type Words = Record<LossKind, readonly [what: string, why: string]>;

const ONE: Words = {
  leading_zeros: ["value", "begins with zeros that numbers do not keep"],
  plus_sign: ["value", "begins with a sign that whole numbers do not keep"],
  digits: ["value", "has more digits than a 64-bit float keeps"],
  unit: ["value", "has a unit where the rest has none, or none where the rest has one"],
  zone: ["time", "names no zone, as others do"],
  time_of_day: ["value", "is a day without a time of day, among times that have one"],
  bool_words: ["value", "is true or false in other words than the rest"],
  quoted_blank: ["blank", "stands in quotes, and others do not"],
};

const MANY: Words = {
  leading_zeros: ["values", "begin with zeros that numbers do not keep"],
  plus_sign: ["values", "begin with a sign that whole numbers do not keep"],
  digits: ["values", "have more digits than a 64-bit float keeps"],
  unit: ["values", "have a unit where the rest have none, or none where the rest have one"],
  zone: ["times", "name no zone, as others do"],
  time_of_day: ["values", "are days without a time of day, among times that have one"],
  bool_words: ["values", "are true or false in other words than the rest"],
  quoted_blank: ["blanks", "stand in quotes, and others do not"],
};
