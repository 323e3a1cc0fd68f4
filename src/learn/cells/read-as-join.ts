import { isLeak } from "../../microfs/core";
import type { VariantName } from "../../terms/variants";
import { type CellGrid, type CellRow, entityOf, type GridJoin, gridJoins, joinOf } from "./cell-grid";

/** The join that cells filled by hand amount to. */
export interface ReadAsJoin {
  /** The join that they are scored as: the first of those that write exactly them, else the nearest. */
  readonly variant: VariantName;
  /** All joins that write exactly these cells, in the order of the menu; none where it is nobody's table. */
  readonly fits: readonly VariantName[];
  /** The cells that the join writes otherwise, and what it writes: none where it fits. */
  readonly differing: ReadonlyMap<number, CellRow>;
}

/**
 * Reads cells as a join. Where several write them, the first of the menu counts: the view's own is the first there, so that who
 * may have meant it is taken at their word. Where none does, it is the join with the fewest other cells, on a tie the first too.
 *
 * @param filled - Shape [cells].
 */
export function readAsJoin(
  grid: CellGrid,
  filled: readonly CellRow[],
  joins: readonly GridJoin[] = gridJoins(grid),
): ReadAsJoin {
  const read = joins.map(({ name, rows }) => ({
    name,
    differing: new Map(rows.flatMap((row, cell) => (row === filled[cell] ? [] : [[cell, row] as const]))),
  }));
  const [first] = read.toSorted((a, b) => a.differing.size - b.differing.size);
  if (first === undefined) throw new RangeError("a grid must have a join");
  const fits = read.filter(({ differing }) => differing.size === 0).map(({ name }) => name);
  return { variant: first.name, fits, differing: first.differing };
}

/** What is to be said of one cell that was filled by hand. */
export interface CellVerdict {
  /** What the view's own join writes. */
  readonly known: CellRow;
  /** Whether the row that was put there was not known yet. */
  readonly leaks: boolean;
  readonly isRight: boolean;
}

/** What is to be said of each cell, by the engine. @param filled - Shape [cells]. */
export function cellVerdicts(grid: CellGrid, filled: readonly CellRow[]): CellVerdict[] {
  const own = gridJoins(grid)[0]?.rows ?? [];
  return grid.cells.map((cell, number) => {
    const known = own[number] ?? null;
    const row = filled[number] ?? null;
    const join = joinOf(entityOf(grid, cell));
    const at = row === null ? -1 : join.rows.indexOf(row);
    const eventTime = join.eventTimesUs[at];
    const createdTime = join.createdTimesUs?.[at] ?? null;
    const leaks =
      row !== null &&
      eventTime !== undefined &&
      isLeak({ row, eventTime, createdTime }, cell.timeUs, join.groupClock);
    return { known, leaks, isRight: row === known };
  });
}

/** Cells as they are kept; `null` for one that is not filled yet. */
export type KeptCell = string | null;

const NOTHING = "none";

/** A cell as it is kept. */
export function keptCell(row: CellRow): KeptCell {
  return row === null ? NOTHING : `row:${row}`;
}

/** What was kept, cell by cell: `undefined` where none is filled, or what was kept is no row of that entity. */
export function filledCells(grid: CellGrid, kept: readonly KeptCell[] | null): (CellRow | undefined)[] {
  return grid.cells.map((cell, number) => {
    const text = kept?.[number] ?? null;
    if (text === NOTHING) return null;
    return Array.from(joinOf(entityOf(grid, cell)).rows).find((row) => keptCell(row) === text);
  });
}

/** Whether every cell is filled. */
export function isFilled(filled: readonly (CellRow | undefined)[]): filled is CellRow[] {
  return !filled.includes(undefined);
}
