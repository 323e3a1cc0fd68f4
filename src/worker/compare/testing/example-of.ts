import { comparedView } from "../../../compare/compared-view";
import type { FeatureStore } from "../../../microfs";
import type { Edit } from "../../../scenario/edits/edit";
import { editedGroups } from "../../store-edits";
import type { SmallestExample } from "../compare-results";
import type { Compared } from "../compared";
import { smallestExample } from "../smallest-work";

/** A stored view as it is compared, with edits on top of its rows. */
export function comparedOf(store: FeatureStore, viewName: string, edits: readonly Edit[] = []): Compared {
  const view = store.featureViews.get(viewName);
  if (view === undefined) throw new RangeError(`the store must have the view: ${viewName}`);
  const groupNamed = editedGroups(store, edits);
  return {
    data: comparedView(view.checked, (name) => groupNamed(name).group),
    idsOf: (name) => groupNamed(name).ids,
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
