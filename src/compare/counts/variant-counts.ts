import type { VariantName } from "../../terms/variants";

/** Cells counted by peek. */
export interface PeekHistogram {
  /** Shape [bins + 1], ascending, microseconds. Bin i has the peeks in [edges[i], edges[i + 1]). */
  edgesUs: number[];
  /** Shape [bins]. */
  counts: number[];
}

/** A feature's cells under one variant. */
export interface FeatureCounts {
  /** Its name in the training table, its join, and its name in the join's group. */
  name: string;
  join: number;
  column: string;
  cells: number;
  other: number;
  leaked: number;
  stale: number;
  empty: number;
}

/**
 * What one variant does to the whole training set. A cell is one value of the table: a row of the variant's own table × a
 * feature. Counts of a variant that multiplies are computed: its table is never built.
 */
export interface VariantCounts {
  name: VariantName;
  /** Rows of its table, and how many spine rows are in it more than once. */
  rows: number;
  multipliedRows: number;
  cells: number;
  /** Cells that another row made than in the view's own join: a later one, an earlier one, or one where there was none and the other way round. */
  other: number;
  newer: number;
  older: number;
  /**
   * By how much that other row is newer (positive) or older than the view's own, microseconds: the median over the newer and
   * the older cells, of an even number the lower of the middle two. `null` where there are none.
   */
  medianShiftUs: number | null;
  /**
   * A row that was corrected late can leak and be stale at once, and a leaked or stale row can be the view's own: these two can be more
   * than `other` together.
   */
  leaked: number;
  stale: number;
  empty: number;
  /** Microseconds, of an even number of cells the lower of the middle two; `null` where nothing leaks. */
  medianPeekUs: number | null;
  peek: PeekHistogram;
  /** In the order of the table's columns. */
  features: FeatureCounts[];
  /** Set where rows multiply beyond 2^53: all counts are then right to some fifteen digits only. */
  isRounded?: boolean;
}

/** What is counted of cells; and, of a variant that multiplies, the rows that are in its table more than once. */
export const CELLS_COUNTED = ["other", "leaked", "stale", "empty", "multiplied"] as const;

/** Cells behind a number or a bar. */
export interface CellsBehind {
  variant: VariantName;
  what: (typeof CELLS_COUNTED)[number];
  /** Only of one feature, by its name in the training table. */
  feature: string | null;
  /** Of leaked cells only those with a peek in [from, to), microseconds. */
  peekUs: { from: number; to: number } | null;
}
