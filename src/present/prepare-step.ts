import type { Lesson } from "../learn/lesson";
import { LESSON_NAMES, type LessonName } from "../learn/lesson-names";
import { LESSON_TITLES } from "../learn/lesson-titles";
import { type LoadedLesson, loadLesson } from "../learn/load-lesson";
import { type Asked, ask, rowAnswer, variantCount } from "../learn/questions/ask";
import type { AskedStep } from "../learn/questions/option";
import { questionLabel } from "../learn/questions/question-label";
import { servedRun } from "../learn/questions/served";
import type { ActionsRun } from "../learn/serving/actions-run";
import type { Inline } from "../learn/text/lesson-text";
import { type EntitySlice, readTimeText } from "../microfs/core";
import type { Edit } from "../scenario/edits/edit";
import { editSlice } from "../scenario/edits/edit-slice";
import { invalidEdits } from "../scenario/edits/invalid-edits";
import type { Scenario, ScenarioAction } from "../scenario/scenario";
import { scenarioSlice } from "../scenario/scenario-slice";
import { brokenReferences } from "../scenario/schema/references";
import { PHASES, type Phase } from "../terms/phases";
import { phasesOf, phasesTogether } from "../terms/phases-of";
import type { PictureSource, PlanStep } from "./plan";
import { lessonStory, writtenStory } from "./story";

/** A step of a plan with all that it shows, as the engine has it. */
export interface PreparedStep {
  readonly step: PlanStep;
  /** What it is called in the plan. */
  readonly title: string;
  /** `null` where it has no picture. */
  readonly picture: {
    readonly scenario: Scenario;
    /** As it is shown: with the step's edits, and where the tempting join is shown, with every join on the latest value. */
    readonly slice: EntitySlice;
    /** The step that the picture ends at. */
    readonly at: AskedStep["at"];
    /** The feature column that its join shows; `null` for the first. */
    readonly column: string | null;
    /** What part of time it shows, microseconds, [fromUs, toUs); `null` for what suits the step. */
    readonly window: { readonly fromUs: number; readonly toUs: number } | null;
  } | null;
  /** What is done to a store before it is asked what a look-up gives, and what came of it; `null` for every other step. */
  readonly served: { readonly actions: readonly ScenarioAction[]; readonly run: ActionsRun } | null;
  /** `null` where nothing is asked. */
  readonly asked: AskedStep | null;
  /** The words of the question, as its lesson has them; `null` where the app asks in its own. */
  readonly question: readonly Inline[] | null;
  /** What is told before it asks: who, what and why; `null` where nothing is. */
  readonly story: readonly Inline[] | null;
  /** What notes, story and question speak of. */
  readonly lesson: Lesson;
  /** Sentences that say why it cannot be shown, with what would work; `null` where it can. */
  readonly problem: string | null;
}

/** A step that names what is not there, or what cannot be shown. The message is a sentence with a way out. */
export class PlanStepError extends Error {
  readonly code = "plan_step";
}

/** What a class is likely to believe of a picture that no lesson asks about. */
const USUAL_BELIEFS = ["closest", "latest", "next"] as const;

/** Makes all that a step shows; of one that cannot be shown, what is wrong with it. A plan's other steps can be presented all the same. */
export async function prepareStep(step: PlanStep): Promise<PreparedStep> {
  try {
    return await prepared(step);
  } catch (thrown) {
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    const problem = thrown instanceof PlanStepError ? message : `This step cannot be shown: ${message}`;
    return { ...plainStep(step, step.title ?? plainTitle(step)), problem };
  }
}

/** What a prepared step is with other minutes, title, story, notes or votes, which are not drawn; `null` where it shows something else. A sentence is what it says. */
export function restated(known: PreparedStep, step: PlanStep): PreparedStep | null {
  if (known.step === step) return known;
  if (step.kind === "words") return plainStep(step, step.title ?? step.text);
  if (drawnPart(known.step) !== drawnPart(step)) return null;
  const story = restatedStory(known, step);
  if (story === undefined) return null;
  if (step.title !== undefined) return { ...known, step, story, title: step.title };
  return known.step.title === undefined ? { ...known, step, story } : null;
}

