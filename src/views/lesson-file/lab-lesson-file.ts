import { LAB_QUESTION, LAB_SCENARIO, type LabLesson, labLesson } from "../../learn/lesson-file/lab-lesson";
import { asLabel, asMarkdown, writeLessonFile } from "../../learn/lesson-file/write-lesson-file";
import { say, WORDS } from "../../learn/words";
import { editSlice } from "../../scenario/edits/edit-slice";
import type { App } from "../../state/app";
import { latestData } from "../../state/query";
import { currentView, viewEdits } from "../../state/training-queries";
import { momentOf } from "../../timeline/step/step-verdicts";
import { formatMoment, momentStyle } from "../../timeline/words/format-moment";
import { entityName } from "../../timeline/words/nouns";
import { currentStep } from "../train/steps/current-step";

/** What Train shows, as the data of a lesson, and what its author is offered to say. */
export interface LabStep extends LabLesson {
  readonly entity: string;
  readonly title: string;
  readonly question: string;
  /** The number of the join that is asked about. */
  readonly join: number;
}

/** What an author says of it, as plain text. */
export interface LabWords {
  readonly title: string;
  readonly author: string;
  readonly question: string;
  readonly why: string;
}

/** The row that Train shows, its join, and what a lesson of it carries; `null` where none is on the screen. */
export function labStep(app: App): LabStep | null {
  const state = app.state.getState();
  const shown = app.part(currentStep)(state);
  const stored = latestData(state.slice);
  const view = currentView(state);
  if (shown === null || stored === null || view === null || state.overview === null) return null;
  const { spineRow, join } = shown.coordinate;
  const edits = app.part(viewEdits)(state);
  const slice = editSlice(
    stored,
    edits.filter(({ kind }) => kind !== "rule"),
  );
  const group = slice.joins[join]?.fgName;
  if (group === undefined || !slice.spine.rows.includes(spineRow)) return null;
  const entity = entityName(slice, slice.joins[join]);
  const moment = formatMoment(momentOf(slice, spineRow), momentStyle(slice));
  const title = `${entity}, ${moment}`;
  const made = labLesson({
    title,
    slice,
    spineRow,
    join,
    groups: state.overview.groups.map(({ definition }) => definition),
    view: view.definition,
    rules: edits.filter(({ kind }) => kind === "rule"),
  });
  return { ...made, entity, title, join, question: say(WORDS.own.lab.question, { group, moment }) };
}

/** The lesson file of it: its author's words as they stand, and where they said none, a text to be gone on with. */
export function labLessonFile({ lesson, row, join }: LabStep, said: LabWords): string {
  const { lab } = WORDS.own;
  const at = { row, join, scenario: LAB_SCENARIO, name: LAB_QUESTION, question: asLabel(said.question) };
  const why = said.why.trim() === "" ? lab.why : paragraphs(said.why);
  const author = said.author.trim();
  return writeLessonFile({
    title: said.title.trim(),
    ...(author !== "" && { author }),
    lesson,
    text: say(lab.text.join("\n\n"), { ...at, hook: say(lab.hook, at), why }),
  });
}

function paragraphs(text: string): string {
  return text
    .split(/\n\s*\n/)
    .map(asMarkdown)
    .filter((paragraph) => paragraph !== "")
    .join("\n\n");
}
