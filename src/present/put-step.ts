import type { PlanStep } from "./plan";

/** Where a plan's last sentence leads whoever goes home. */
const HOME_LINK = "/learn";

/** The steps with a new one at their end, but before a sentence that closes the class. */
export function withStepPut(steps: readonly PlanStep[], step: PlanStep): PlanStep[] {
  const last = steps.at(-1);
  const isClosing =
    last?.kind === "words" && (last.link === HOME_LINK || (last.link === undefined && step.kind !== "words"));
  return steps.toSpliced(isClosing ? steps.length - 1 : steps.length, 0, step);
}
