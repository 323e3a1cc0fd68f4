import "fake-indexeddb/auto";
import { expect, test } from "vitest";
import { FeatureStore } from "./index";

const T = Date.UTC(2025, 10, 6, 12);
const DAY = 86_400_000;

test("microFS's own demo: declare, insert, train, materialize, serve", async () => {
  const store = await FeatureStore.open({ name: "demo" });
  await store.createFeatureGroup({
    name: "user_activity",
    schema: { user_id: "int", activity_count: "int", timestamp: "datetime" },
    primaryKeys: ["user_id"],
    eventTime: "timestamp",
  });
  await store.createFeatureGroup({
    name: "user_payments",
    schema: { user_id: "int", total_spend: "float", timestamp: "datetime" },
    primaryKeys: ["user_id"],
    eventTime: "timestamp",
  });
  const activity = [
    [1, 10, 5],
    [1, 20, 1],
    [2, 5, 5],
    [2, 15, 2],
  ].map(([user_id, activity_count, daysAgo]) => ({
    user_id,
    activity_count,
    timestamp: T - (daysAgo ?? 0) * DAY,
  }));
  expect(await store.insert("user_activity", activity)).toEqual({ inserted: 4, duplicates: 0, rejected: [] });
  const payments = [
    { user_id: 1, total_spend: 100.5, timestamp: T - 3 * DAY },
    { user_id: 2, total_spend: 50, timestamp: T - 3 * DAY },
  ];
  await store.insert("user_payments", payments);
  expect(await store.insert("user_payments", payments)).toEqual({ inserted: 0, duplicates: 2, rejected: [] });
  await store.createFeatureView({
    name: "activity_payment_fv",
    labelFg: "user_activity",
    joins: [{ fgName: "user_payments", on: "user_id" }],
  });

  const { table, joins, spineIndex } = await store.getTrainingData("activity_payment_fv");
  const rows = table.toArray().map((row) => [row.user_id, row.activity_count, row.total_spend]);
  expect(rows).toEqual([
    [1n, 10n, null],
    [2n, 5n, null],
    [2n, 15n, 50],
    [1n, 20n, 100.5],
  ]);
  expect(joins[0]?.index).toEqual(Int32Array.of(-1, -1, 1, 0));
  expect(spineIndex).toEqual(Int32Array.of(0, 2, 3, 1));
  expect((await store.explain("activity_payment_fv", 0))[0]).toMatchObject({
    reason: "future_only",
    candidates: [{ row: 0, verdict: "future" }],
  });

  expect(await store.materialize("user_activity")).toEqual({ written: 2, unchanged: 0, keptNewer: 0 });
  expect(await store.materialize("user_payments")).toEqual({ written: 2, unchanged: 0, keptNewer: 0 });
  expect(await store.materialize("user_payments")).toEqual({ written: 0, unchanged: 2, keptNewer: 0 });
  const online = await store.getOnlineFeatures("activity_payment_fv", { user_id: 1 }, { now: T });
  expect(online).toEqual({
    values: { user_id: 1n, activity_count: 20n, timestamp: BigInt(T - DAY) * 1000n, total_spend: 100.5 },
    joins: [{ fgName: "user_payments", status: "found", eventTime: BigInt(T - 3 * DAY) * 1000n }],
    spine: { status: "found", eventTime: BigInt(T - DAY) * 1000n },
  });
  store.close();

  const again = await FeatureStore.open({ name: "demo" });
  expect(again.featureGroups.get("user_payments")?.numRows).toBe(2);
  expect(await again.insert("user_payments", payments)).toEqual({ inserted: 0, duplicates: 2, rejected: [] });
  expect((await again.getTrainingData("activity_payment_fv")).table.numRows).toBe(4);
  again.close();
});
