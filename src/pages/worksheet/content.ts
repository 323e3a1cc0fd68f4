import { COURSE_WORDS } from "../../learn/course";
import { editedScenarioSlice } from "../../learn/edited-scenario-slice";
import { type LoadedLesson, loadLesson } from "../../learn/load-lesson";
import { ask } from "../../learn/questions/ask";
import type { Directive, Inline } from "../../learn/text/lesson-text";
import type { EntitySlice } from "../../microfs/core";
import type { Plan } from "../../present/plan";
import { prepareStep } from "../../present/prepare-step";
import { MOST_WORKSHEET_ROWS } from "../../state/route/url";
import { startOf } from "../../timeline/step/coordinate";
import { entityName } from "../../timeline/words/nouns";
import { factText } from "../../views/lesson-text/fact-text";
import { type Linked, type LinkedStep, linkedStep } from "../../views/take-home/linked-step";
import { tellingRows } from "./telling-rows";

/** One training row that a worksheet asks for. */
export interface AskedRow {
  readonly slice: EntitySlice;
  readonly spineRow: number;
  /** In its lesson's words; `null` where no lesson asks. */
  readonly question: string | null;
}

/** What a worksheet asks. */
export interface WorksheetContent {
  readonly title: string;
  /** What the key is called: it may give the answer away. */
  readonly keyTitle: string;
  /** As many as there are, {@link MOST_WORKSHEET_ROWS} at most. */
  readonly rows: readonly AskedRow[];
  /** Whose rows they are, where all are of one entity, and how many it has; `null` where what is asked is chosen elsewhere. */
  readonly of: { readonly rows: number; readonly entity: string } | null;
}

const QUESTION = "Which row is taken?";

/**
 * What a link asks on paper: a lesson's questions about rows, or rows of the entity that it shows, first the one that it
 * stands at.
 *
 * @param plan - The open plan, where the link names one.
 * @returns `null` where the link carries no data.
 * @throws RangeError where what it names is not there; MicroFSError where its scenario makes no sense.
 */
export async function worksheetContent(linked: Linked, plan: Plan | null): Promise<WorksheetContent | null> {
  if (plan !== null) return planContent(plan);
  if (linked.route.lesson !== null) return lessonContent(await loadLesson(linked.route.lesson));
  const step = await linkedStep(linked);
  if (step === null) return null;
  const content = entityContent(step);
  // What a case is called says what comes out of it.
  return linked.route.case === null ? content : { ...content, title: QUESTION };
}

/** Rows of one entity, chosen so that they differ. */
export function entityContent({
  title,
  slice,
  at,
}: Pick<LinkedStep, "title" | "slice" | "at">): WorksheetContent {
  const rows = tellingRows(slice, at.spineRow, MOST_WORKSHEET_ROWS);
  return {
    title,
    keyTitle: title,
    rows: rows.map((spineRow) => ({ slice, spineRow, question: null })),
    of: { rows: slice.spine.rows.length, entity: entityName(slice) },
  };
}

/** The questions of a lesson that ask which row goes into a cell, in the order of its text. */
export function lessonContent({ name, lesson, parts }: LoadedLesson): WorksheetContent {
  const directives = parts
    .flatMap(({ blocks }) => blocks)
    .filter((block): block is Directive => block.kind === "directive" && block.label.length > 0);
  const rows = directives.flatMap(({ label, attributes: { question, variant } }): AskedRow[] => {
    const of = lesson.questions[question ?? ""];
    if (question === undefined || of?.kind !== "row") return [];
    const number = variant === "new" ? Math.min(1, of.variants.length) : 0;
    const asked = ask(lesson, question, number);
    const words = label.map((inline) => inlineText(lesson, inline)).join("");
    return [{ slice: asked.slice, spineRow: asked.at.spineRow, question: words }];
  });
  const title = COURSE_WORDS[name].title;
  return {
    title,
    keyTitle: title,
    rows: (rows.length > 0 ? rows : scenarioRows(lesson)).slice(0, MOST_WORKSHEET_ROWS),
    of: null,
  };
}

async function planContent({ title, steps }: Plan): Promise<WorksheetContent> {
  const rows: AskedRow[] = [];
  for (const step of steps) {
    if (rows.length === MOST_WORKSHEET_ROWS) break;
    if (step.kind === "words") continue;
    const { picture, served, question, lesson } = await prepareStep(step);
    // What a look-up gives is no row to be filled in.
    if (picture === null || served !== null) continue;
    const words = question?.map((inline) => inlineText(lesson, inline)).join("") ?? null;
    rows.push({ slice: picture.slice, spineRow: picture.at.spineRow, question: words });
  }
  return { title, keyTitle: title, rows, of: null };
}

/** Where a lesson asks of no row: those that its first scenario opens at. */
function scenarioRows({ scenarios }: LoadedLesson["lesson"]): readonly AskedRow[] {
  const [scenario] = Object.values(scenarios);
  if (scenario === undefined) return [];
  const at = startOf(scenario);
  const slice = editedScenarioSlice(scenario, at.spineRow);
  return entityContent({ title: scenario.title, slice, at }).rows;
}

/** Text of a lesson as plain text, with what is computed from its scenarios. */
function inlineText(lesson: LoadedLesson["lesson"], inline: Inline): string {
  switch (inline.kind) {
    case "text":
    case "code":
      return inline.text;
    case "fact":
      return factText(lesson, inline);
    default:
      return inline.inlines.map((one) => inlineText(lesson, one)).join("");
  }
}
