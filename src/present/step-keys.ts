import type { PlanStep } from "./plan";
import { shortName } from "./text-hash";

/** What a step is of, as a text that stays the same while it is changed: its question, or its place in its data. */
function subjectPart(step: PlanStep): string {
  if (step.kind === "words") return step.kind;
  if (step.kind === "picture") return JSON.stringify([step.of, step.edits, step.at]);
  // Which options have a letter goes by what it must offer.
  const { lesson, question, variant, offers } = step;
  return JSON.stringify([lesson, question, variant, ...(offers === undefined ? [] : [offers])]);
}

/**
 * A name for each step of a plan that goes with the step wherever it is moved, and is another one once the step asks or shows
 * something else. Of several alike it counts which of them each is. Costs O(size of the plan).
 */
export function stepKeys(steps: readonly PlanStep[]): readonly string[] {
  const seen = new Map<string, number>();
  return steps.map((step) => {
    const name = nameOf(step);
    const before = seen.get(name) ?? 0;
    seen.set(name, before + 1);
    return before === 0 ? name : `${name}-${before + 1}`;
  });
}

const names = new WeakMap<PlanStep, string>();

/** A step that carries its data is long, and plans are looked at with every letter that is typed into one. */
function nameOf(step: PlanStep): string {
  const name = names.get(step) ?? `of-${shortName(subjectPart(step))}`;
  names.set(step, name);
  return name;
}

/** Whether something may be the name of a step. */
export const STEP_KEY = /^of-[0-9a-z]+-[0-9a-z]+(-\d+)?$/;
