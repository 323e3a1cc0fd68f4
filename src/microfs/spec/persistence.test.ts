import "fake-indexeddb/auto";
import { describe, expect, test, vi } from "vitest";
import { FeatureStore } from "../index";
import { freshName } from "../testing/open-fresh";
import { readRows } from "../testing/read-table";
import { refusal } from "../testing/refusal";
import { HOUR, NOON, openShop, PAYMENTS } from "../testing/shop";
import { storeContents } from "../testing/store-contents";

const open = (name: string) => FeatureStore.open({ name });

describe("a store opened again", () => {
  test("has the groups, rows, views and online rows that it had", async () => {
    const name = freshName();
    const store = await openShop(open(name));
    await store.materialize("payments");
    const before = await storeContents(store);
    store.close();
    expect(await storeContents(await open(name))).toEqual(before);
    expect(before.online.map(({ total }) => total)).toEqual([0, 1]);
  });

  test("keeps every type's edge values, texts of several batches, and finds old duplicates", async () => {
    const name = freshName();
    const first = await open(name);
    const schema = { i: "int64", f: "float64", t: "string", b: "bool", ts: "timestamp" } as const;
    await first.createFeatureGroup({ name: "g", schema, primaryKeys: ["i"], eventTime: "ts" });
    const rows = [
      { i: 2n ** 63n - 1n, f: Number.NaN, t: "é\u0000", b: true, ts: 8_640_000_000_000_000_000n },
      { i: -(2n ** 63n), f: Number.NEGATIVE_INFINITY, t: "", b: false, ts: -8_640_000_000_000_000_000n },
      { i: 2n ** 53n + 1n, f: null, t: null, b: null, ts: 2n ** 53n + 1n },
    ];
    await first.insert("g", rows);
    await first.insert("g", [{ ...rows[0], t: "𝄞 later" }]);
    first.close();
    const again = await open(name);
    const expected = [...rows, { ...rows[0], t: "𝄞 later" }];
    expect(readRows(again.featureGroups.get("g")?.table as never)).toEqual(expected);
    expect(await again.insert("g", expected)).toEqual({ inserted: 0, duplicates: 4, rejected: [] });
  });

  test("has more rows than one stored batch holds, in order", async () => {
    const name = freshName();
    const store = await open(name);
    await store.createFeatureGroup({
      name: "g",
      schema: { k: "int64", w: "string", ts: "timestamp" },
      primaryKeys: ["k"],
      eventTime: "ts",
    });
    const rows = Array.from({ length: 70_000 }, (_, k) => ({
      k,
      w: k % 3 === 0 ? null : `w${k % 1000}`,
      ts: NOON + BigInt(k),
    }));
    await store.insert("g", rows);
    store.close();
    const kept = readRows((await open(name)).featureGroups.get("g")?.table as never);
    expect(kept.length).toBe(70_000);
    expect(kept.every(({ k, w, ts }, i) => k === BigInt(i) && w === rows[i]?.w && ts === rows[i]?.ts)).toBe(
      true,
    );
  });

  test("keeps what is declared: ttl, delay, created time, labels", async () => {
    const name = freshName();
    const store = await open(name);
    await store.createFeatureGroup({
      ...PAYMENTS,
      name: "g",
      schema: { ...PAYMENTS.schema, made: "timestamp" },
      createdTime: "made",
      ttl: "1h30m",
      delay: 250,
    });
    await store.createFeatureView({
      name: "v",
      labelFg: "g",
      label: "note",
      labelHorizon: "30d",
      joins: [{ fgName: "g", on: "user", ttl: null, direction: "latest" }],
    });
    store.close();
    const again = await open(name);
    const { schema, primaryKeys, eventTime, createdTime, ttl, delay } = again.featureGroups.get("g") ?? {};
    expect({ schema, primaryKeys, eventTime, createdTime, ttl, delay }).toEqual({
      schema: { ...PAYMENTS.schema, made: "timestamp" },
      primaryKeys: ["user"],
      eventTime: "ts",
      createdTime: "made",
      ttl: "1h30m",
      delay: 250,
    });
    expect(again.featureViews.get("v")).toMatchObject({
      labelFg: "g",
      label: "note",
      labelHorizon: "30d",
      joins: [{ fgName: "g", on: "user", ttl: null, direction: "latest" }],
    });
    // The same again does nothing; so what was kept means the same.
    await again.createFeatureGroup({
      ...PAYMENTS,
      name: "g",
      schema: { ...PAYMENTS.schema, made: "timestamp" },
      createdTime: "made",
      ttl: "90m",
      delay: "250ms",
    });
  });
});

