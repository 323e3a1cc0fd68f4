import type { FeatureStore, FeatureView, FeatureViewDefinition, Rewrite } from "../microfs";
import { touches } from "../scenario/edits/apply-edits";
import type { Edit } from "../scenario/edits/edit";
import { editedView } from "../scenario/edits/edited-view";
import { editedGroups } from "./edited-groups";

/** Per touched group, its rows by their new numbers: each one's number before, or an added row's own. */
export type StoredRows = ReadonlyMap<string, Int32Array>;

/**
 * Makes edits part of what is stored, all of them or none: each touched group is replaced as a whole, and the view's
 * rules follow. The groups' online rows go, because they may never have been.
 *
 * @throws MicroFSError, or a RangeError where the view goes meanwhile; then everything is as it was.
 */
export async function storeEdits(
  store: FeatureStore,
  viewName: string,
  edits: readonly Edit[],
): Promise<StoredRows> {
  const stored = new Map<string, Int32Array>();
  // A view that is not there is the store's to say.
  await store.checkedView(viewName);
  await store.rewrite((): Rewrite => {
    const view = store.featureViews.get(viewName);
    if (view === undefined)
      throw new RangeError(`Feature view ${JSON.stringify(viewName)} has just been deleted.`);
    const edited = editedGroups(store, edits);
    const touched = [...store.featureGroups.values()].filter(({ name }) => touches(edits, name));
    for (const { name } of touched) stored.set(name, edited(name).ids);
    return {
      groups: touched.map(({ name, definition }) => ({ definition, rows: edited(name).group.table })),
      views: edits.some(({ kind }) => kind === "rule") ? [withRules(view, edits)] : [],
    };
  });
  return stored;
}

function withRules({ checked, ...definition }: FeatureView, edits: readonly Edit[]): FeatureViewDefinition {
  const rules = checked.joins.map(({ rule }) => rule);
  return editedView(definition, rules, edits);
}
