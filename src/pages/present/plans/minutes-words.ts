import { LESSON_TITLES } from "../../../learn/lesson-titles";
import type { PlanStep } from "../../../present/plan";
import { formatNumber } from "../../../ui/format-number";

/** `2.5 min`. */
export function minutesWords(minutes: number): string {
  return `${formatNumber(minutes)} min`;
}

/** How the steps of a plan stand to the length of the class; `null` where they fill it, or nobody has said how long it is. */
export function lengthWords(minutes: number, length: number | undefined): string | null {
  if (length === undefined || length === minutes) return null;
  const apart = minutesWords(Math.abs(round(length - minutes)));
  return minutes < length ? `${apart} left` : `${apart} too long`;
}

/** Tenths of a minute are exact enough, and sums of them are no exact numbers. */
function round(minutes: number): number {
  return Math.round(minutes * 100) / 100;
}

/** What a step is, in a few words. */
export function stepKindWords(step: PlanStep): string {
  switch (step.kind) {
    case "words":
      return step.link === undefined ? "a sentence" : "a sentence, and a link as a code";
    case "question":
      return `a question${votesWords(step.votes)}`;
    case "picture": {
      const way = step.walks ? "step by step" : "one step of a row";
      const what = step.votes === undefined ? way : `which row is taken?${votesWords(step.votes)}`;
      return step.rule === "latest" ? `${what}, on the latest value` : what;
    }
  }
}

function votesWords(votes: 0 | 1 | 2): string {
  return votes === 0 ? "" : votes === 1 ? ", one vote" : ", two votes";
}

/** What a step is called before anything of it is loaded. */
export function stepName(step: PlanStep): string {
  if (step.title !== undefined) return step.title;
  if (step.kind === "words") return step.text;
  if (step.kind === "question") return lessonTitle(step.lesson);
  const { of } = step;
  if (of.kind === "lesson") return lessonTitle(of.lesson);
  return of.kind === "scenario" ? of.scenario.title : of.name.replaceAll("-", " ");
}

function lessonTitle(name: string): string {
  const titles: Readonly<Record<string, string>> = LESSON_TITLES;
  return Object.hasOwn(titles, name) ? (titles[name] ?? name) : name;
}
