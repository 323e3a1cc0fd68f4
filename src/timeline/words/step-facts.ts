import {
  type CellValue,
  type EntitySlice,
  type EvaluatedCandidate,
  isLeak,
  type JoinRule,
  type ReasonName,
  type SliceJoin,
  type Tie,
  type Verdict,
} from "../../microfs/core";
import { shownColumn, valueOfRow } from "../slice-index/slice-index";
import type { VerdictsAt } from "../slice-index/verdicts-at";
import { type Coordinate, joinAt } from "../step/coordinate";
import { momentOf, verdictsAt } from "../step/step-verdicts";
import { formatMoment, type MomentStyle, momentStyle } from "./format-moment";
import { columnFormat } from "./format-value";
import { entityName, type Noun, nounOf } from "./nouns";

/** All that a sentence may say about one spine row and join: taken from the verdicts, never counted again. */
export interface StepFacts {
  tUs: bigint;
  moment: string;
  entity: string;
  noun: Noun;
  join: SliceJoin;
  rule: JoinRule;
  reason: ReasonName;
  verdicts: VerdictsAt;
  /** How many candidates there are, and how many of each verdict. */
  all: number;
  counts: Readonly<Record<Verdict, number>>;
  /** How many were not ruled out: the chosen one and those it beat. */
  remaining: number;
  chosen: ChosenFacts | null;
  style: MomentStyle;
}

export interface ChosenFacts {
  row: EvaluatedCandidate;
  /** `null` where the join writes no column. */
  value: { text: string; exact: CellValue } | null;
  isNull: boolean;
  /** What the join writes beside the column that is shown, as it is called there. */
  moreColumns: readonly string[];
  isLeak: boolean;
  /** How it was told from the others that came as close. */
  tie: Tie;
}

/** The facts of a coordinate's spine row and join. Does not depend on its phase. */
export function stepFacts(slice: EntitySlice, at: Coordinate, column?: string): StepFacts {
  const join = joinAt(slice, at.join);
  const tUs = momentOf(slice, at.spineRow);
  const verdicts = verdictsAt(slice, join, at.spineRow);
  const { reason, counts } = verdicts;
  const style = momentStyle(slice);
  return {
    tUs,
    moment: formatMoment(tUs, style),
    entity: entityName(slice, join),
    noun: nounOf(slice, join),
    join,
    rule: join.rule,
    reason,
    verdicts,
    all: verdicts.length,
    counts,
    remaining: counts.chosen + counts.superseded,
    chosen: chosenFacts(join, verdicts, style, column),
    style,
  };
}

function chosenFacts(
  join: SliceJoin,
  { tUs, chosen: row, tie }: VerdictsAt,
  style: MomentStyle,
  columnName: string | undefined,
): ChosenFacts | null {
  if (row === undefined || tie === null) return null;
  const column = join.writes.length === 0 ? null : shownColumn(join, columnName);
  const exact = valueOfRow(join, column, row.row);
  return {
    row,
    value: column === null ? null : { text: columnFormat(column, style)(exact), exact },
    isNull: column !== null && exact === null,
    moreColumns: join.writes.filter((write) => write.column !== column?.name).map((write) => write.as),
    isLeak: isLeak(row, tUs, join.groupClock),
    tie,
  };
}
