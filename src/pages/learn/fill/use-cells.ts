import { useMemo } from "react";
import {
  type CellGrid,
  type CellRow,
  cellGrid,
  type GridEntity,
  joinOf,
} from "../../../learn/cells/cell-grid";
import { filledCells, keptCell } from "../../../learn/cells/read-as-join";
import { lessonScenario } from "../../../learn/questions/ask";
import { columnFormat } from "../../../timeline/words/format-value";
import { useLesson } from "../lesson/lesson-context";

/** Where the cells of a lesson are kept. */
const KEY = "cells";

/** A grid of cells to be filled by hand, as far as it is filled. */
export interface FilledGrid {
  readonly grid: CellGrid;
  /** Shape [cells]; `undefined` for a cell that is not filled yet. */
  readonly filled: readonly (CellRow | undefined)[];
  /** Keeps what stands in one cell. */
  readonly fill: (cell: number, row: CellRow) => void;
  /** Empties all of them. */
  readonly clear: () => void;
}

/** The cells of a scenario of this lesson, and what the learner has put there. */
export function useCells(scenario: string): FilledGrid {
  const { lesson, made, keepMade } = useLesson();
  const grid = useMemo(() => cellGrid(lessonScenario(lesson, scenario)), [lesson, scenario]);
  const kept = made(KEY);
  const filled = useMemo(() => filledCells(grid, kept), [grid, kept]);
  return {
    grid,
    filled,
    fill: (cell, row) =>
      keepMade(
        KEY,
        grid.cells.map((_, i) => (i === cell ? keptCell(row) : (kept?.[i] ?? null))),
      ),
    clear: () =>
      keepMade(
        KEY,
        grid.cells.map(() => null),
      ),
  };
}

/** How the values of an entity's column are written. */
export function valueFormat(entity: GridEntity): (row: CellRow) => string | null {
  const join = joinOf(entity);
  const column = join.columns.find(({ name }) => name === join.writes[0]?.column);
  if (column === undefined) return () => null;
  const format = columnFormat(column);
  return (row) => (row === null ? null : format(column.values[join.rows.indexOf(row)] ?? null));
}
