import type { Band, ModelProblem, TableName } from "../../compare/model/model-results";
import type { RandomSplit } from "../../compare/model/random-split";
import type { Scenario } from "../../scenario/scenario";
import type { VariantName } from "../../terms/variants";

/** What a lesson asks a model: of data that a generator makes, and that is stored nowhere. */
export type ScoreQuestion =
  /** What each of these joins promises and keeps, beside the view's own. */
  | { readonly kind: "joins"; readonly scenario: Scenario; readonly variants: readonly VariantName[] }
  /** What becomes of a model where empty cells are left, filled with the next value, or their rows dropped. */
  | { readonly kind: "nulls"; readonly scenario: Scenario }
  /** What the view's own join promises and keeps with some of its joins alone. */
  | { readonly kind: "features"; readonly scenario: Scenario; readonly joins: readonly number[] }
  /** Whether a split at random promises more than one by time: of the data as each seed makes it. */
  | { readonly kind: "splits"; readonly scenario: Scenario; readonly seeds: readonly number[] };

/** Areas under the ROC curve of one table's model: on that table, and on what was known. */
export interface TableScore {
  readonly name: TableName;
  readonly offline: Band;
  readonly production: Band;
  readonly gap: Band;
  /** Less those of the first table. `null` of the first itself. */
  readonly overFirst: { readonly offline: Band; readonly production: Band } | null;
  readonly rows: number;
}

/** One data set's model, under both splits. */
export interface SplitScore {
  readonly seed: number;
  /** Whether the joins that leak are in it. */
  readonly hasLeaks: boolean;
  readonly byTime: Band;
  readonly production: Band;
  readonly atRandom: RandomSplit;
}

export type ScoreAnswer =
  | {
      readonly kind: "tables";
      /** The view's own first. */
      readonly scores: readonly TableScore[];
      readonly entities: number;
      readonly rows: number;
      /** Cells that the view's own joins leave empty, and how many there are. */
      readonly empty: { readonly cells: number; readonly of: number };
    }
  | { readonly kind: "splits"; readonly scores: readonly SplitScore[] }
  | { readonly kind: "problem"; readonly problem: ModelProblem };

/** How far the work is: a part of the whole. */
export interface ScoreProgress {
  readonly done: number;
  readonly total: number;
}
