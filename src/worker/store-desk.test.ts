import "fake-indexeddb/auto";
import { expose, proxy, type Remote, releaseProxy, wrap } from "comlink";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freshName } from "../microfs/testing/open-fresh";
import { NOON, PAYMENTS, SPEND, VISITS } from "../microfs/testing/shop";
import type { Edit } from "../scenario/edits/edit";
import { StoreDesk } from "./store-desk";

const { port1, port2 } = new MessageChannel();
let desk: Remote<StoreDesk>;

beforeAll(async () => {
  expose(new StoreDesk(), port1);
  desk = wrap<StoreDesk>(port2);
  await desk.open(
    freshName(),
    proxy(() => undefined),
  );
  await desk.createFeatureGroup(VISITS);
  await desk.createFeatureGroup(PAYMENTS);
  await desk.insert("visits", [{ visit: 10, user: 1, bought: true, ts: NOON }]);
  await desk.insert("payments", [{ user: 1, amount: 7, note: "x", ts: NOON }]);
  await desk.createFeatureView(SPEND, {});
});
afterAll(() => {
  desk[releaseProxy]();
  port1.close();
});

const EDITS: Edit[] = [{ kind: "set", group: "payments", row: 0, values: { amount: 8 } }];

test("a live training set is handed over, and stays whole in the worker", async () => {
  for (let time = 0; time < 2; time++) {
    const live = await desk.liveTraining("job", "spend", EDITS);
    expect(live.spineIndex).toEqual(Int32Array.of(0));
    expect(live.joins).toMatchObject([{ fgName: "payments", index: Int32Array.of(0) }]);
    expect(live.totals).toMatchObject({ trainingRows: 1, empty: 0, leaks: 0 });
    const { columns, before } = await desk.livePage("spend", EDITS, 0, 10);
    expect(columns.map(({ name, texts }) => [name, texts])).toContainEqual(["note", ["x"]]);
    const amount = columns.findIndex(({ name }) => name === "amount");
    expect([columns[amount]?.values, before.columns[amount]?.values]).toEqual([
      Float64Array.of(8),
      Float64Array.of(7),
    ]);
  }
});

test("entities and the file come from the live training set", async () => {
  const { total, features } = await desk.liveEntities("spend", EDITS, "", "key");
  expect([total, ...features]).toEqual([1, 1]);
  const { blob, extension } = await desk.exportLive("spend", EDITS, "csv");
  expect(extension).toBe(".csv");
  expect(await blob.text()).toBe(
    "visit,user,bought,ts,amount,note\r\n10,1,true,2025-11-05T12:00:00Z,8,x\r\n",
  );
});

test("a view that is gone has no training set any more", async () => {
  await desk.deleteFeatureView("spend");
  await expect(desk.livePage("spend", [], 0, 1)).rejects.toThrow("does not exist");
});
