import { variantEdits } from "../../../learn/questions/ask";
import type { Directive } from "../../../learn/text/lesson-text";
import { beliefNotes } from "../../../present/belief-notes";
import type { PlanStep } from "../../../present/plan";
import { OWN } from "../../../state/document";
import { ALL_LESSONS, formatUrl } from "../../../state/route/url";
import { shownScenarioOf } from "../timeline/shown-scenario";
import type { LessonHandle } from "./lesson-context";

const MINUTES = { question: 4, picture: 3, words: 1 };

/**
 * A part of a lesson as a step of a plan: its question, in the form that is asked here; else its picture; else, where it is
 * done by hand, a sentence with the way to it.
 */
export function partStep(handle: LessonHandle, part: number): PlanStep {
  const { name, lesson, parts } = handle;
  const { title = name, blocks = [] } = parts[part] ?? {};
  const directives = blocks.filter((block) => block.kind === "directive");
  return (
    directives.map((one) => questionStep(handle, one)).find((step) => step !== null) ??
    directives.map((one) => pictureStep(handle, one, title)).find((step) => step !== null) ?? {
      kind: "words",
      minutes: MINUTES.words,
      text: title,
      link: formatUrl({
        route: { ...ALL_LESSONS, lesson: name, part: lesson.parts[part] ?? null },
        dataset: OWN,
        edits: [],
      }),
    }
  );
}

function questionStep(handle: LessonHandle, { attributes }: Directive): PlanStep | null {
  const { question, variant } = attributes;
  if (question === undefined) return null;
  const asked = handle.ask(question, variant);
  const notes = beliefNotes(asked);
  return {
    kind: "question",
    minutes: MINUTES.question,
    lesson: handle.name,
    question,
    variant: asked.variant,
    votes: 1,
    ...(notes !== "" && { notes }),
  };
}

function pictureStep(handle: LessonHandle, { name, attributes }: Directive, title: string): PlanStep | null {
  const { answers, scenario } = attributes;
  if (name !== "timeline") return null;
  const asked = answers === undefined ? null : handle.ask(answers, attributes.variant);
  const shown = asked?.question.scenario ?? scenario;
  if (shown === undefined) return null;
  const { at } = shownScenarioOf(handle, attributes);
  return {
    kind: "picture",
    minutes: MINUTES.picture,
    title,
    of: { kind: "lesson", lesson: handle.name, scenario: shown },
    edits: asked === null ? [] : [...variantEdits(asked.question, asked.variant)],
    at: {
      row: at.spineRow,
      join: at.join,
      phase: attributes.phase === undefined ? "write_cell" : at.phase,
      ...(at.together && { together: true }),
    },
    rule: "as-of",
    walks: attributes.steps !== undefined,
  };
}
