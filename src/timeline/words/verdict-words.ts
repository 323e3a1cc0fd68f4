import {
  clockOf,
  type EntitySlice,
  type EvaluatedCandidate,
  type JoinRule,
  type SliceJoin,
} from "../../microfs/core";
import { DIRECTION_TERMS } from "../../terms/directions";
import type { Phase } from "../../terms/phases";
import { takesPart } from "../../terms/phases-of";
import { type MarkState, VERDICT_TERMS } from "../../terms/verdicts";
import { roughDuration, spokenDuration } from "./duration-in-words";
import { formatMoment, formatMomentNear, type MomentStyle } from "./format-moment";
import { leakDistance } from "./leak-words";
import { nounOf } from "./nouns";

/** The word that stands beside a verdict's glyph. */
export function verdictWord(state: MarkState): string {
  return VERDICT_TERMS[state].word;
}

/** What the verdict of one candidate rests on, in a few letters: `7 d 8 h old`, `until 17:00`, `in 1 d 20 h`, `by 50.00`. */
export function verdictDetail(
  state: MarkState,
  row: EvaluatedCandidate,
  facts: { tUs: bigint; join: SliceJoin; chosenText: string | null; style: MomentStyle },
): string {
  const ageUs = facts.tUs - row.eventTime;
  switch (state) {
    case "chosen":
      return ageUs === 0n ? "same moment" : ageUs > 0n ? roughDuration(ageUs) : `in ${roughDuration(ageUs)}`;
    case "leak":
      return leakDistance(row, facts.join.groupClock, facts.tUs);
    case "expired":
      return ageUs >= 0n ? `${roughDuration(ageUs)} old` : `in ${roughDuration(ageUs)}`;
    case "superseded":
      return facts.chosenText === null ? "" : `by ${facts.chosenText}`;
    case "not_yet_known":
      return `until ${formatMomentNear(clockOf(row, facts.join.rule), facts.tUs, facts.style)}`;
    case "future":
      return ageUs === 0n ? "same moment" : `in ${roughDuration(ageUs)}`;
    case "wrong_side":
      return ageUs === 0n
        ? "same moment"
        : ageUs > 0n
          ? `${roughDuration(ageUs)} before`
          : `in ${roughDuration(ageUs)}`;
    case "undecided":
      return "";
  }
}

/** Where a row lies from the moment of the prediction, to be heard: `2 days before`, `at that moment`. */
export function spokenDistance(eventTimeUs: bigint, tUs: bigint): string {
  if (eventTimeUs === tUs) return "at that moment";
  return `${spokenDuration(tUs - eventTimeUs)} ${eventTimeUs < tUs ? "before" : "after"}`;
}

/** The name of a phase as a step of the strip. `leads` is for the first of those that rule out. */
export function phaseLabel(phase: Phase, rule: JoinRule, entity: string, leads: boolean): string {
  const ruleOut = leads ? "rule out " : "";
  switch (phase) {
    case "find_entity":
      return `find ${entity}`;
    case "rule_out_future":
      return `${ruleOut}the future`;
    case "rule_out_not_yet_known":
      return `${ruleOut}the not yet known`;
    case "rule_out_wrong_side":
      return `${ruleOut}${rule.direction === "forward" ? "the past" : "the exact match"}`;
    case "rule_out_expired":
      return `${ruleOut}${rule.direction === "forward" || rule.direction === "nearest" ? "the too far" : "the expired"}`;
    case "keep_latest":
      return `keep the ${DIRECTION_TERMS[rule.direction].picks}`;
    case "write_cell":
      return "write the cell";
  }
}

/** The same of a phase that all joins take side by side: in words that are true of each that takes part. */
export function togetherLabel({ joins }: EntitySlice, phase: Phase, leads: boolean): string {
  // Joins may know the entity by different keys: it is their rows that are found.
  const labels = joins
    .filter(({ rule }) => takesPart(rule, phase))
    .map(({ rule }) => phaseLabel(phase, rule, "the rows", leads));
  const [label] = labels;
  if (label !== undefined && labels.every((other) => other === label)) return label;
  const ruleOut = leads ? "rule out " : "";
  if (phase === "keep_latest") return "keep one of the rest";
  return phase === "rule_out_expired" ? `${ruleOut}what the TTL forbids` : `${ruleOut}the wrong side`;
}

/** Said of a row where several are taken by no rule, and it is not among them. */
export const NOT_TAKEN = "not taken";

/** A mark's name as it is heard: `payment, 50.00, 3 Nov 09:12, chosen, 2 days before`. */
export function spokenName(
  slice: EntitySlice,
  join: SliceJoin,
  mark: {
    row: EvaluatedCandidate;
    state: MarkState;
    /** Whether a reader said that it goes into the cell. */
    isYours?: boolean;
    /** Whether only a wrong join would choose it. */
    isWrong?: boolean;
    /** Whether it is merely not among the rows that are taken. */
    isLeft?: boolean;
    valueText: string;
    tUs: bigint;
    style: MomentStyle;
  },
): string {
  const { row, state, isYours = false, isWrong = false, isLeft = false, valueText, tUs, style } = mark;
  const leak = isWrong ? "future, a leak where a join takes it" : "chosen, a leak";
  return [
    nounOf(slice, join).one,
    valueText,
    formatMoment(row.eventTime, style),
    state === "leak" ? leak : isLeft ? NOT_TAKEN : verdictWord(state),
    spokenDistance(row.eventTime, tUs),
    ...(isYours ? ["yours"] : []),
  ].join(", ");
}
