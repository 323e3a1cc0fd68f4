import { type CellValue, type EntitySlice, NO_MATCH, type ViewColumn } from "../../../microfs/core";
import { type ChosenRow, chosenRow, sliceIndex, valueOfRow } from "../../../timeline/slice-index/slice-index";

/** The cells of one entity's training rows as the page itself joins them: in the same frame as a row is dragged. */
export interface SliceCells {
  /** `undefined` where the page does not know: rows of other entities. */
  value(spineRow: number, column: Pick<ViewColumn, "join" | "column">): CellValue | undefined;
  leaks(spineRow: number, join: number): boolean | undefined;
}

/** @param slice - As the edits, and what is being dragged, leave it. The worker may not have joined it yet. */
export function cellsOfSlice(slice: EntitySlice): SliceCells {
  const positionOf = (spineRow: number) => sliceIndex(slice).spinePositionOf(spineRow);
  const chosen = (spineRow: number, number: number): ChosenRow | undefined => {
    const join = slice.joins[number];
    const tUs = slice.spine.timesUs[positionOf(spineRow)];
    return join === undefined || tUs === undefined ? undefined : chosenRow(join, tUs);
  };
  return {
    value(spineRow, { join: number, column: name }) {
      const join = slice.joins[number];
      if (join === undefined)
        return slice.spine.columns.find((column) => column.name === name)?.values[positionOf(spineRow)];
      const match = chosen(spineRow, number);
      if (match === undefined) return undefined;
      const column = join.columns.find((one) => one.name === name) ?? null;
      return match.row === NO_MATCH ? null : valueOfRow(join, column, match.row);
    },
    leaks: (spineRow, join) => chosen(spineRow, join)?.isLeak,
  };
}
