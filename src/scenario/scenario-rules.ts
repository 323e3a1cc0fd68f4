import { type CheckedGroup, checkGroup, checkView, type JoinRule } from "../microfs/core";
import type { Scenario } from "./scenario";

/**
 * Per join of a scenario's view the other rule that the scenario names, to play it by or to compare with; `undefined` where
 * it names none. What a rule does not say is as the view, or the group, says. Costs O(columns).
 *
 * @throws MicroFSError where the definitions make no sense.
 */
export function scenarioRules({ groups, view, rules = [] }: Scenario): (JoinRule | undefined)[] {
  const checked = new Map<string, CheckedGroup>(
    groups.map(({ definition }) => [definition.name, checkGroup(definition)]),
  );
  const joins = view.joins.map((join, i) => ({ ...join, ...rules[i] }));
  const changed = checkView({ ...view, joins }, (name) => {
    const group = checked.get(name);
    if (group === undefined) throw new RangeError(`the scenario has no group ${JSON.stringify(name)}`);
    return group;
  });
  return changed.joins.map(({ rule }, i) => (rules[i] == null ? undefined : rule));
}