/** The story of a step that was prepared, when its own is written anew; `undefined` where its lesson's must be looked up. */
function restatedStory(known: PreparedStep, step: PlanStep): PreparedStep["story"] | undefined {
  if (known.step.story === step.story) return known.story;
  if (step.kind === "words" || known.asked === null) return null;
  return step.story === undefined ? (step.kind === "question" ? undefined : null) : writtenStory(step.story);
}

const drawnParts = new WeakMap<PlanStep, string>();

/** What is drawn of a step, as a text that is the same for the same. A step that carries its data is long: it is written once. */
export function drawnPart(step: PlanStep): string {
  const part = drawnParts.get(step) ?? writtenPart(step);
  drawnParts.set(step, part);
  return part;
}

function writtenPart(step: PlanStep): string {
  const { minutes, title, story, notes, ...drawn } = step;
  const walks = step.kind === "picture" && { walks: false };
  return JSON.stringify({ ...drawn, ...walks, ...("votes" in step && { votes: step.votes !== undefined }) });
}

async function prepared(step: PlanStep): Promise<PreparedStep> {
  switch (step.kind) {
    case "words":
      return plainStep(step, step.title ?? step.text);
    case "question": {
      const loaded = await namedLesson(step.lesson);
      const asked = askOf(loaded, step);
      return {
        ...plainStep(step, step.title ?? LESSON_TITLES[loaded.name]),
        picture: {
          scenario: asked.scenario,
          slice: asked.slice,
          at: { ...asked.at, phase: "write_cell" },
          column: null,
          window: null,
        },
        served: servedOf(asked),
        asked: step.offers === undefined ? asked : { ...asked, offers: step.offers },
        question: questionLabel(loaded.parts, step.question),
        story: step.story === undefined ? lessonStory(loaded.parts, step.question) : writtenStory(step.story),
        lesson: loaded.lesson,
      };
    }
    case "picture": {
      const scenario = await sourceScenario(step.of);
      const { join, together, column = null } = step.at;
      const given = await sliceOf(step.of, scenario, step.at.row);
      const edits = [...(scenario.edits ?? []), ...step.edits];
      const unfit = invalidEdits(given, edits)[0];
      if (unfit !== undefined)
        throw new PlanStepError(`Its changes do not fit the data. ${unfit} Add the step anew.`);
      const slice = editSlice(given, edits);
      const position = slice.spine.rows.indexOf(step.at.row);
      if (position === -1) throw noRow(step.at.row);
      if (slice.joins[join] === undefined)
        throw new PlanStepError(
          `Its view has no join of number ${join + 1}. Add the step anew, on another join.`,
        );
      const shownSlice = step.rule === "latest" ? editSlice(slice, latestEdits(slice)) : slice;
      const phase = shownPhase(shownSlice, { join, together, phase: step.at.phase });
      const at = { spineRow: step.at.row, join, phase, ...(together && { together }) };
      return {
        ...plainStep({ ...step, at: { ...step.at, phase } }, step.title ?? scenario.title),
        picture: { scenario, slice: shownSlice, at, column, window: windowOf(step.at.window) },
        asked: step.votes === undefined ? null : askedOf(slice, at),
        story: step.votes === undefined || step.story === undefined ? null : writtenStory(step.story),
        lesson: { ...NO_LESSON, scenarios: { main: { ...scenario, edits } } },
      };
    }
  }
}

function plainStep(step: PlanStep, title: string): PreparedStep {
  return {
    step,
    title,
    picture: null,
    served: null,
    asked: null,
    question: null,
    story: null,
    lesson: NO_LESSON,
    problem: null,
  };
}

/** What a step is called that cannot be shown. */
function plainTitle(step: PlanStep): string {
  if (step.kind === "words") return step.text;
  if (step.kind === "question") return step.lesson;
  return step.of.kind === "scenario"
    ? step.of.scenario.title
    : step.of.kind === "lesson"
      ? step.of.scenario
      : step.of.name;
}

const NO_LESSON: Lesson = { parts: [], shortParts: 0, scenarios: {}, questions: {}, review: [] };

async function namedLesson(name: string): Promise<LoadedLesson> {
  return loadLesson(oneOfNames(LESSON_NAMES, "lesson", name) satisfies LessonName);
}

function askOf({ lesson }: LoadedLesson, step: Extract<PlanStep, { kind: "question" }>) {
  oneOfNames(Object.keys(lesson.questions), "question in this lesson", step.question);
  const question = lesson.questions[step.question];
  const count = question === undefined ? 0 : variantCount(question);
  if (step.variant >= count)
    throw new PlanStepError(
      `This question has ${count} forms and none of number ${step.variant + 1}. Choose another form of it.`,
    );
  return ask(lesson, step.question, step.variant);
}

