import { type PointerEvent, type SyntheticEvent, useRef } from "react";
import { cellAt } from "./cell-at";
import type { CellAddress, DataTableColumn } from "./data-table-column";

export interface GridPointerInput {
  readonly columns: readonly DataTableColumn[];
  readonly onCellHover: ((cell: CellAddress | null) => void) | undefined;
  readonly onCellActivate: ((cell: CellAddress) => void) | undefined;
}

/** What a pointer does in a grid, heard once for all cells. */
export function useGridPointer({ columns, onCellHover, onCellActivate }: GridPointerInput) {
  const hovered = useRef<string | null>(null);

  const addressOf = (target: EventTarget): CellAddress | null => {
    const at = cellAt(target);
    const column = at && columns[at.column];
    return at && column ? { rowIndex: at.row, columnId: column.id } : null;
  };

  const hover = (cell: CellAddress | null) => {
    const name = cell && `${cell.rowIndex}/${cell.columnId}`;
    if (name === hovered.current) return;
    hovered.current = name;
    onCellHover?.(cell);
  };

  const activate = (event: SyntheticEvent) => {
    // A link or button in a cell acts for itself.
    if (event.target instanceof Element && event.target.closest("a, button, input, select")) return;
    const cell = addressOf(event.target);
    if (!cell || !onCellActivate) return;
    event.preventDefault();
    onCellActivate(cell);
  };

  return {
    activate,
    onPointerOver: (event: PointerEvent) => hover(addressOf(event.target)),
    onPointerLeave: () => hover(null),
  };
}
