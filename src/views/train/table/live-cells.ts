import { NO_MATCH } from "../../../microfs/asof-join";
import {
  type EntitySlice,
  joinSlice,
  type SliceJoin,
  type SliceMatches,
} from "../../../microfs/entity-slice";
import { isLeak } from "../../../microfs/join/leakage";
import type { ViewColumn } from "../../../microfs/join/view-columns";
import type { CellValue } from "../../../microfs/schema";
import { explanationOf, momentOf } from "../../../timeline/step/judgement";
import { valueOfRow } from "../../../timeline/step/slice-row";

/** The cells of one entity's training rows as the page itself joins them: in the same frame as a hand moves. */
export interface LiveCells {
  /** `undefined` where the page does not say: rows of other entities, and where there is too much to join in a frame. */
  value(spineRow: number, column: Pick<ViewColumn, "join" | "column">): CellValue | undefined;
  leaks(spineRow: number, join: number): boolean | undefined;
}

/** Of more rows on either side only the one on the screen is joined here, whose verdicts are known already. */
const MOST_ROWS = 5_000;

interface Match {
  /** The chosen row's number in its group's table; `NO_MATCH` for none. */
  readonly row: number;
  readonly leak: boolean;
}

/**
 * @param slice - As the edits, and what a hand holds, leave it. It need not be what the worker has answered yet.
 * @param shown - The spine row on the screen.
 */
export function liveCells(slice: EntitySlice, shown: number): LiveCells {
  const kept = new Map<SliceJoin, SliceMatches>();
  const positions = new Map(Array.from(slice.spine.rows, (row, position) => [row, position]));
  const matchOf = (spineRow: number, number: number): Match | undefined => {
    const join = slice.joins[number];
    const position = positions.get(spineRow);
    if (join === undefined || position === undefined) return undefined;
    if (spineRow === shown) return shownMatch(slice, join, spineRow);
    if (Math.max(join.rows.length, positions.size) > MOST_ROWS) return undefined;
    const matches = kept.get(join) ?? joinSlice(slice, join);
    kept.set(join, matches);
    const chosen = matches.index[position] ?? NO_MATCH;
    return {
      row: chosen === NO_MATCH ? NO_MATCH : (join.rows[chosen] ?? NO_MATCH),
      leak: matches.leak[position] === 1,
    };
  };
  return {
    value(spineRow, { join: number, column: name }) {
      const join = slice.joins[number];
      if (join === undefined) {
        const position = positions.get(spineRow) ?? -1;
        return slice.spine.columns.find((column) => column.name === name)?.values[position];
      }
      const match = matchOf(spineRow, number);
      if (match === undefined) return undefined;
      const column = join.columns.find((one) => one.name === name) ?? null;
      return match.row === NO_MATCH ? null : valueOfRow(join, column, match.row);
    },
    leaks: (spineRow, join) => matchOf(spineRow, join)?.leak,
  };
}

function shownMatch(slice: EntitySlice, join: SliceJoin, spineRow: number): Match {
  const { candidates, chosenAt } = explanationOf(slice, join, spineRow);
  const chosen = candidates[chosenAt];
  if (chosen === undefined) return { row: NO_MATCH, leak: false };
  return { row: chosen.row, leak: isLeak(chosen, momentOf(slice, spineRow), join.own) };
}
