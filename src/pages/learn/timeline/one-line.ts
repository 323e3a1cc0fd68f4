import { type EntitySlice, isLeak, peekUs } from "../../../microfs/core";
import { shownColumn, valueOfRow } from "../../../timeline/slice-index/slice-index";
import { joinAt } from "../../../timeline/step/coordinate";
import { momentOf, verdictsAt } from "../../../timeline/step/step-verdicts";
import { columnFormat } from "../../../timeline/words/format-value";

/** A cell of a table, and what the row that stands in it was to that row's own moment. */
export interface LineCell {
  readonly spineRow: number;
  /** `null` for an empty cell. */
  readonly text: string | null;
  /** How long after the row's own moment it could first be known, microseconds; `null` where it was known in time. */
  readonly leaksByUs: bigint | null;
}

/** The row whose moment is the last of all: where a query's one as-of line stands. */
export function lastRow({ spine }: EntitySlice): number {
  const { rows, timesUs } = spine;
  return rows.reduce((last, row, i) => {
    const latest = timesUs[rows.indexOf(last)] ?? 0n;
    return (timesUs[i] ?? 0n) > latest ? row : last;
  }, rows[0] ?? 0);
}

/**
 * What a join writes into each row, in its first feature: as of the row's own moment, or with one as-of line for all of them,
 * at the last. Costs O(rows × candidates).
 */
export function lineCells(slice: EntitySlice, number: number, line: "own" | "one"): LineCell[] {
  const join = joinAt(slice, number);
  const column = shownColumn(join);
  const last = lastRow(slice);
  return Array.from(slice.spine.rows, (spineRow) => {
    const { chosen } = verdictsAt(slice, join, line === "one" ? last : spineRow);
    const value = chosen === undefined ? null : valueOfRow(join, column, chosen.row);
    const t = momentOf(slice, spineRow);
    return {
      spineRow,
      text: value === null || column === null ? null : columnFormat(column)(value),
      leaksByUs:
        chosen !== undefined && isLeak(chosen, t, join.groupClock)
          ? peekUs(chosen, t, join.groupClock)
          : null,
    };
  });
}
