import type { CellValue, EntitySlice, SliceJoin } from "../../microfs/entity-slice";
import { type Explanation, type JudgedCandidate, knownAt } from "../../microfs/explain";
import type { JoinRule } from "../../microfs/join/join-rule";
import { isLeak } from "../../microfs/join/leakage";
import type { Verdict } from "../../microfs/join/verdict";
import { type Coordinate, joinAt } from "../step/coordinate";
import { candidatesAt } from "../step/find-candidate";
import { explanationOf, momentOf } from "../step/judgement";
import { shownColumn, valueOfRow } from "../step/slice-row";
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
  reason: Explanation["reason"];
  candidates: readonly JudgedCandidate[];
  /** How many candidates there are, and how many of each verdict. */
  all: number;
  counts: Readonly<Record<Verdict, number>>;
  /** How many were not ruled out: the chosen one and those it beat. */
  remaining: number;
  chosen: ChosenFacts | null;
  style: MomentStyle;
}

export interface ChosenFacts {
  row: JudgedCandidate;
  /** `null` where the join writes no column. */
  value: { text: string; exact: CellValue } | null;
  isNull: boolean;
  /** How many more columns the join writes beside the one shown. */
  moreColumns: number;
  /** How long after the moment it became known, where it is a leak; else `null`. */
  leakUs: bigint | null;
  /** How many of the remaining share its event time, itself included. */
  tied: number;
  /** Which tie-break told it from the others. */
  tieBreak: "created_time" | "insertion";
  /** `nearest` only: a row as far away on the other side lost to it. */
  equallyFar: boolean;
}

/** The facts of a coordinate's spine row and join. Does not depend on its phase. */
export function stepFacts(slice: EntitySlice, at: Coordinate, column?: string): StepFacts {
  const join = joinAt(slice, at.join);
  const tUs = momentOf(slice, at.spineRow);
  const { reason, candidates, counts, chosenAt } = explanationOf(slice, join, at.spineRow);
  const style = momentStyle(slice);
  const chosen = candidates[chosenAt];
  return {
    tUs,
    moment: formatMoment(tUs, style),
    entity: entityName(slice, join),
    noun: nounOf(slice, join),
    join,
    rule: join.rule,
    reason,
    candidates,
    all: candidates.length,
    counts,
    remaining: counts.chosen + counts.superseded,
    chosen: chosen === undefined ? null : chosenFacts(join, chosen, candidates, tUs, style, column),
    style,
  };
}

function chosenFacts(
  join: SliceJoin,
  row: JudgedCandidate,
  candidates: readonly JudgedCandidate[],
  tUs: bigint,
  style: MomentStyle,
  columnName: string | undefined,
): ChosenFacts {
  const column = join.writes.length === 0 ? null : shownColumn(join, columnName);
  const exact = valueOfRow(join, column, row.row);
  const tied = candidatesAt(candidates, row.eventTime).filter(hasRemained);
  const sameCreated = tied.filter((other) => other.createdTime === row.createdTime);
  return {
    row,
    value: column === null ? null : { text: columnFormat(column, style)(exact), exact },
    isNull: column !== null && exact === null,
    moreColumns: Math.max(0, join.writes.length - 1),
    leakUs: isLeak(row, tUs, join.own) ? knownAt(row, join.own) - tUs : null,
    tied: tied.length,
    tieBreak: sameCreated.length > 1 || row.createdTime === null ? "insertion" : "created_time",
    equallyFar:
      join.rule.direction === "nearest" &&
      row.eventTime !== tUs &&
      candidatesAt(candidates, 2n * tUs - row.eventTime).some(hasRemained),
  };
}

/** Was not ruled out: the chosen one and those it beat. */
function hasRemained({ verdict }: JudgedCandidate): boolean {
  return verdict === "chosen" || verdict === "superseded";
}
