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
  /** Names what it belongs to: over columns beside each other of one group the name stands once. */
  readonly group?: string;
  /**
   * Stays at the start of the table while the others scroll under it; for the first columns, as far as they leave half of
   * the width. It is as wide as its least.
   */
  readonly pinned?: boolean;
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
    .map(({ minWidthPx = DEFAULT_MIN_WIDTH_PX, grow = 1, pinned = false }) =>
      grow > 0 && !pinned ? `minmax(${minWidthPx}px, ${grow}fr)` : `${minWidthPx}px`,
    )
    .join(" ");
}

/** The columns with their widths for text that is larger than usual; the same array where it is not. */
export function columnsForText(
  columns: readonly DataTableColumn[],
  scale: number,
): readonly DataTableColumn[] {
  if (scale === 1) return columns;
  return columns.map((column) => ({
    ...column,
    minWidthPx: Math.round((column.minWidthPx ?? DEFAULT_MIN_WIDTH_PX) * scale),
  }));
}

/** The width below which the table scrolls sideways, in CSS pixels. */
export function leastWidthPx(columns: readonly DataTableColumn[]): number {
  return columns.reduce((sum, column) => sum + (column.minWidthPx ?? DEFAULT_MIN_WIDTH_PX), 0);
}

/** Where each column ends in a table that scrolls sideways, CSS pixels from its start. */
export function columnEnds(columns: readonly DataTableColumn[]): number[] {
  let end = 0;
  return columns.map(({ minWidthPx = DEFAULT_MIN_WIDTH_PX }) => {
    end += minWidthPx;
    return end;
  });
}

/** Where each pinned column stays, CSS pixels from the table's start: the first ones, as far as half the width. */
export function pinnedOffsets(columns: readonly DataTableColumn[], tablePx: number): readonly number[] {
  const offsets: number[] = [];
  let end = 0;
  for (const { pinned = false, minWidthPx = DEFAULT_MIN_WIDTH_PX } of columns) {
    if (!pinned || end + minWidthPx > tablePx / 2) break;
    offsets.push(end);
    end += minWidthPx;
  }
  return offsets;
}

/** Columns beside each other that belong together. */
export interface ColumnSpan {
  /** "" where they belong to nothing. */
  readonly group: string;
  /** Whether the span before it is of the same group: its name is seen there. */
  readonly isContinued: boolean;
  /** The columns [from, to). */
  readonly from: number;
  readonly to: number;
}

/** The groups over the columns, in order; what is pinned ends a span. Empty where no column has a group. */
export function columnSpans(columns: readonly DataTableColumn[], numPinned: number): readonly ColumnSpan[] {
  if (columns.every(({ group }) => group === undefined)) return [];
  const spans: ColumnSpan[] = [];
  for (const [at, { group = "" }] of columns.entries()) {
    const last = spans.at(-1);
    const goesOn = at > 0 && (columns[at - 1]?.group ?? "") === group;
    if (last !== undefined && goesOn && at !== numPinned) spans[spans.length - 1] = { ...last, to: at + 1 };
    else spans.push({ group, isContinued: goesOn, from: at, to: at + 1 });
  }
  return spans;
}
