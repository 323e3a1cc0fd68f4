import type { EntitySlice } from "../../microfs/entity-slice";
import { generatedColumns } from "../generators";
import type { Scenario } from "../scenario";
import { scenarioSlice } from "../scenario-slice";
import { DENSE_CASES } from "./dense-cases";
import { JOIN_CASES } from "./join-cases";
import { amongOthers, STEP_CASES } from "./step-cases";

/** All that the gallery shows, and that its visual tests look at. */
export const CASES: readonly Scenario[] = [...STEP_CASES, ...JOIN_CASES, ...DENSE_CASES];

/** The slice that a case opens at. Costs O(rows); whoever asks again keeps it. */
export function caseSlice(one: Scenario): EntitySlice {
  const slice = scenarioSlice(one, one.start?.row ?? 0, generatedColumns);
  return one.start?.together || !STEP_CASES.includes(one) ? slice : amongOthers(slice);
}
