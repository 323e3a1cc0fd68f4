import type { EntitySlice } from "../../microfs/core";
import type { MarkState } from "../../terms/verdicts";
import { formatNumber } from "../../ui/format-number";
import { shownColumn, valueOfRow } from "../slice-index/slice-index";
import { type Coordinate, joinAt } from "../step/coordinate";
import {
  momentOf,
  type Progress,
  progressOf,
  reachedPhase,
  seenVerdict,
  stateOf,
  verdictsAt,
} from "../step/step-verdicts";
import { formatMoment, momentStyle } from "../words/format-moment";
import { columnFormat, exactValue } from "../words/format-value";
import { entityName } from "../words/nouns";
import { NO_CANDIDATES_OF_NULL } from "../words/null-key-sentences";
import { verdictDetail } from "../words/verdict-words";

export interface CandidateRow {
  readonly row: number;
  readonly time: string;
  readonly exactTime: string;
  readonly value: string;
  readonly exactValue: string;
  readonly state: MarkState;
  readonly detail: string;
}

export interface CandidateRows {
  readonly title: string;
  readonly valueName: string;
  readonly progress: Progress;
  readonly rows: readonly CandidateRow[];
  /** How many are not listed, and the words for it. */
  readonly left: number;
  readonly leftWords: string;
  /** Said where there are none. */
  readonly empty: string;
}

/** More are not read one by one; those around the moment of the prediction are the ones that matter. */
const MOST_ROWS = 40;

/**
 * The candidates of one join at a step, as they are listed: those nearest to the choice where there are many.
 *
 * @param most - How many rows are listed at most.
 */
export function candidateRows(
  slice: EntitySlice,
  at: Coordinate,
  index: number,
  columnName?: string,
  most = MOST_ROWS,
): CandidateRows {
  const join = joinAt(slice, index);
  const column = join.writes.length === 0 ? null : shownColumn(join, columnName);
  const style = momentStyle(slice);
  const format = column === null ? () => "" : columnFormat(column, style);
  const verdicts = verdictsAt(slice, join, at.spineRow);
  const { candidates, reason, chosen, chosenAt: winner } = verdicts;
  const tUs = momentOf(slice, at.spineRow);
  const reached = reachedPhase(slice, index, at);
  const chosenText = chosen === undefined ? null : format(valueOfRow(join, column, chosen.row));
  const middle = winner !== -1 ? winner : candidates.placesAt(tUs).to;
  const first = Math.max(0, Math.min(middle - Math.floor(most / 2), verdicts.length - most));
  const listed = verdicts.slice(first, first + most);
  const left = verdicts.length - listed.length;
  const rows = listed.map((row): CandidateRow => {
    const state = stateOf(seenVerdict(row.verdict, join.rule, reached), row, tUs, join);
    const value = valueOfRow(join, column, row.row);
    return {
      row: row.row,
      time: formatMoment(row.eventTime, style),
      exactTime: formatMoment(row.eventTime, { year: true }),
      value: format(value),
      exactValue: column === null ? "" : exactValue(value, column.type),
      state,
      detail: verdictDetail(state, row, { tUs, join, chosenText, style }),
    };
  });
  return {
    title: `${join.fgName} of ${entityName(slice, join)}`,
    valueName: column?.name ?? "",
    progress: progressOf(index, at),
    rows,
    left,
    leftWords: `${formatNumber(left)} more, farther from the ${winner === -1 ? "moment" : "choice"}, ${left === 1 ? "is" : "are"} on the timeline.`,
    empty:
      reason === "null_key"
        ? NO_CANDIDATES_OF_NULL
        : `${join.fgName} holds nothing of ${entityName(slice, join)}.`,
  };
}
