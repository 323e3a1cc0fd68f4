import type { CellsBehind, VariantCounts } from "../../compare/counts/variant-counts";
import type { Consequence, ModelProblem, ModelRequest } from "../../compare/model/model-results";
import type { CurvePoint } from "../../compare/reaction-curve";
import type { CellValue, ColumnType } from "../../microfs/core";
import type { ReactionKnobs } from "../../scenario/reaction/reaction-knobs";
import type { Scenario } from "../../scenario/scenario";
import type { VariantName } from "../../terms/variants";

export {
  CELLS_COUNTED,
  type CellsBehind,
  type FeatureCounts,
  type PeekHistogram,
  type VariantCounts,
} from "../../compare/counts/variant-counts";

/** Everything here crosses from the worker to the page: plain data that survives `structuredClone`. */

export interface CompareSummary {
  viewName: string;
  spineRows: number;
  /** In the order of the menu, the view's own join first. */
  variants: VariantCounts[];
}

/** One spine row that has such cells. */
export interface BehindRow {
  trainingRow: number;
  spineRow: number;
  timeUs: bigint;
  /** The entity's key values. */
  entity: CellValue[];
  /** How many of its cells count, and which join has the first of them. */
  cells: number;
  join: number;
  /** The greatest peek of them, microseconds; 0 where none leaks, and of stale and empty cells of a variant that multiplies. */
  peekUs: number;
  /**
   * The feature of the first such cell: its value in the view's own join, and in the variant. Where there are several, the last
   * of those that count; of leaked ones the one with the greatest peek.
   */
  feature: string;
  own: CellValue;
  value: CellValue;
}

export interface BehindPage {
  behind: CellsBehind;
  /** All spine rows and cells behind the number. */
  totalRows: number;
  totalCells: number;
  from: number;
  rows: BehindRow[];
}

/** A cell that two variants write differently. */
export interface DifferenceRow {
  trainingRow: number;
  spineRow: number;
  timeUs: bigint;
  entity: CellValue[];
  join: number;
  /** Its name in the training table, and its column. */
  feature: string;
  column: string;
  type: ColumnType;
  before: CellValue;
  after: CellValue;
  /** How many rows of a table that multiplies make `after`; 1 where it does not. */
  afterRows: number;
  /** 0 to 1: a difference of numbers over the column's spread, cut at 1; 1 for texts, and where one is empty. */
  size: number;
  /** Whether the row that made it leaks: before, and after. */
  leaks: [boolean, boolean];
}

export interface DifferencePage {
  above: VariantName;
  below: VariantName;
  /** Cells, and spine rows that have some. */
  totalCells: number;
  totalRows: number;
  from: number;
  rows: DifferenceRow[];
}

/** What one of two variants makes of an example's cell. */
export interface ExampleSideResult {
  name: VariantName;
  /** One value for each row of its table that comes of the spine row, in time order: a single null where nothing was found. */
  values: CellValue[];
  /** The rows of the join's group that made them, by their numbers in the scenario, and whether each leaks. */
  rows: { row: number; leaks: boolean }[];
}

/** The smallest data on which two variants still differ. */
export interface SmallestExample {
  above: ExampleSideResult;
  below: ExampleSideResult;
  /** The cell that differs, by its name in the training table; and its column of the join's group in the scenario. */
  feature: string;
  column: string;
  /** The spine row's number in the scenario. */
  spineRow: number;
  /** Rows it was cut from, and has: of the spine and of all groups together. */
  fromRows: number;
  rows: number;
  /** It opens as this. */
  scenario: Scenario;
  /** A test in pytest with pandas, and a query that runs as it is. */
  pytest: string;
  sql: string;
}

/** The gap against the reaction, on data that is made with these knobs: it is asked of no view. */
export interface CurveQuestion {
  readonly kind: "curve";
  /** Of the data and the models. */
  readonly seed: number;
  readonly knobs: ReactionKnobs;
}

/** What the page asks of a comparison. */
export type CompareQuestion = ViewQuestion | CurveQuestion;

/** What is asked of a view. */
export type ViewQuestion =
  | { readonly kind: "summary" }
  | { readonly kind: "behind"; readonly behind: CellsBehind; readonly from: number; readonly to: number }
  | {
      readonly kind: "differences";
      readonly above: VariantName;
      readonly below: VariantName;
      readonly from: number;
      readonly to: number;
    }
  /** The next (1) or previous (−1) training row in which the two differ. */
  | {
      readonly kind: "next";
      readonly above: VariantName;
      readonly below: VariantName;
      readonly trainingRow: number;
      readonly by: 1 | -1;
    }
  | { readonly kind: "consequence"; readonly request: ModelRequest }
  | {
      readonly kind: "smallest";
      readonly above: VariantName;
      readonly below: VariantName;
      readonly spineRow: number;
      /** The feature whose cell differs; `null` for the most telling one: a leak first, then of the join that is looked at. */
      readonly feature: string | null;
      readonly join: number;
      readonly blur: boolean;
    };

export type CompareAnswer =
  | ({ readonly kind: "summary" } & CompareSummary)
  | ({ readonly kind: "behind" } & BehindPage)
  | ({ readonly kind: "differences" } & DifferencePage)
  | { readonly kind: "next"; readonly trainingRow: number | null }
  | { readonly kind: "consequence"; readonly result: Consequence | ModelProblem }
  | { readonly kind: "smallest"; readonly example: SmallestExample | null }
  /** In the order of their reactions. */
  | { readonly kind: "curve"; readonly points: readonly CurvePoint[] };

/** How far a model is: a fraction of the work, and the variant that it is at. */
export interface CompareProgress {
  done: number;
  total: number;
  variant: VariantName | null;
}
