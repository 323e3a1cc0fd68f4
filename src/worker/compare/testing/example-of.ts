import { type ComparedView, comparedView } from "../../../compare/compared-view";
import type { FeatureStore } from "../../../microfs";
import type { Edit } from "../../../scenario/edits/edit";
import { editedGroups } from "../../store-edits";
import type { SmallestExample } from "../compare-results";
import { smallestExample } from "../smallest-work";

/** A view, and the numbers that the rows of its spine are known by. */
export interface TestedView {
  readonly data: ComparedView;
  readonly ids: Int32Array;
}

/** A stored view as it is compared, with edits on top of its rows. */
export function comparedOf(store: FeatureStore, viewName: string, edits: readonly Edit[] = []): TestedView {
  const view = store.featureViews.get(viewName);
  if (view === undefined) throw new RangeError(`the store must have the view: ${viewName}`);
  const groupNamed = editedGroups(store, edits);
  return {
    data: comparedView(view.checked, (name) => groupNamed(name).group),
    ids: groupNamed(view.labelFg).ids,
  };
}

/** The smallest example, without a pause. */
export function exampleOf(
  { data, ids }: TestedView,
  question: Omit<Parameters<typeof smallestExample>[2], "kind" | "join">,
): SmallestExample | null {
  const work = smallestExample(data, ids, { kind: "smallest", join: 0, ...question });
  let step = work.next();
  while (step.done !== true) step = work.next();
  return step.value;
}
