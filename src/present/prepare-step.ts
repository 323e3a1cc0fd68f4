import type { Lesson } from "../learn/lesson";
import { LESSON_TITLES } from "../learn/lesson-titles";
import { type LoadedLesson, loadLesson } from "../learn/load-lesson";
import { ask, lessonScenario, rowAnswer } from "../learn/questions/ask";
import type { AskedStep } from "../learn/questions/option";
import type { Inline } from "../learn/text/lesson-text";
import type { EntitySlice } from "../microfs/core";
import { editSlice } from "../scenario/edits/edit-slice";
import type { Scenario } from "../scenario/scenario";
import { scenarioSlice } from "../scenario/scenario-slice";
import type { PictureSource, PlanStep } from "./plan";

/** A step of a plan with all that it shows, as the engine has it. */
export interface PreparedStep {
  readonly step: PlanStep;
  /** What it is called in the plan. */
  readonly title: string;
  /** `null` where it has no picture. */
  readonly picture: {
    readonly scenario: Scenario;
    readonly slice: EntitySlice;
    /** The step that the picture ends at. */
    readonly at: AskedStep["at"];
  } | null;
  /** `null` where nothing is asked. */
  readonly asked: AskedStep | null;
  /** The words of the question, as its lesson has them; `null` where the app asks in its own. */
  readonly question: readonly Inline[] | null;
  /** What notes and the question speak of. */
  readonly lesson: Lesson;
}

/** What a class is likely to believe of a picture that no lesson asks about. */
const USUAL_BELIEFS = ["closest", "latest", "next"] as const;

/**
 * Makes all that a step shows.
 *
 * @throws RangeError where what it names is not there; MicroFSError where its scenario makes no sense.
 */
export async function prepareStep(step: PlanStep): Promise<PreparedStep> {
  switch (step.kind) {
    case "words":
      return {
        step,
        title: step.title ?? step.text,
        picture: null,
        asked: null,
        question: null,
        lesson: NO_LESSON,
      };
    case "question": {
      const loaded = await loadLesson(step.lesson);
      const asked = ask(loaded.lesson, step.question, step.variant);
      return {
        step,
        title: step.title ?? LESSON_TITLES[step.lesson],
        picture: { scenario: asked.scenario, slice: asked.slice, at: { ...asked.at, phase: "write_cell" } },
        asked,
        question: questionWords(loaded, step.question),
        lesson: loaded.lesson,
      };
    }
    case "picture": {
      const scenario = await sourceScenario(step.of);
      const { row: spineRow, join, phase, together } = step.at;
      const at = { spineRow, join, phase, ...(together && { together }) };
      const { generatedColumns } = await import("../scenario/generators");
      const given = scenarioSlice(scenario, spineRow, generatedColumns);
      const slice = editSlice(given, [...(scenario.edits ?? []), ...step.edits]);
      return {
        step,
        title: step.title ?? scenario.title,
        picture: { scenario, slice, at },
        asked: step.votes === undefined ? null : askedOf(slice, at),
        question: null,
        lesson: { ...NO_LESSON, scenarios: { main: scenario } },
      };
    }
  }
}

const NO_LESSON: Lesson = { parts: [], shortParts: 0, scenarios: {}, questions: {}, review: [] };

function askedOf(slice: EntitySlice, at: AskedStep["at"]): AskedStep {
  const join = slice.joins[at.join];
  const position = slice.spine.rows.indexOf(at.spineRow);
  if (join === undefined || position === -1)
    throw new RangeError(`there is no spine row ${at.spineRow} with a join ${at.join}`);
  return { slice, at: { ...at, phase: "find_entity" }, ...rowAnswer(slice, join, position, USUAL_BELIEFS) };
}

/** The words that a lesson asks a question in. */
function questionWords({ parts }: LoadedLesson, question: string): readonly Inline[] | null {
  const blocks = parts.flatMap((part) => part.blocks);
  const found = blocks.find(
    (block) => block.kind === "directive" && block.label.length > 0 && block.attributes.question === question,
  );
  return found?.kind === "directive" ? found.label : null;
}

async function sourceScenario(source: PictureSource): Promise<Scenario> {
  switch (source.kind) {
    case "scenario":
      return source.scenario;
    case "lesson":
      return lessonScenario((await loadLesson(source.lesson)).lesson, source.scenario);
    case "case": {
      const { CASES } = await import("../scenario/cases/cases");
      return named(CASES, "case", source.name);
    }
    case "sample": {
      const { SAMPLES } = await import("../scenario/samples/samples");
      return named(SAMPLES, "sample", source.name);
    }
  }
}

function named(scenarios: readonly Scenario[], kind: string, name: string): Scenario {
  const found = scenarios.find((one) => one.name === name);
  if (found === undefined) throw new RangeError(`there is no ${kind} ${JSON.stringify(name)}`);
  return found;
}
