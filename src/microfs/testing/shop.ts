import type { FeatureGroupDefinition, FeatureStore, FeatureViewDefinition } from "../index";
import { openFresh } from "./open-fresh";

/** Noon, in microseconds: 2025-11-05T12:00:00Z. */
export const NOON = 1_762_344_000_000_000n;
export const HOUR = 3_600_000_000n;

export const VISITS: FeatureGroupDefinition = {
  name: "visits",
  schema: { visit: "int64", user: "int64", bought: "bool", ts: "timestamp" },
  primaryKeys: ["visit"],
  eventTime: "ts",
};

export const PAYMENTS: FeatureGroupDefinition = {
  name: "payments",
  schema: { user: "int64", amount: "float64", note: "string", ts: "timestamp" },
  primaryKeys: ["user"],
  eventTime: "ts",
};

export const SPEND: FeatureViewDefinition = {
  name: "spend",
  labelFg: "visits",
  label: "bought",
  joins: [{ fgName: "payments", on: ["user"] }],
};

/** Two users, two visits at noon and one o'clock, two payments of user 1; user 2 has none. */
export async function openShop(opening: Promise<FeatureStore> = openFresh()): Promise<FeatureStore> {
  const store = await opening;
  await store.createFeatureGroup(VISITS);
  await store.createFeatureGroup(PAYMENTS);
  await store.insert("visits", [
    { visit: 10, user: 1, bought: true, ts: NOON },
    { visit: 11, user: 2, bought: false, ts: NOON + HOUR },
  ]);
  await store.insert("payments", [
    { user: 1, amount: 5, note: "first", ts: NOON - 2n * HOUR },
    { user: 1, amount: 7, note: null, ts: NOON - HOUR },
  ]);
  await store.createFeatureView(SPEND);
  return store;
}
