import { LESSON_NAMES } from "../../learn/lesson-names";
import { loadLesson } from "../../learn/load-lesson";
import { carriedRows, type PlanStep } from "../../present/plan";
import type { PreparedStep } from "../../present/prepare-step";
import { pack } from "../../scenario/pack";
import { type Dataset, OWN } from "../document";
import type { Route } from "../route/route";
import { ALL_CASES, ALL_LESSONS, formatUrl, HOME, START } from "../route/url";

/** Where a class finds a step again, each on a phone of their own. */
export interface StepLink {
  /** The part of an address after `#`. */
  readonly url: string;
  /** How many rows it carries that only this plan has. */
  readonly rows: number;
}

/**
 * The place in the app where a step of a plan can be answered and tried by oneself: the part of the lesson that asks it, the
 * case, or Train at the same row, join and phase. It needs no plan: one's own plans are kept in one browser alone.
 */
export async function stepLink({ step, picture }: PreparedStep): Promise<StepLink> {
  if (step.kind === "words") return { url: step.link ?? urlOf(HOME), rows: 0 };
  if (step.kind === "question") return { url: await questionUrl(step), rows: 0 };
  if (picture === null) return { url: urlOf(HOME), rows: 0 };
  const { spineRow: row, join, phase, together } = picture.at;
  const joins = together ? "together" : "one-by-one";
  const at = { row, join, phase, joins } as const;
  if (step.of.kind === "case" && step.edits.length === 0 && step.rule === "as-of")
    return { url: urlOf({ ...ALL_CASES, ...at, case: step.of.name }), rows: 0 };
  const { scenario, column } = picture;
  const dataset: Dataset =
    step.of.kind === "sample"
      ? { kind: "sample", name: step.of.name, scenario }
      : { kind: "scenario", packed: pack(scenario), scenario };
  const url = formatUrl({
    route: { ...START, ...at, stage: "train", rule: step.rule, column },
    dataset,
    edits: [...(scenario.edits ?? []), ...step.edits],
  });
  return { url, rows: carriedRows({ steps: [step] }) };
}

async function questionUrl({ lesson: name, question }: Extract<PlanStep, { kind: "question" }>) {
  const lesson = LESSON_NAMES.find((one) => one === name);
  if (lesson === undefined) return urlOf(ALL_LESSONS);
  const loaded = await loadLesson(lesson);
  const part = loaded.parts.findIndex(({ blocks }) =>
    blocks.some((block) => block.kind === "directive" && block.attributes.question === question),
  );
  return urlOf({ ...ALL_LESSONS, lesson, part: loaded.lesson.parts[part] ?? null });
}

function urlOf(route: Route): string {
  return formatUrl({ route, dataset: OWN, edits: [] });
}