/** What the engine's own rules make of the actions before a look-up that is asked about. */
function servedOf({ question, scenario, at }: Asked): PreparedStep["served"] {
  if (question.kind !== "served") return null;
  // Its rows are as the form of the question sets them.
  const run = servedRun({ scenario, edits: [], row: at.spineRow, join: at.join });
  return { actions: scenario.actions ?? [], run };
}

/** What makes every join take the latest value, whatever its age: what everybody is tempted to do. */
function latestEdits({ joins }: EntitySlice): readonly Edit[] {
  return joins.map((_, join) => ({ kind: "rule", join, direction: "latest", ttlUs: null }));
}

/** The phase itself where the joins go through it, else the last before it. */
function shownPhase(
  slice: EntitySlice,
  { join, together = false, phase }: { join: number; together?: boolean | undefined; phase: Phase },
): Phase {
  const rule = slice.joins[join]?.rule;
  const phases = together || rule === undefined ? phasesTogether(slice.joins) : phasesOf(rule);
  const at = PHASES.indexOf(phase);
  return phases.includes(phase)
    ? phase
    : (phases.findLast((one) => PHASES.indexOf(one) < at) ?? "find_entity");
}

function windowOf(window: { from: string; to: string } | undefined) {
  if (window === undefined) return null;
  const [from, to] = [readTimeText(window.from), readTimeText(window.to)];
  return from.ok && to.ok && from.value < to.value
    ? { fromUs: Number(from.value), toUs: Number(to.value) }
    : null;
}

async function sliceOf({ kind }: PictureSource, scenario: Scenario, row: number): Promise<EntitySlice> {
  const [{ generatedColumns }, { caseSlice }] = await Promise.all([
    import("../scenario/generators"),
    import("../scenario/cases/cases"),
  ]);
  try {
    return kind === "case" ? caseSlice(scenario, row) : scenarioSlice(scenario, row, generatedColumns);
  } catch (thrown) {
    if (thrown instanceof RangeError && thrown.message.startsWith("spine row")) throw noRow(row);
    throw thrown;
  }
}

function noRow(row: number): PlanStepError {
  return new PlanStepError(
    `Its data have no row ${row + 1} to predict for. Add the step anew, on another row.`,
  );
}

function askedOf(slice: EntitySlice, at: AskedStep["at"]): AskedStep {
  const join = slice.joins[at.join];
  const position = slice.spine.rows.indexOf(at.spineRow);
  if (join === undefined || position === -1) throw noRow(at.spineRow);
  return { slice, at: { ...at, phase: "find_entity" }, ...rowAnswer(slice, join, position, USUAL_BELIEFS) };
}

async function sourceScenario(source: PictureSource): Promise<Scenario> {
  switch (source.kind) {
    case "scenario": {
      const [problem] = brokenReferences(source.scenario);
      if (problem !== undefined) throw new PlanStepError(`Its data make no sense: ${problem}`);
      return source.scenario;
    }
    case "lesson": {
      const { scenarios } = (await namedLesson(source.lesson)).lesson;
      return named(Object.entries(scenarios), "scenario in this lesson", source.scenario);
    }
    case "case": {
      const { CASES } = await import("../scenario/cases/cases");
      return named(
        CASES.map((one) => [one.name, one]),
        "case",
        source.name,
      );
    }
    case "sample": {
      const { SAMPLES } = await import("../scenario/samples/samples");
      return named(
        SAMPLES.map((one) => [one.name, one]),
        "sample",
        source.name,
      );
    }
  }
}

function named(scenarios: readonly (readonly [string, Scenario])[], kind: string, name: string): Scenario {
  const byName = new Map(scenarios);
  const found = byName.get(oneOfNames([...byName.keys()], kind, name));
  if (found === undefined) throw new RangeError(name);
  return found;
}

function oneOfNames<Name extends string>(names: readonly Name[], kind: string, name: string): Name {
  const found = names.find((one) => one === name);
  if (found !== undefined) return found;
  throw new PlanStepError(
    `There is no ${kind} named “${name}” in this version of the app. Take this step out, or put another in its place.`,
  );
}
