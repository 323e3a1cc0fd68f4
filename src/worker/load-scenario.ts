import type { FeatureStore } from "../microfs";
import type { FeatureView } from "../microfs/core";
import { insertableRows } from "../scenario/inline-value";
import type { Scenario, ScenarioAction } from "../scenario/scenario";
import { scenarioBatch } from "../scenario/scenario-batch";

/**
 * Stores a scenario's groups, rows and view in one commit, beside what is there or in its place, then does what its actions
 * say, one after another. Groups that are there already with the same definition are kept, and rows that they have already
 * are not stored twice.
 *
 * @throws MicroFSError; then nothing is stored, or, where an action failed, the groups that this call has made are gone again
 *   and the view is as it was. Rows that it has added to groups that were there stay.
 */
export async function loadScenario(
  store: FeatureStore,
  { groups, view, actions = [] }: Scenario,
  { replacing = false }: { replacing?: boolean } = {},
): Promise<void> {
  const made = groups
    .map(({ definition }) => definition.name)
    .filter((name) => !store.featureGroups.has(name));
  const viewBefore = store.featureViews.get(view.name);
  await store.load({
    groups: groups.map((group) => {
      const batch = scenarioBatch(group);
      return { definition: group.definition, pieces: batch === null ? [] : [batch] };
    }),
    views: [view],
    replacing,
  });
  try {
    for (const action of actions) await carryOut(store, action);
  } catch (error) {
    // While a view uses a group, the group cannot go.
    if (store.featureViews.has(view.name)) await takeBackView(store, view.name, viewBefore);
    for (const name of made) if (store.featureGroups.has(name)) await store.deleteFeatureGroup(name);
    throw error;
  }
}

async function takeBackView(
  store: FeatureStore,
  name: string,
  before: FeatureView | undefined,
): Promise<void> {
  if (before === undefined) return store.deleteFeatureView(name);
  const { checked: _, ...definition } = before;
  return store.createFeatureView(definition, { replace: true });
}

/** A look-up is for the page to show: it changes nothing here. */
async function carryOut(store: FeatureStore, action: ScenarioAction): Promise<void> {
  switch (action.kind) {
    case "materialize":
      await store.materialize(action.group, action.asOf === undefined ? {} : { asOf: action.asOf });
      return;
    case "write": {
      const { schema = {} } = store.featureGroups.get(action.group) ?? {};
      await store.insert(action.group, insertableRows(action.rows, schema));
      return;
    }
    case "lookUp":
      return;
  }
}
