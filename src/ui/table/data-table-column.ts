import type { ReactNode } from "react";

/** A cell by its place: rows count from 0 in the table's order, columns by their id. */
export interface CellCoordinate {
  readonly rowIndex: number;
  readonly columnId: string;
}

/** One column of a {@link DataTable}. Cells are made on demand, for the rows in sight. */
export interface DataTableColumn {
  readonly id: string;
  /** Never empty: it is what a screen reader says before each cell. */
  readonly header: ReactNode;
  /** A second line in the header: the column's type and part. */
  readonly subheader?: ReactNode;
  /** Numbers stand at the `end`, so that their digits line up. */
  readonly align?: "start" | "end";
  /** The least width; a table too narrow for the sum scrolls sideways. 120 unless told. */
  readonly minWidthPx?: number;
  /** Its share of the width that is left over; 0 keeps it at its least. 1 unless told. */
  readonly grow?: number;
  readonly cell: (rowIndex: number) => ReactNode;
  /** The exact value, for a cell that shows it shortened: shown on hover. */
  readonly exact?: (rowIndex: number) => string | undefined;
}

/** What a row may look like: `muted` for one that is left out. */
export type RowTone = "plain" | "muted";

/**
 * What a cell may look like. `chosen` is the green of a value that was written as it should be, `leak` has the solid
 * corner, `problem` is strong with a dashed rule, `muted` stands back (a null, a row's number).
 */
export type CellTone = "plain" | "muted" | "chosen" | "leak" | "problem";

const DEFAULT_MIN_WIDTH_PX = 120;

/** The columns' widths as a CSS grid template. No width depends on content, so that rows made apart line up. */
export function columnTemplate(columns: readonly DataTableColumn[]): string {
  return columns
    .map(({ minWidthPx = DEFAULT_MIN_WIDTH_PX, grow = 1 }) =>
      grow > 0 ? `minmax(${minWidthPx}px, ${grow}fr)` : `${minWidthPx}px`,
    )
    .join(" ");
}

/** The width below which the table scrolls sideways, in CSS pixels. */
export function leastWidthPx(columns: readonly DataTableColumn[]): number {
  return columns.reduce((sum, column) => sum + (column.minWidthPx ?? DEFAULT_MIN_WIDTH_PX), 0);
}
