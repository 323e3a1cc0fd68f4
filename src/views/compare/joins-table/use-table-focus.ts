import { type KeyboardEvent, type PointerEvent, type RefObject, useRef } from "react";
import { useGridFocus } from "../../../ui/table/use-grid";

export interface TableFocusInput {
  /** In their order. */
  readonly columnIds: readonly string[];
  /** The head is the first. */
  readonly rowCount: number;
  /** Where Tab leads to at first. */
  readonly start: { readonly rowIndex: number; readonly columnId: string };
}

/** What each cell of a row is told, by the number of its column. */
export type CellFocus = (column: number) => CellStop;

export interface CellStop {
  /** On the cell; with what is in it where that has the focus in its place. */
  readonly cell: (isFilled?: boolean) => {
    readonly ref: RefObject<HTMLTableCellElement | null> | undefined;
    readonly tabIndex: 0 | -1;
    readonly "data-column": number;
  };
  /** On what is in it. */
  readonly tabIndex: 0 | -1;
}

/** One Tab stop for a whole table: arrows lead from cell to cell, and to the radio, the link or the term that is in it. */
export function useTableFocus({ columnIds, rowCount, start }: TableFocusInput) {
  const columns = columnIds.map((id) => ({ id }));
  const { place, cellRef, onKeyDown, onFocus } = useGridFocus<HTMLTableCellElement>({
    columns,
    rowCount,
    selected: start,
  });
  const pressed = useRef<EventTarget>(null);
  const focusOf =
    (row: number): CellFocus =>
    (column) => {
      const isStop = row === place.row && column === place.column;
      return {
        tabIndex: isStop ? 0 : -1,
        // Always to be focused: what is in it may come or go while it has the focus.
        cell: (isFilled = false) => ({
          ref: isStop ? cellRef : undefined,
          tabIndex: isStop && !isFilled ? 0 : -1,
          "data-column": column,
        }),
      };
    };
  return {
    focusOf,
    grid: {
      onFocus,
      onPointerDown: ({ target }: PointerEvent) => {
        pressed.current = target instanceof HTMLInputElement ? target : null;
      },
      onBlur: () => {
        pressed.current = null;
      },
      onKeyDown: (event: KeyboardEvent) => {
        // After a press with the mouse the keys that step the pictures still do.
        const isPressed = event.target === pressed.current;
        if (isPressed && event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
        onKeyDown(event, rowCount, () => undefined);
      },
    },
  };
}
