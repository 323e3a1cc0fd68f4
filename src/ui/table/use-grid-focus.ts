import { type FocusEvent, type KeyboardEvent, useCallback, useLayoutEffect, useRef, useState } from "react";
import { cellAt } from "./cell-at";
import type { CellAddress, DataTableColumn } from "./data-table-column";
import { type GridPlace, placeAfterKey } from "./grid-keys";

export interface GridFocusInput {
  readonly columns: readonly DataTableColumn[];
  readonly rowCount: number;
  readonly onCellFocus: ((cell: CellAddress) => void) | undefined;
}

/** The roving focus of a grid: one cell is Tab's stop, and the keys move which. */
export function useGridFocus({ columns, rowCount, onCellFocus }: GridFocusInput) {
  const [lastPlace, setPlace] = useState<GridPlace>({ row: 0, column: 0 });
  // The table may have shrunk since.
  const place = {
    row: Math.max(0, Math.min(lastPlace.row, rowCount - 1)),
    column: Math.max(0, Math.min(lastPlace.column, columns.length - 1)),
  };
  const cellRef = useRef<HTMLDivElement>(null);
  const isFocusDue = useRef(false);

  // The cell may not have existed before this render: it was out of sight.
  useLayoutEffect(() => {
    if (!isFocusDue.current) return;
    isFocusDue.current = false;
    if (!cellRef.current) return;
    cellRef.current.focus({ preventScroll: true });
    revealInLine(cellRef.current);
  });

  const go = useCallback((to: GridPlace) => {
    isFocusDue.current = true;
    setPlace({ ...to });
  }, []);

  const moveTo = useCallback(
    (row: number, columnId: string) => {
      const column = columns.findIndex((candidate) => candidate.id === columnId);
      if (column >= 0) go({ row, column });
    },
    [columns, go],
  );

  /** Whether the key was the grid's. */
  const onKeyDown = (
    event: KeyboardEvent,
    rowsPerPage: number,
    scrollToRow: (rowIndex: number, place: "nearest") => void,
  ): boolean => {
    const from = cellAt(event.target);
    const to = from && placeAfterKey(event, from, { rowCount, columnCount: columns.length, rowsPerPage });
    if (!to) return false;
    event.preventDefault();
    scrollToRow(to.row, "nearest");
    go(to);
    return true;
  };

  const onFocus = (event: FocusEvent) => {
    const at = cellAt(event.target);
    const column = at && columns[at.column];
    if (!at || !column) return;
    setPlace((last) => (last.row === at.row && last.column === at.column ? last : at));
    onCellFocus?.({ rowIndex: at.row, columnId: column.id });
  };

  return { place, cellRef, moveTo, onKeyDown, onFocus };
}

/**
 * Scrolls a cell, whose row is in sight already, into sight sideways, and the page where the cell is beyond its edge.
 * `scrollIntoView` alone would also scroll a table whose scroll is scaled, by far too much.
 */
function revealInLine(cell: HTMLElement): void {
  const scroller = cell.closest<HTMLElement>("[role=grid]")?.parentElement;
  if (!scroller) return;
  const view = scroller.getBoundingClientRect();
  const { left, right, top, bottom } = cell.getBoundingClientRect();
  if (left < view.left) scroller.scrollLeft += left - view.left;
  else if (right > view.right) scroller.scrollLeft += Math.min(right - view.right, left - view.left);
  if (top < 0 || bottom > window.innerHeight) cell.scrollIntoView({ block: "nearest", inline: "nearest" });
}
