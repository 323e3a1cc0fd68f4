import { type EntitySlice, explainSlice, joinSlice, NO_MATCH, type SliceJoin } from "../../microfs/core";
import type { Edit } from "../../scenario/edits/edit";
import { editSlice } from "../../scenario/edits/edit-slice";
import type { Scenario } from "../../scenario/scenario";
import { scenarioSlice } from "../../scenario/scenario-slice";
import type { Phase } from "../../terms/phases";
import { VERDICT_TERMS } from "../../terms/verdicts";
import type { Lesson, Question } from "../lesson";
import { type BeliefName, beliefRule } from "./beliefs";
import { servedAnswer } from "./served";

/** What can be answered. Its `id` is what is kept of an answer, and stays the same in every variant. */
export type Option =
  /** A candidate, by its row number in the join's group. */
  | { readonly id: string; readonly kind: "row"; readonly row: number }
  | { readonly id: "none"; readonly kind: "none" }
  | { readonly id: string; readonly kind: "phase"; readonly phase: Phase }
  | { readonly id: string; readonly kind: "count"; readonly count: number }
  | { readonly id: string; readonly kind: "join"; readonly join: number };

/** A question in one of its variants, with its answer, as the engine gives it. */
export interface Asked {
  readonly name: string;
  readonly question: Question;
  /** 0 is the scenario as it stands; n is the question's variant n − 1. */
  readonly variant: number;
  readonly slice: EntitySlice;
  /** Where the picture stands when it is asked. */
  readonly at: { readonly spineRow: number; readonly join: number; readonly phase: Phase };
  readonly options: readonly Option[];
  /** The `id` of the right one. */
  readonly right: string;
  /** What each of the others stands for. */
  readonly beliefs: ReadonlyMap<string, BeliefName>;
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
  const at = { spineRow, join, phase };
  const answer =
    question.kind === "served" ? served(lesson, question, variant, slice) : answered(slice, question);
  return { name, question, variant, slice, at, ...answer };
}

/** A scenario of a lesson. */
export function lessonScenario(lesson: Pick<Lesson, "scenarios">, name: string): Scenario {
  const scenario = lesson.scenarios[name];
  if (scenario === undefined) throw new RangeError(`the lesson has no scenario ${name}`);
  return scenario;
}

function questionSlice(lesson: Lesson, question: Question, variant: number): EntitySlice {
  const scenario = lessonScenario(lesson, question.scenario);
  const edits = variantEdits(question, variant);
  return editSlice(scenarioSlice(scenario, question.row), [...(scenario.edits ?? []), ...edits]);
}

/** What a variant changes of its scenario. */
export function variantEdits({ variants }: Pick<Question, "variants">, variant: number): readonly Edit[] {
  const edits = variant === 0 ? [] : variants[variant - 1];
  if (edits === undefined) throw new RangeError(`variant must be 0 to ${variants.length}: ${variant}`);
  return edits;
}

function served(lesson: Lesson, question: Question, variant: number, slice: EntitySlice): Answered {
  const { row, join } = question;
  const edits = variantEdits(question, variant);
  return servedAnswer(slice, { scenario: lessonScenario(lesson, question.scenario), edits, row, join });
}

type Answered = Pick<Asked, "options" | "right" | "beliefs">;

function answered(slice: EntitySlice, question: Question): Answered {
  const join = slice.joins[question.join];
  const position = slice.spine.rows.indexOf(question.row);
  if (join === undefined || position === -1)
    throw new RangeError(`there is no spine row ${question.row} with a join ${question.join}`);
  switch (question.kind) {
    case "row":
      return rowAnswer(slice, join, position, question.beliefs);
    case "rule":
      return ruleAnswer(slice, join, position, question.of);
    default:
      throw new RangeError(`${question.kind} is not asked yet`);
  }
}

const NONE: Option = { id: "none", kind: "none" };

function rowAnswer(
  slice: EntitySlice,
  join: SliceJoin,
  position: number,
  likely: readonly BeliefName[],
): Answered {
  const { candidates } = explainSlice(slice, join, position);
  const options: Option[] = [
    ...candidates.map(({ row }): Option => ({ id: `row:${row}`, kind: "row", row })),
    NONE,
  ];
  const chosenUnder = (rule = join.rule) => {
    const index = joinSlice(slice, join, rule).index[position] ?? NO_MATCH;
    return index === NO_MATCH ? NONE.id : `row:${join.rows[index]}`;
  };
  const right = chosenUnder();
  const beliefs = new Map<string, BeliefName>();
  for (const belief of likely) {
    const rule = beliefRule(belief, join.rule);
    const taken = rule === null ? null : chosenUnder(rule);
    if (taken !== null && taken !== right && !beliefs.has(taken)) beliefs.set(taken, belief);
  }
  for (const { id } of options)
    if (id !== right && !beliefs.has(id)) beliefs.set(id, id === NONE.id ? "nothing_fits" : "older");
  return { options, right, beliefs };
}

const RULE_PHASES: readonly Phase[] = [
  "rule_out_future",
  "rule_out_not_yet_known",
  "rule_out_expired",
  "keep_latest",
];

function ruleAnswer(slice: EntitySlice, join: SliceJoin, position: number, row: number): Answered {
  const candidate = explainSlice(slice, join, position).candidates.find((one) => one.row === row);
  if (candidate === undefined) throw new RangeError(`row ${row} is no candidate`);
  const phase = VERDICT_TERMS[candidate.verdict].phase ?? "keep_latest";
  const options = RULE_PHASES.map((one): Option => ({ id: one, kind: "phase", phase: one }));
  return {
    options,
    right: phase,
    beliefs: new Map(RULE_PHASES.flatMap((one) => (one === phase ? [] : [[one, "other_step"] as const]))),
  };
}
