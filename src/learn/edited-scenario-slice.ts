import type { EntitySlice } from "../microfs/core";
import type { Edit } from "../scenario/edits/edit";
import { editSlice } from "../scenario/edits/edit-slice";
import type { Scenario } from "../scenario/scenario";
import { scenarioSlice } from "../scenario/scenario-slice";

/**
 * The slice of a scenario's spine row with the scenario's own edits in it, and others on top. Costs O(rows).
 *
 * @param row - Of the label group's table, by its number there.
 * @throws RangeError where there is no such row, or rows are not written out in the scenario.
 */
export function editedScenarioSlice(
  scenario: Scenario,
  row: number,
  edits: readonly Edit[] = [],
): EntitySlice {
  return editSlice(scenarioSlice(scenario, row), [...(scenario.edits ?? []), ...edits]);
}
