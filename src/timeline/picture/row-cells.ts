import { type CellValue, type EntitySlice, isLeak, type SliceColumn } from "../../microfs/core";
import { valueOfRow } from "../slice-index/slice-index";
import { type Coordinate, positionOf } from "../step/coordinate";
import { momentOf, progressOf, verdictsAt } from "../step/step-verdicts";
import { type MomentStyle, momentStyle } from "../words/format-moment";
import { columnFormat, exactValue } from "../words/format-value";

/** A cell of the training row that is being written. */
export interface RowCell {
  readonly name: string;
  /** `null` for the spine's own columns. */
  readonly join: number | null;
  /** `waiting` cells are filled at a later step; `current` is the join being played, filled or not. */
  readonly state: "spine" | "written" | "current" | "waiting";
  /** "" until it is filled. */
  readonly text: string;
  readonly exact: string;
  readonly filled: boolean;
  readonly isNull: boolean;
  readonly leak: boolean;
}

/** The training row at a step: the spine's cells, then each join's, filled only from its last phase on. */
export function rowCells(slice: EntitySlice, at: Coordinate): RowCell[] {
  const position = positionOf(slice, at.spineRow);
  const style = momentStyle(slice);
  const spine = slice.spine.columns.map((column): RowCell => {
    const value = column.values[position] ?? null;
    const text = cellText(column, style, value);
    return {
      name: column.name,
      join: null,
      state: "spine",
      text,
      exact: exactValue(value, column.type),
      filled: true,
      isNull: value === null,
      leak: false,
    };
  });
  return [...spine, ...slice.joins.flatMap((_, join) => joinCells(slice, at, join))];
}

/** As in the training table: an entity's number is a name, and has no thousands. */
function cellText(column: SliceColumn, style: MomentStyle, value: CellValue): string {
  return typeof value === "bigint" && column.type === "int64"
    ? String(value)
    : columnFormat(column, style)(value);
}

function joinCells(slice: EntitySlice, at: Coordinate, index: number): RowCell[] {
  const join = slice.joins[index];
  if (join === undefined) return [];
  const style = momentStyle(slice);
  const progress = progressOf(index, at);
  const filled = progress === "done" || (progress === "current" && at.phase === "write_cell");
  const { chosen } = verdictsAt(slice, join, at.spineRow);
  const leak =
    filled && chosen !== undefined && isLeak(chosen, momentOf(slice, at.spineRow), join.groupClock);
  const state = progress === "current" ? "current" : filled ? "written" : "waiting";
  return join.writes.map((write) => {
    const column = join.columns.find((one) => one.name === write.column) ?? null;
    const value = chosen === undefined ? null : valueOfRow(join, column, chosen.row);
    const shown = filled && column !== null;
    return {
      name: write.as,
      join: index,
      state,
      text: shown ? cellText(column, style, value) : "",
      exact: shown ? exactValue(value, column.type) : "",
      filled,
      isNull: filled && value === null,
      leak,
    };
  });
}
