import { FeatureStore } from "../../microfs";
import type { Scenario } from "../scenario";
import { scenarioBatch } from "../scenario-batch";

/** A fresh store with a scenario's groups, rows and view in it, and what the inserts reported. */
export async function loadScenario(scenario: Scenario, name: string) {
  const store = await FeatureStore.open({ name });
  const reports = new Map<string, Awaited<ReturnType<FeatureStore["insert"]>>>();
  for (const group of scenario.groups) {
    await store.createFeatureGroup(group.definition);
    const batch = scenarioBatch(group);
    if (batch !== null) reports.set(group.definition.name, await store.insert(group.definition.name, batch));
  }
  await store.createFeatureView(scenario.view);
  return { store, reports };
}
