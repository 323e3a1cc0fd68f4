import { comparedView } from "../../../compare/compared-view";
import type { FeatureStore } from "../../../microfs";
import type { SmallestExample } from "../compare-results";
import type { Compared } from "../compare-work";
import { smallestExample } from "../smallest-work";

/** A stored view as it is compared, without edits. */
export function comparedOf(store: FeatureStore, viewName: string): Compared {
  const view = store.featureViews.get(viewName);
  if (view === undefined) throw new RangeError(`the store must have the view: ${viewName}`);
  const groupNamed = (name: string) => {
    const group = store.featureGroups.get(name);
    if (group === undefined) throw new RangeError(`the store must have the group: ${name}`);
    return group;
  };
  return {
    data: comparedView(view.checked, groupNamed),
    idsOf: (name) => Int32Array.from(Array(groupNamed(name).numRows).keys()),
  };
}

/** The smallest example, without a pause. */
export function exampleOf(
  compared: Compared,
  question: Omit<Parameters<typeof smallestExample>[1], "kind">,
): SmallestExample | null {
  const work = smallestExample(compared, { kind: "smallest", ...question });
  let step = work.next();
  while (step.done !== true) step = work.next();
  return step.value;
}
