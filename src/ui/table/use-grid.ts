import {
  type FocusEvent,
  type KeyboardEvent,
  type PointerEvent,
  type SyntheticEvent,
  useCallback,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import type { CellCoordinate, DataTableColumn } from "./data-table-column";

interface GridFocusInput {
  readonly columns: readonly Pick<DataTableColumn, "id">[];
  readonly rowCount: number;
  /** The row, and in it the column, that is shown as the current one: Tab leads there, until the keys have gone elsewhere. */
  readonly selected: { readonly rowIndex: number; readonly columnId: string | null } | null;
  readonly onCellFocus?: ((cell: CellCoordinate) => void) | undefined;
}

/**
 * The roving focus of a grid: one cell is Tab's stop, and the keys move which; or what is in the cell, where that is made
 * the stop.
 */
export function useGridFocus<Cell extends HTMLElement = HTMLDivElement>(input: GridFocusInput) {
  const { columns, rowCount, selected, onCellFocus } = input;
  const [lastPlace, setPlace] = useState<GridPosition>({ row: 0, column: 0 });
  const [shown, setShown] = useState("");
  const current = selected === null ? "" : `${selected.rowIndex} ${selected.columnId ?? ""}`;
  if (shown !== current && selected !== null) {
    setShown(current);
    const column = columns.findIndex(({ id }) => id === selected.columnId);
    setPlace(({ column: before }) => ({ row: selected.rowIndex, column: column < 0 ? before : column }));
  }
  // The table may have shrunk since.
  const place = {
    row: Math.max(0, Math.min(lastPlace.row, rowCount - 1)),
    column: Math.max(0, Math.min(lastPlace.column, columns.length - 1)),
  };
  const cellRef = useRef<Cell>(null);
  const isFocusDue = useRef(false);

  // The cell may not have existed before this render: it was out of sight.
  useLayoutEffect(() => {
    if (!isFocusDue.current) return;
    isFocusDue.current = false;
    if (!cellRef.current) return;
    const stop = cellRef.current.querySelector<HTMLElement>('[tabindex="0"]') ?? cellRef.current;
    stop.focus({ preventScroll: true });
    revealInLine(cellRef.current);
  });

  const go = useCallback((to: GridPosition) => {
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

/** Scrolls columns, by their numbers, beside what is pinned; no farther than is needed where that is one of them only. */
export function revealColumns(
  scroller: HTMLElement | null,
  columns: readonly number[],
  numPinned: number,
): void {
  const first = columns[0];
  const last = columns.at(-1);
  if (scroller === null || first === undefined || last === undefined) return;
  const header = (column: number) =>
    scroller.querySelector(`[data-header="${column}"]`)?.getBoundingClientRect();
  const view = scroller.getBoundingClientRect();
  const from = header(first)?.left ?? 0;
  const to = header(last)?.right ?? 0;
  const start = numPinned === 0 ? view.left : (header(numPinned - 1)?.right ?? view.left);
  const end = view.left + scroller.clientWidth;
  if (from >= start && to <= end && first === last) return;
  scroller.scrollLeft += from - start;
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
  const pinned = cell.parentElement?.querySelector('[data-pinned="last"]')?.getBoundingClientRect().right;
  const start = cell.hasAttribute("data-pinned") ? view.left : (pinned ?? view.left);
  if (left < start) scroller.scrollLeft += left - start;
  else if (right > view.right) scroller.scrollLeft += Math.min(right - view.right, left - view.left);
  if (top < 0 || bottom > window.innerHeight) cell.scrollIntoView({ block: "nearest", inline: "nearest" });
}

interface GridPointerInput {
  readonly columns: readonly DataTableColumn[];
  readonly onCellHover: ((cell: CellCoordinate | null) => void) | undefined;
  readonly onCellActivate: ((cell: CellCoordinate) => void) | undefined;
}

/** What a pointer does in a grid, listened to once for all cells. */
export function useGridPointer({ columns, onCellHover, onCellActivate }: GridPointerInput) {
  const hovered = useRef<string | null>(null);

  const addressOf = (target: EventTarget): CellCoordinate | null => {
    const at = cellAt(target);
    const column = at && columns[at.column];
    return at && column ? { rowIndex: at.row, columnId: column.id } : null;
  };

  const hover = (cell: CellCoordinate | null) => {
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

/** A cell by two indices, both from 0. */
interface GridPosition {
  readonly row: number;
  readonly column: number;
}

interface GridExtent {
  readonly rowCount: number;
  readonly columnCount: number;
  /** How far PageUp and PageDown go. */
  readonly rowsPerPage: number;
}

interface GridKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/**
 * Where a key leads from a cell, by the WAI-ARIA grid pattern; `null` for a key that is not the grid's, which
 * is then left to whoever else listens. At an edge the answer is the cell itself.
 */
export function placeAfterKey(event: GridKey, from: GridPosition, extent: GridExtent): GridPosition | null {
  if (event.altKey || event.shiftKey) return null;
  const move = event.ctrlKey || event.metaKey ? MOVES_WITH_CTRL.get(event.key) : MOVES.get(event.key);
  if (!move) return null;
  const to = move(from, extent);
  return {
    row: clamp(to.row, extent.rowCount),
    column: clamp(to.column, extent.columnCount),
  };
}

type Move = (from: GridPosition, extent: GridExtent) => GridPosition;

const MOVES: ReadonlyMap<string, Move> = new Map<string, Move>([
  ["ArrowUp", ({ row, column }) => ({ row: row - 1, column })],
  ["ArrowDown", ({ row, column }) => ({ row: row + 1, column })],
  ["ArrowLeft", ({ row, column }) => ({ row, column: column - 1 })],
  ["ArrowRight", ({ row, column }) => ({ row, column: column + 1 })],
  ["Home", ({ row }) => ({ row, column: 0 })],
  ["End", ({ row }, { columnCount }) => ({ row, column: columnCount - 1 })],
  ["PageUp", ({ row, column }, { rowsPerPage }) => ({ row: row - rowsPerPage, column })],
  ["PageDown", ({ row, column }, { rowsPerPage }) => ({ row: row + rowsPerPage, column })],
]);

const MOVES_WITH_CTRL: ReadonlyMap<string, Move> = new Map<string, Move>([
  ["Home", () => ({ row: 0, column: 0 })],
  ["End", (_, { rowCount, columnCount }) => ({ row: rowCount - 1, column: columnCount - 1 })],
]);

function clamp(index: number, count: number): number {
  return Math.max(0, Math.min(index, count - 1));
}

/** The body cell that an event happened in; `null` in the header or between cells. */
function cellAt(target: EventTarget): GridPosition | null {
  if (!(target instanceof Element)) return null;
  const cell = target.closest<HTMLElement>("[data-column]");
  const row = cell?.closest<HTMLElement>("[data-row]");
  if (!cell || !row) return null;
  return { row: Number(row.dataset.row), column: Number(cell.dataset.column) };
}
