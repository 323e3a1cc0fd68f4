import type { FeatureStore } from "../microfs";
import { touches } from "../scenario/edits/apply-edits";
import type { Edit } from "../scenario/edits/edit";
import { editedView } from "../scenario/edits/edited-view";
import { editedGroups } from "./edited-groups";

/**
 * Makes edits part of what is stored: each touched group is replaced as a whole, in one transaction, and the view's
 * rules follow. Its online rows go, because they may never have been.
 *
 * @throws MicroFSError; the groups before the one that failed are stored, it and those after it are as they were.
 */
export async function storeEdits(
  store: FeatureStore,
  viewName: string,
  edits: readonly Edit[],
): Promise<void> {
  const view = await store.checkedView(viewName);
  const groups = editedGroups(store, edits);
  for (const [name, { definition }] of store.featureGroups) {
    if (touches(edits, name)) await store.replaceFeatureGroup(definition, groups(name).group.table);
  }
  const stored = store.featureViews.get(viewName);
  if (stored === undefined || !edits.some((edit) => edit.kind === "rule")) return;
  const { checked: _, ...definition } = stored;
  const rules = view.joins.map(({ rule }) => rule);
  await store.createFeatureView(editedView(definition, rules, edits), { replace: true });
}
