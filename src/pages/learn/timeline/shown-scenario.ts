import { useMemo } from "react";
import { editedScenarioSlice } from "../../../learn/edited-scenario-slice";
import { type Asked, lessonScenario, variantEdits } from "../../../learn/questions/ask";
import { rowOfOption } from "../../../learn/questions/option";
import type { Directive } from "../../../learn/text/lesson-text";
import type { EntitySlice } from "../../../microfs/core";
import type { Edit } from "../../../scenario/edits/edit";
import type { Scenario } from "../../../scenario/scenario";
import { PHASES, type Phase } from "../../../terms/phases";
import { type DrawableGuess, drawableGuess } from "../../../timeline/picture/guess/drawable-guess";
import { type Coordinate, phasesAt, startOf } from "../../../timeline/step/coordinate";
import { type CommittedAnswer, type OpenLesson, useLesson } from "../lesson/lesson-context";

/** What a `::timeline` of a lesson shows. */
export interface ShownScenario {
  readonly scenario: Scenario;
  /** Those of the question's variant, on top of the scenario's own. */
  readonly edits: readonly Edit[];
  /** With all those edits in it. */
  readonly slice: EntitySlice;
  /** Where it opens. */
  readonly at: Coordinate;
  /** What the learner answered to the question that it answers; `null` where it answers none, or none was given. */
  readonly guess: DrawableGuess | null;
  readonly asked: Asked | null;
  readonly answer: CommittedAnswer | null;
}

/** What a directive's attributes ask for. */
export function useShownScenario({ attributes }: Directive): ShownScenario {
  const handle = useLesson();
  return useMemo(() => shownScenarioOf(handle, attributes), [handle, attributes]);
}

/** What a directive’s attributes ask for, of a lesson. */
export function shownScenarioOf(handle: OpenLesson, attributes: Directive["attributes"]): ShownScenario {
  const { answers, scenario: name } = attributes;
  if (answers !== undefined) return answeredScenario(handle, answers, attributes);
  const scenario = lessonScenario(handle.lesson, name ?? "");
  const start = startOf(scenario);
  const spineRow = numberOf(attributes.row) ?? start.spineRow;
  const slice = editedScenarioSlice(scenario, spineRow);
  const join = numberOf(attributes.join) ?? start.join;
  const at = openingAt(slice, { spineRow, join }, attributes);
  return { scenario, edits: [], slice, at, guess: null, asked: null, answer: null };
}

function answeredScenario(
  handle: OpenLesson,
  question: string,
  attributes: Directive["attributes"],
): ShownScenario {
  const asked = handle.ask(question, attributes.variant);
  const answer = handle.answerTo(asked);
  const { slice, question: of, variant } = asked;
  const scenario = lessonScenario(handle.lesson, of.scenario);
  const spineRow = numberOf(attributes.row) ?? asked.at.spineRow;
  const join = numberOf(attributes.join) ?? asked.at.join;
  const isOfRows = asked.options.some(({ kind }) => kind === "row");
  return {
    scenario,
    edits: variantEdits(of, variant),
    slice,
    at: openingAt(slice, { spineRow, join }, attributes),
    guess:
      answer === null || !isOfRows
        ? null
        : drawableGuess({ join: asked.at.join, row: rowOfOption(asked, answer.option), isAnswered: true }),
    asked,
    answer,
  };
}

/** What is gone through opens at its beginning; what is only looked at, at its end. */
function openingAt(
  slice: EntitySlice,
  at: Pick<Coordinate, "spineRow" | "join">,
  { phase, steps, together }: Directive["attributes"],
): Coordinate {
  const way = together === undefined ? {} : { together: true };
  const phases = phasesAt(slice, { ...at, ...way });
  const named = PHASES.find((one) => one === phase);
  const opening: Phase | undefined = steps === undefined ? phases.at(-1) : phases[0];
  return { ...at, ...way, phase: named ?? opening ?? "write_cell" };
}

function numberOf(attribute: string | undefined): number | undefined {
  return attribute === undefined ? undefined : Number(attribute);
}
