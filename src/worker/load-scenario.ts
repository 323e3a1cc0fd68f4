import type { FeatureStore } from "../microfs";
import type { Scenario } from "../scenario/scenario";
import { scenarioBatch } from "../scenario/scenario-batch";

/**
 * Stores a scenario's groups, rows and view beside what is there. Groups that are there already with the same
 * definition are kept, and rows that they have already are not stored twice.
 *
 * @throws MicroFSError; then what this call has made is gone again.
 */
export async function loadScenario(store: FeatureStore, scenario: Scenario): Promise<void> {
  const made: string[] = [];
  try {
    for (const group of scenario.groups) {
      const { name } = group.definition;
      if (!store.featureGroups.has(name)) made.push(name);
      await store.createFeatureGroup(group.definition);
      const batch = scenarioBatch(group);
      if (batch !== null) await store.insert(name, batch);
    }
    await store.createFeatureView(scenario.view, { replace: true });
  } catch (error) {
    for (const name of made) if (store.featureGroups.has(name)) await store.deleteFeatureGroup(name);
    throw error;
  }
}
