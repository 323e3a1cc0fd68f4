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

/** What a training row is known by. */
export interface SpineRowName {
  trainingRow: number;
  spineRow: number;
  timeUs: bigint;
  /** The entity's key values. */
  entity: CellValue[];
}

/** One spine row that has such cells. */
export interface BehindRow extends SpineRowName {
  /** How many of its cells count. */
  cells: number;
  /** The greatest peek of them, microseconds; 0 where none leaks, and of stale and empty cells of a variant that multiplies. */
  peekUs: number;
  /** The cell that has this peek, else the first: its join and its feature, and its value in the view's own join and in the variant. */
  join: number;
  feature: string;
  own: CellValue;
  value: CellValue;
  /** Whether the row that made it had happened only after the spine row's time. */
  isAhead: boolean;
  /** How many rows of the variant's table the spine row becomes, and how many each join takes of its group. */
  tableRows: number;
  rowsOfJoins: number[];
}

export interface BehindPage {
  behind: CellsBehind;
  /** All spine rows and cells behind the number. */
  totalRows: number;
  totalCells: number;
  /** Rows of the variant's table, and of the spine. */
  tableRows: number;
  spineRows: number;
  from: number;
  rows: BehindRow[];
}

/** What is written into one cell of a training row. */
export interface WrittenCell {
  /** How many rows of a table that multiplies make it; 1 where it does not, or nothing is found. */
  rows: number;
  /** The first of its distinct values, in time order, and how many there are. */
  values: CellValue[];
  distinct: number;
  /** Whether any row that made it leaks. */
  leaks: boolean;
}

/** A cell that two variants write differently. */
export interface DifferenceRow extends SpineRowName {
  join: number;
  /** Its name in the training table, and its column. */
  feature: string;
  column: string;
  type: ColumnType;
  before: WrittenCell;
  after: WrittenCell;
  /** The greatest difference of numbers or times over the column's spread; `null` where there is none to tell. */
  size: number | null;
}

export interface DifferencePage {
  above: VariantName;
  below: VariantName;
  /** Cells of training rows, and training rows that have some. */
  totalCells: number;
  totalRows: number;
  /** All training rows, and their cells that other rows made, whatever value these hold. */
  spineRows: number;
  otherRowCells: number;
  from: number;
  rows: DifferenceRow[];
}

/** One row of a variant's own table. */
export interface TableRow extends SpineRowName {
  /** Of every feature; and whether the row that it comes from leaks. */
  values: CellValue[];
  leaks: boolean[];
}

export interface TableRowsPage {
  variant: VariantName;
  /** Rows of the variant's table, of which few exist at a time, and of the spine. */
  totalRows: number;
  spineRows: number;
  /** The names of the table's features, in order. */
  features: string[];
  from: number;
  rows: TableRow[];
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
  /** Rows of a variant's own table, which is never built. */
  | { readonly kind: "rows"; readonly variant: VariantName; readonly from: number; readonly to: number }
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
  | ({ readonly kind: "rows" } & TableRowsPage)
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
