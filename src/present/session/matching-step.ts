import type { PlanStep } from "../plan";

/** Where another plan has what a step shows: the same question, or the same join of the same picture; `null` where it has not. */
export function matchingStep(step: PlanStep, steps: readonly PlanStep[]): number | null {
  const subject = subjectOf(step);
  const found = steps.findIndex((other) => subjectOf(other) === subject);
  return found === -1 ? null : found;
}

function subjectOf(step: PlanStep): string {
  switch (step.kind) {
    case "question":
      return JSON.stringify([step.lesson, step.question]);
    case "picture": {
      const { row, join } = step.at;
      return JSON.stringify([step.of, row, join]);
    }
    case "words":
      return JSON.stringify(step.text);
  }
}