describe("two stores of one name", () => {
  test("see each other's groups, rows, views, online rows and deletions", async () => {
    const name = freshName();
    const [one, other] = [await open(name), await open(name)];
    await openShop(Promise.resolve(one));
    expect((await other.getTrainingData("spend")).table.numRows).toBe(2);
    await other.insert("payments", [{ user: 2, amount: 9, note: "other", ts: NOON }]);
    expect(readRows((await one.getTrainingData("spend")).table)[1]).toMatchObject({
      user: 2n,
      amount: 9,
      note: "other",
    });
    await one.materialize("payments");
    expect((await other.getOnlineFeatures("spend", { user: 2 }, { now: NOON })).values.amount).toBe(9);
    await other.deleteFeatureView("spend");
    await other.deleteFeatureGroup("payments");
    expect(await refusal(one.getTrainingData("spend"))).toMatch(/^feature_view_not_found: /);
    expect(await refusal(one.insert("payments", []))).toMatch(/^feature_group_not_found: /);
  });

  test("inserting at once lose no row, and count no row twice", async () => {
    const name = freshName();
    const stores = [await open(name), await open(name), await open(name)];
    await openShop(Promise.resolve(stores[0] as FeatureStore));
    const rows = (from: number) =>
      Array.from({ length: 20 }, (_, i) => ({ user: from + i, amount: 1, note: "", ts: NOON }));
    const reports = await Promise.all(
      stores.flatMap((store, s) => [
        store.insert("payments", rows(100 * s)),
        store.insert("payments", rows(100 * s + 10)),
      ]),
    );
    expect(reports.reduce((sum, { inserted }) => sum + inserted, 0)).toBe(90);
    expect(reports.reduce((sum, { duplicates }) => sum + duplicates, 0)).toBe(30);
    for (const store of [...stores, await open(name)]) {
      await store.getTrainingData("spend");
      expect(store.featureGroups.get("payments")?.numRows).toBe(92);
    }
  });

  test("know each other's rows as duplicates, whoever inserted first", async () => {
    const name = freshName();
    const [one, other] = [await openShop(open(name)), await open(name)];
    const row = { user: 5, amount: 1, note: "once", ts: NOON };
    expect(await one.insert("payments", [row])).toMatchObject({ inserted: 1, duplicates: 0 });
    expect(await other.insert("payments", [row, { ...row, amount: 2 }])).toMatchObject({
      inserted: 1,
      duplicates: 1,
    });
    expect(await one.insert("payments", [{ ...row, amount: 2 }])).toMatchObject({
      inserted: 0,
      duplicates: 1,
    });
  });

  test("declaring one name at once: one definition wins, the other is told", async () => {
    const name = freshName();
    const [one, other] = [await open(name), await open(name)];
    const outcomes = await Promise.allSettled([
      one.createFeatureGroup({ ...PAYMENTS, ttl: "1d" }),
      other.createFeatureGroup({ ...PAYMENTS, ttl: "2d" }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await open(name)).featureGroups.get("payments")?.ttl).toBe(
      outcomes[0].status === "fulfilled" ? "1d" : "2d",
    );
  });

  test("one tells the other that something has changed", async () => {
    const name = freshName();
    const changes: string[] = [];
    const listening = await FeatureStore.open({ name, onChange: (change) => void changes.push(change) });
    const store = await openShop(open(name));
    await store.materialize("payments");
    await vi.waitFor(() => expect(changes).toContain("online"));
    expect(changes).toContain("offline");
    expect(listening.featureGroups.get("payments")?.numRows).toBe(2);
  });
});

test("stores of two names know nothing of each other", async () => {
  const one = await openShop();
  const other = await open(freshName());
  expect([one.featureGroups.size, other.featureGroups.size]).toEqual([2, 0]);
});

test("deleting: a group in use is refused, a view goes alone, a group goes with its online rows, clear takes all", async () => {
  const name = freshName();
  const store = await openShop(open(name));
  await store.materialize("payments");
  expect(await refusal(store.deleteFeatureGroup("payments"))).toMatch(
    /^feature_group_in_use: .*"payments".*"spend"/,
  );
  expect(await refusal(store.deleteFeatureGroup("visits"))).toMatch(
    /^feature_group_in_use: .*"visits".*"spend"/,
  );
  await store.deleteFeatureView("spend");
  expect([store.featureGroups.size, (await store.onlineRows("payments", 0, 9)).total]).toEqual([2, 1]);
  await store.deleteFeatureGroup("payments");
  await store.createFeatureGroup({ ...PAYMENTS, ttl: "1d" });
  expect([
    store.featureGroups.get("payments")?.numRows,
    (await store.onlineRows("payments", 0, 9)).total,
  ]).toEqual([0, 0]);
  await store.insert("payments", [{ user: 1, amount: 3, note: "new", ts: NOON - HOUR }]);
  expect(await store.materialize("payments")).toEqual({ written: 1, unchanged: 0, keptNewer: 0 });
  await store.clear();
  expect(await storeContents(store)).toEqual({ groups: [], views: [], training: null, online: [] });
  store.close();
  expect(await storeContents(await open(name))).toEqual({
    groups: [],
    views: [],
    training: null,
    online: [],
  });
});
