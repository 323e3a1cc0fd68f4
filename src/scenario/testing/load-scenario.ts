import { FeatureStore } from "../../microfs";
import { insertableRows } from "../inline-value";
import type { Scenario } from "../scenario";
import { scenarioBatch } from "../scenario-batch";

/** A fresh store with a scenario's groups, rows, view and written rows in it, and what the first inserts reported. */
export async function loadScenario(scenario: Scenario, name: string) {
  const store = await FeatureStore.open({ name });
  const reports = new Map<string, Awaited<ReturnType<FeatureStore["insert"]>>>();
  for (const group of scenario.groups) {
    await store.createFeatureGroup(group.definition);
    const batch = scenarioBatch(group);
    if (batch !== null) reports.set(group.definition.name, await store.insert(group.definition.name, batch));
  }
  await store.createFeatureView(scenario.view);
  for (const action of scenario.actions ?? []) {
    if (action.kind !== "write") continue;
    const schema = store.featureGroups.get(action.group)?.schema ?? {};
    await store.insert(action.group, insertableRows(action.rows, schema));
  }
  return { store, reports };
}
