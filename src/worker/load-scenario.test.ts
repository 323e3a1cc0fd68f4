import { FeatureStore } from "../microfs";
import "fake-indexeddb/auto";
import { expect, test } from "vitest";
import { freshName } from "../microfs/testing/open-fresh";
import { storeContents } from "../microfs/testing/store-contents";
import { DEMO_SAMPLE } from "../scenario/samples/demo-sample";
import type { Scenario, ScenarioAction } from "../scenario/scenario";
import { loadScenario } from "./load-scenario";

const VIEW = DEMO_SAMPLE.view.name;
const NOW = "2025-11-06T12:00:00Z";

const paid = (user_id: string, total_spend: number, timestamp: string): ScenarioAction => ({
  kind: "write",
  group: "user_payments",
  rows: [{ user_id, total_spend, timestamp }],
});
const materialize: ScenarioAction = { kind: "materialize", group: "user_payments" };

async function loaded(actions: ScenarioAction[]): Promise<FeatureStore> {
  const store = await FeatureStore.open({ name: freshName() });
  await loadScenario(store, { ...DEMO_SAMPLE, actions });
  return store;
}

async function servedSpend(store: FeatureStore, user_id: number) {
  return (await store.getOnlineFeatures(VIEW, { user_id }, { now: NOW })).values.total_spend;
}

test("without actions nothing is online", async () => {
  expect(await servedSpend(await loaded([]), 2)).toBeNull();
});

test("actions are done in order: what is written after materializing is stored, and not served", async () => {
  const late = paid("2", 75, "2025-11-05T12:00:00Z");
  const before = await loaded([late, materialize]);
  expect(await servedSpend(before, 2)).toBe(75);
  const after = await loaded([materialize, late]);
  expect(await servedSpend(after, 2)).toBe(50);
  expect(after.featureGroups.get("user_payments")?.numRows).toBe(3);
});

test("a store cannot publish what it does not know yet", async () => {
  const store = await loaded([
    paid("2", 75, "2025-11-05T12:00:00Z"),
    { ...materialize, asOf: "2025-11-04T00:00:00Z" },
  ]);
  expect(await servedSpend(store, 2)).toBe(50);
});

test("a look-up is for the page to show: loading passes it over", async () => {
  const store = await loaded([{ kind: "lookUp", entity: { user_id: "2" } }, materialize]);
  expect(await servedSpend(store, 2)).toBe(50);
});

test("a column that is left out is a null", async () => {
  const store = await loaded([
    { kind: "write", group: "user_payments", rows: [{ user_id: "3", timestamp: "2025-11-05T12:00:00Z" }] },
  ]);
  const { table } = store.featureGroups.get("user_payments") ?? {};
  expect(table?.get(2)?.toJSON()).toMatchObject({ user_id: 3n, total_spend: null });
});

test("loaded twice it is there once", async () => {
  const actions = [paid("2", 75, "2025-11-05T12:00:00Z"), materialize];
  const store = await loaded(actions);
  const once = await storeContents(store);
  await loadScenario(store, { ...DEMO_SAMPLE, actions });
  expect(await storeContents(store)).toEqual(once);
});

test("where an action fails, what the call has made is gone again", async () => {
  const store = await FeatureStore.open({ name: freshName() });
  const broken: Scenario = { ...DEMO_SAMPLE, actions: [materialize, { kind: "materialize", group: "pay" }] };
  await expect(loadScenario(store, broken)).rejects.toMatchObject({ code: "feature_group_not_found" });
  expect([...store.featureGroups.keys(), ...store.featureViews.keys()]).toEqual([]);
});

test("where an action fails, a view that gave way is there again", async () => {
  const store = await loaded([]);
  const other: Scenario = {
    ...DEMO_SAMPLE,
    view: { ...DEMO_SAMPLE.view, label: "activity_count" },
    actions: [{ kind: "materialize", group: "pay" }],
  };
  await expect(loadScenario(store, other)).rejects.toMatchObject({ code: "feature_group_not_found" });
  expect(store.featureViews.get(VIEW)?.label).toBeUndefined();
});
