import type { EntitySlice } from "../microfs/core";
import { CASES, caseSlice } from "../scenario/cases/cases";
import { JOIN_CASES } from "../scenario/cases/join-cases";
import type { Scenario } from "../scenario/scenario";
import { type Coordinate, startOf } from "./step/coordinate";

/** A scenario as a timeline shows it: its slice, at the step it opens at. */
export interface ScenarioSlice {
  readonly name: string;
  readonly title: string;
  readonly slice: EntitySlice;
  readonly at: Coordinate;
}

/** All that Cases shows. */
export const CASE_SLICES: readonly ScenarioSlice[] = CASES.map(scenarioSliceOf);

/** Every case that a join can meet, each at a glance. */
export const JOIN_CASE_SLICES: readonly ScenarioSlice[] = CASE_SLICES.filter(({ name }) =>
  JOIN_CASES.some((one) => one.name === name),
);

/** A scenario by its name. Throws a `RangeError` for a name that is none. */
export function scenarioSliceNamed(name: string): ScenarioSlice {
  const found = CASE_SLICES.find((one) => one.name === name);
  if (found === undefined) throw new RangeError(`no scenario is named ${name}`);
  return found;
}

function scenarioSliceOf(scenario: Scenario): ScenarioSlice {
  let made: EntitySlice | null = null;
  return {
    name: scenario.name,
    title: scenario.title,
    at: startOf(scenario),
    /** Made when it is first looked at: some have many rows. */
    get slice() {
      made ??= caseSlice(scenario);
      return made;
    },
  };
}
