import {
  type EntitySlice,
  type EvaluatedCandidate,
  explainSlice,
  type JoinRule,
  joinSlice,
  NO_MATCH,
  type SliceJoin,
  type Verdict,
} from "../../microfs/core";
import type { Edit } from "../../scenario/edits/edit";
import type { Scenario } from "../../scenario/scenario";
import type { Phase } from "../../terms/phases";
import { VERDICT_TERMS } from "../../terms/verdicts";
import { editedScenarioSlice } from "../edited-scenario-slice";
import type { Lesson, Question } from "../lesson";
import { withRowsSet } from "../serving/actions-run";
import { type BeliefName, beliefRule } from "./beliefs";
import type { Answered, AskedStep, Option } from "./option";
import { servedAnswer } from "./served";
import { featureAnswer, rowsAnswer } from "./whole-table";

export type { Option } from "./option";

/** A question in one of its variants, with its answer, as the engine gives it. */
export interface Asked extends AskedStep {
  readonly name: string;
  readonly question: Question;
  /** 0 is the scenario as it stands; n is the question's variant n − 1. */
  readonly variant: number;
  /** With its rows, written later ones too, as the variant sets them. */
  readonly scenario: Scenario;
}

/** How many variants a question has, the one as it stands among them. */
export function variantCount({ variants }: Pick<Question, "variants">): number {
  return variants.length + 1;
}

/**
 * Asks a question of a lesson, of the engine too.
 *
 * @param variant - From 0 to {@link variantCount} − 1.
 * @throws RangeError where the lesson has no such question, scenario, row or variant.
 */
export function ask(lesson: Lesson, name: string, variant: number): Asked {
  const question = lesson.questions[name];
  if (question === undefined) throw new RangeError(`the lesson has no question ${name}`);
  const slice = questionSlice(lesson, question, variant);
  const { row: spineRow, join, phase } = question;
  const at = { spineRow, join, phase, ...(question.kind === "feature" && { together: true }) };
  const scenario = withRowsSet(lessonScenario(lesson, question.scenario), variantEdits(question, variant));
  return { name, question, variant, scenario, slice, at, ...answered(lesson, question, variant, slice) };
}

/** A scenario of a lesson. */
export function lessonScenario(lesson: Pick<Lesson, "scenarios">, name: string): Scenario {
  const scenario = lesson.scenarios[name];
  if (scenario === undefined) throw new RangeError(`the lesson has no scenario ${name}`);
  return scenario;
}

/** What a variant changes of its scenario. */
export function variantEdits({ variants }: Pick<Question, "variants">, variant: number): readonly Edit[] {
  const edits = variant === 0 ? [] : variants[variant - 1];
  if (edits === undefined) throw new RangeError(`variant must be 0 to ${variants.length}: ${variant}`);
  return edits;
}

function questionSlice(lesson: Lesson, question: Question, variant: number): EntitySlice {
  const scenario = lessonScenario(lesson, question.scenario);
  const edits = variantEdits(question, variant);
  return editedScenarioSlice(scenario, question.row, edits);
}

function answered(lesson: Lesson, question: Question, variant: number, slice: EntitySlice): Answered {
  const join = slice.joins[question.join];
  const position = slice.spine.rows.indexOf(question.row);
  if (join === undefined || position === -1)
    throw new RangeError(`there is no spine row ${question.row} with a join ${question.join}`);
  const scenario = lessonScenario(lesson, question.scenario);
  switch (question.kind) {
    case "row":
      return rowAnswer(slice, join, position, question.beliefs);
    case "rule":
      return ruleAnswer(slice, join, position, question.of);
    case "rows":
      return rowsAnswer(scenario, variantEdits(question, variant), question.variant);
    case "feature":
      return featureAnswer(scenario, variantEdits(question, variant));
    case "served":
      return servedAnswer(slice, { ...question, scenario, edits: variantEdits(question, variant) });
  }
}

const NONE: Option = { id: "none", kind: "none" };
const rowId = (row: number) => `row:${row}`;

/**
 * Which row goes into a join's cell, or none of them, with what each wrong answer stands for.
 *
 * @param position - Of the spine row in its slice.
 * @param likely - Beliefs, the likeliest first.
 */
