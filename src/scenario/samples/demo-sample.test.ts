import "fake-indexeddb/auto";
import { expect, test } from "vitest";
import { loadScenario } from "../testing/load-scenario";
import { DEMO_SAMPLE } from "./demo-sample";

test("the demo's training table is the one that microFS prints", async () => {
  const { store, reports } = await loadScenario(DEMO_SAMPLE, "demo-sample");
  expect([...reports]).toEqual([
    ["user_activity", { inserted: 4, duplicates: 0, rejected: [] }],
    ["user_payments", { inserted: 2, duplicates: 0, rejected: [] }],
  ]);
  const { table, spineIndex } = await store.getTrainingData(DEMO_SAMPLE.view.name);
  const column = (name: string) => Array.from(table.getChild(name) ?? []);
  expect(column("user_id")).toEqual([1n, 2n, 2n, 1n]);
  expect(column("activity_count")).toEqual([10n, 5n, 15n, 20n]);
  expect(column("total_spend")).toEqual([null, null, 50, 100.5]);

  // It opens at (2, 5, null): the payment is in the table, and has not happened.
  expect(spineIndex[1]).toBe(DEMO_SAMPLE.start?.row);
  const [join] = await store.explain(DEMO_SAMPLE.view.name, 1);
  expect(join?.candidates.map(({ row, verdict }) => [row, verdict])).toEqual([[1, "future"]]);
});
