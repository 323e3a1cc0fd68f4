/** What a comparison of joins counts or measures, as headers and lists name it. */
export type ComparisonTermName =
  | "rows"
  | "other"
  | "leaked"
  | "peek"
  | "stale"
  | "empty"
  | "size"
  | "offline"
  | "production";

export interface ComparisonTerm {
  /** At the head of a column. */
  readonly word: string;
  /** What it counts or measures, in a sentence or two. */
  readonly glossary: string;
}

/** Every column of the tables in which joins are compared. */
export const COMPARISON_TERMS: Readonly<Record<ComparisonTermName, ComparisonTerm>> = {
  rows: {
    word: "rows",
    glossary:
      "How many rows its training table has. A join that takes several rows for one row to predict makes a row of each: such rows are multiplied.",
  },
  other: {
    word: "other",
    glossary:
      "Cells from another row than in the view’s own join, whatever value they hold: two rows can hold the same one.",
  },
  leaked: {
    word: "leaked",
    glossary:
      "Cells from a row that was not known at the prediction’s moment, by its group’s own clock and delay. A late correction of an old row can leak and be stale at once: a cell can be counted as both.",
  },
  peek: {
    word: "peek",
    glossary: "How long after the prediction’s moment a leaked row became known.",
  },
  stale: {
    word: "stale",
    glossary:
      "Cells for which the rule, kept to what was known by then, would have taken a later row; or any row, where this join finds none.",
  },
  empty: { word: "empty", glossary: "Cells that hold a null: no row was found, or its own value is null." },
  size: {
    word: "size",
    glossary:
      "How far two values are apart: of numbers and times their difference over the column’s spread, the distance between its quartiles. Texts, and a value beside a null, have none.",
  },
  offline: {
    word: "offline",
    glossary:
      "A model’s score on the table that this join makes, leaks and all: what is seen before it is served.",
  },
  production: {
    word: "in production",
    glossary: "The same model’s score where it is served only what was known by then: the as-of values.",
  },
};