export function rowAnswer(
  slice: EntitySlice,
  join: SliceJoin,
  position: number,
  likely: readonly BeliefName[],
): Answered {
  const { candidates } = explainSlice(slice, join, position);
  const right = optionUnder(slice, join, position);
  const verdictOf = new Map<string, Verdict>(candidates.map(({ row, verdict }) => [rowId(row), verdict]));
  const beliefs = new Map<string, BeliefName>();
  for (const belief of likely) {
    const taken = optionOf(belief, slice, join, position);
    if (taken === null || taken === right || beliefs.has(taken)) continue;
    const isAhead = ["future", "not_yet_known"].includes(verdictOf.get(taken) ?? "");
    if (isAhead || !AHEAD.has(belief)) beliefs.set(taken, belief);
  }
  const mustBeFilled = right === NONE.id && likely.includes("must_be_filled");
  const chosen = candidates.find(({ verdict }) => verdict === "chosen");
  const t = slice.spine.timesUs[position] ?? 0n;
  for (const candidate of candidates) {
    const id = rowId(candidate.row);
    if (id === right || beliefs.has(id)) continue;
    beliefs.set(id, mustBeFilled ? "must_be_filled" : beliefOf(candidate, t, chosen));
  }
  if (right !== NONE.id && !beliefs.has(NONE.id)) beliefs.set(NONE.id, "nothing_fits");
  return {
    options: [...candidates.map(({ row }): Option => ({ id: rowId(row), kind: "row", row })), NONE],
    right,
    beliefs,
  };
}

/** These are about what comes later: of a row that is merely too old they say nothing. */
const AHEAD: ReadonlySet<BeliefName> = new Set(["closest", "latest", "next"]);

/** The id of the option that the join takes under a rule, by default its own. */
function optionUnder(slice: EntitySlice, join: SliceJoin, position: number, rule: JoinRule = join.rule) {
  const index = joinSlice(slice, join, rule).index[position] ?? NO_MATCH;
  return index === NO_MATCH ? NONE.id : rowId(join.rows[index] ?? NO_MATCH);
}

/**
 * The id of the option that somebody takes of a `row` question who believes so; `null` where the belief points at none.
 *
 * @param position - Of the spine row in its slice.
 */
export function optionOf(
  belief: BeliefName,
  slice: EntitySlice,
  join: SliceJoin,
  position: number,
): string | null {
  if (belief === "table_as_of") return optionUnder(slice, join, slice.spine.rows.length - 1);
  if (belief === "ttl_from_now") return NONE.id;
  const rule = beliefRule(belief, join.rule);
  if (rule !== null) return optionUnder(slice, join, position, rule);
  const [first] = explainSlice(slice, join, position).candidates;
  return belief === "first" && first !== undefined ? rowId(first.row) : null;
}

/** What a row stands for that no likely belief takes: what its verdict speaks against. */
function beliefOf(candidate: EvaluatedCandidate, t: bigint, chosen?: EvaluatedCandidate): BeliefName {
  switch (candidate.verdict) {
    case "future":
      return candidate.eventTime === t ? "at_counts" : "next";
    case "not_yet_known":
      return "happened_is_known";
    case "expired":
      return "any_age";
    default:
      return candidate.eventTime === chosen?.eventTime ? "any_of_tie" : "older";
  }
}

/** The steps that can decide about a row, in their order, and what is believed of a row that each let pass. */
const RULE_PHASES: readonly (readonly [Phase, BeliefName])[] = [
  ["rule_out_future", "passed_future"],
  ["rule_out_not_yet_known", "passed_known"],
  ["rule_out_expired", "passed_age"],
  // What comes to the last step is decided there.
  ["keep_latest", "ruled_out_before"],
];

function ruleAnswer(slice: EntitySlice, join: SliceJoin, position: number, row: number): Answered {
  const candidate = explainSlice(slice, join, position).candidates.find((one) => one.row === row);
  if (candidate === undefined) throw new RangeError(`row ${row} is no candidate`);
  const phase = VERDICT_TERMS[candidate.verdict].phase ?? "keep_latest";
  const decided = RULE_PHASES.findIndex(([one]) => one === phase);
  if (decided === -1) throw new RangeError(`${phase} is no step of this question`);
  const wrong = RULE_PHASES.map(
    ([one, passed], i) => [one, i < decided ? passed : "ruled_out_before"] as const,
  );
  return {
    options: RULE_PHASES.map(([one]) => ({ id: one, kind: "phase", phase: one })),
    right: phase,
    beliefs: new Map(wrong.filter(([one]) => one !== phase)),
  };
}
