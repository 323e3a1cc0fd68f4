/** A cell by two indices, both from 0. */
export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

export interface GridExtent {
  readonly rowCount: number;
  readonly columnCount: number;
  /** How far PageUp and PageDown go. */
  readonly rowsPerPage: number;
}

export interface GridKey {
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
export function placeAfterKey(event: GridKey, from: GridPlace, extent: GridExtent): GridPlace | null {
  if (event.altKey || event.shiftKey) return null;
  const move = event.ctrlKey || event.metaKey ? MOVES_WITH_CTRL.get(event.key) : MOVES.get(event.key);
  if (!move) return null;
  const to = move(from, extent);
  return {
    row: clamp(to.row, extent.rowCount),
    column: clamp(to.column, extent.columnCount),
  };
}

type Move = (from: GridPlace, extent: GridExtent) => GridPlace;

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
