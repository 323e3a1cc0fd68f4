import type { FeatureGroup, FeatureStore, FeatureViewDefinition } from "../../../microfs";
import type { FeatureGroupDefinition } from "../../../microfs/core";
import { openFresh } from "../../../microfs/testing/open-fresh";
import { type ComparedView, comparedView } from "../../compared-view";

/** A group and its rows. */
export interface StoredGroup extends FeatureGroupDefinition {
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

/** A view with its data, from a store of its own. */
export async function comparedStore(
  groups: readonly StoredGroup[],
  view: FeatureViewDefinition,
): Promise<ComparedView> {
  const store = await openFresh();
  for (const { rows, ...definition } of groups) {
    await store.createFeatureGroup(definition);
    await store.insert(definition.name, [...rows]);
  }
  await store.createFeatureView(view);
  return comparedOf(store, view.name);
}

/** A view of a store, as it stands. */
export async function comparedOf(store: FeatureStore, name: string): Promise<ComparedView> {
  return comparedView(await store.checkedView(name), (group): FeatureGroup => {
    const found = store.featureGroups.get(group);
    if (found === undefined) throw new RangeError(`there must be a group ${group}`);
    return found;
  });
}
