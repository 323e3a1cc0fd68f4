import { isOneStep } from "../../scenario/cases/cases";
import type { ScenarioSlice } from "../../timeline/scenario-slices";
import { type Coordinate, neighbourStep, stepsAt, stepTo } from "../../timeline/step/coordinate";

/** A step of a case. */
export interface CaseStep {
  readonly name: string;
  readonly at: Coordinate;
}

/** The case after another (`by` 1) or before it (−1); `null` past the ends. */
export function neighbourCase<Case extends { readonly name: string }>(
  cases: readonly Case[],
  name: string,
  by: 1 | -1,
): Case | null {
  const at = cases.findIndex((one) => one.name === name);
  return at < 0 ? null : (cases[at + by] ?? null);
}

/**
 * Where a clicker leads: to the next step of the case's row, and past its last to the first of the next case; back likewise.
 * Cases that are one step each of the same row are gone through as its steps are. `null` past the ends.
 */
export function walkCases(
  cases: readonly ScenarioSlice[],
  { name, at }: CaseStep,
  by: 1 | -1,
): CaseStep | null {
  const here = cases.find((one) => one.name === name);
  const step = here === undefined || isOneStep(name) ? null : neighbourStep(here.slice, at, by);
  if (step !== null) return { name, at: step };
  const next = neighbourCase(cases, name, by);
  if (next === null) return null;
  if (isOneStep(next.name)) return { name: next.name, at: next.at };
  const entered = by === 1 ? 0 : stepsAt(next.slice, next.at) - 1;
  return { name: next.name, at: stepTo(next.slice, next.at, entered) };
}
