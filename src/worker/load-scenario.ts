import type { FeatureStore } from "../microfs";
import type { FeatureView } from "../microfs/core";
import { insertableRows } from "../scenario/inline-value";
import type { Scenario, ScenarioAction } from "../scenario/scenario";
import { scenarioBatch } from "../scenario/scenario-batch";

/**
 * Stores a scenario's groups, rows and view beside what is there, then does what its actions say. Groups that are there
 * already with the same definition are kept, and rows that they have already are not stored twice.
 *
 * @throws MicroFSError; then the groups that this call has made are gone again, and the view is as it was. Rows that it has
 *   added to groups that were there stay.
 */
export async function loadScenario(store: FeatureStore, scenario: Scenario): Promise<void> {
  const made: string[] = [];
  const { view } = scenario;
  const viewBefore = store.featureViews.get(view.name);
  try {
    for (const group of scenario.groups) {
      const { name } = group.definition;
      if (!store.featureGroups.has(name)) made.push(name);
      await store.createFeatureGroup(group.definition);
      const batch = scenarioBatch(group);
      if (batch !== null) await store.insert(name, batch);
    }
    await store.createFeatureView(view, { replace: true });
    for (const action of scenario.actions ?? []) await carryOut(store, action);
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
