import "fake-indexeddb/auto";
import "./transfer-handlers";
import { expose, proxy, type Remote, releaseProxy, wrap } from "comlink";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freshName } from "../microfs/testing/open-fresh";
import { NOON, PAYMENTS, SPEND, VISITS } from "../microfs/testing/shop";
import type { Edit } from "../scenario/edits/edit";
import type { StoreApi } from "./store-api";
import { WorkerApi } from "./worker-api";

const { port1, port2 } = new MessageChannel();
let store: Remote<StoreApi>;

beforeAll(async () => {
  expose(new WorkerApi(), port1);
  store = await wrap<WorkerApi>(port2).open(
    freshName(),
    proxy(() => undefined),
  );
  await store.createFeatureGroup(VISITS);
  await store.createFeatureGroup(PAYMENTS);
  await store.insert("visits", [{ visit: 10, user: 1, bought: true, ts: NOON }]);
  await store.insert("payments", [{ user: 1, amount: 7, note: "x", ts: NOON }]);
  await store.createFeatureView(SPEND, {});
});
afterAll(() => {
  store[releaseProxy]();
  port1.close();
});

const EDITS: Edit[] = [{ kind: "set", group: "payments", row: 0, values: { amount: 8 } }];

test("a live training set is handed over, and stays whole in the worker", async () => {
  for (let time = 0; time < 2; time++) {
    const live = await store.training("spend", EDITS, new AbortController().signal);
    expect(live.spineIndex).toEqual(Int32Array.of(0));
    expect(live.joins).toMatchObject([{ fgName: "payments", index: Int32Array.of(0) }]);
    expect(live.totals).toMatchObject({ trainingRows: 1, empty: 0, leaks: 0 });
    const { columns, before } = await store.trainingPage("spend", EDITS, 0, 10);
    expect(columns.map(({ name, texts }) => [name, texts])).toContainEqual(["note", ["x"]]);
    const amount = columns.findIndex(({ name }) => name === "amount");
    expect([columns[amount]?.values, before.columns[amount]?.values]).toEqual([
      Float64Array.of(8),
      Float64Array.of(7),
    ]);
  }
});

test("entities and the file come from the live training set", async () => {
  const { signal } = new AbortController();
  const asked = { search: "", order: "key", from: 0, to: 10 } as const;
  const { total, features } = await store.entities("spend", EDITS, asked, signal);
  expect([total, ...features]).toEqual([1, 1]);
  expect((await store.latestTrainingRow("spend", { user: 1n }, NOON, signal))?.values).toEqual([
    ...[10n, 1n, true, NOON, 7, "x"],
  ]);
  const { blob, extension } = await store.exportTraining("spend", EDITS, "csv");
  expect(extension).toBe(".csv");
  expect(await blob.text()).toBe(
    "visit,user,bought,ts,amount,note\r\n10,1,true,2025-11-05T12:00:00Z,8,x\r\n",
  );
});

test("a question that is cancelled already is not answered", async () => {
  await expect(store.training("spend", EDITS, AbortSignal.abort())).rejects.toMatchObject({
    name: "AbortError",
  });
});

test("a view that is gone has no training set any more", async () => {
  await store.deleteFeatureView("spend");
  await expect(store.trainingPage("spend", [], 0, 1)).rejects.toThrow("does not exist");
});
