import "fake-indexeddb/auto";
import { afterEach, describe, expect, test, vi } from "vitest";
import { FeatureStore } from "../index";
import { freshName } from "../testing/open-fresh";
import { readRows } from "../testing/read-table";
import { refusal } from "../testing/refusal";
import { HOUR, NOON, openShop, PAYMENTS, SPEND } from "../testing/shop";

afterEach(() => void vi.restoreAllMocks());

const open = (name: string) => FeatureStore.open({ name });

/** Everything that a store shows of the shop, for comparing before and after. */
async function contents(store: FeatureStore) {
  const groups = [...store.featureGroups.values()].map((group) => [
    group.name,
    group.numRows,
    readRows(group.table),
  ]);
  const training = store.featureViews.has("spend")
    ? readRows((await store.getTrainingData("spend")).table)
    : null;
  const online = await Promise.all(
    [...store.featureGroups.keys()].map((name) => store.onlineRows(name, 0, 100)),
  );
  return { groups, views: [...store.featureViews.keys()], training, online };
}

describe("a store opened again", () => {
  test("has the groups, rows, views and online rows that it had", async () => {
    const name = freshName();
    const store = await openShop(open(name));
    await store.materialize("payments");
    const before = await contents(store);
    store.close();
    expect(await contents(await open(name))).toEqual(before);
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

describe("a full disk", () => {
  const full = () => new DOMException("no room", "QuotaExceededError");

  /** The puts of this test succeed up to the given number, and then the disk is full. */
  function fillAfter(puts: number): void {
    const put = IDBObjectStore.prototype.put;
    let left = puts;
    vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function (this: IDBObjectStore, ...given) {
      if (left-- <= 0) throw full();
      return put.apply(this, given);
    });
  }

  const verbs: Record<string, (store: FeatureStore) => Promise<unknown>> = {
    createFeatureGroup: (store) => store.createFeatureGroup({ ...PAYMENTS, name: "more" }),
    insert: (store) => store.insert("payments", [{ user: 3, amount: 1, note: "new", ts: NOON }]),
    createFeatureView: (store) => store.createFeatureView({ ...SPEND, name: "more" }),
    materialize: (store) => store.materialize("visits"),
    deleteFeatureView: (store) => store.deleteFeatureView("spend"),
    deleteFeatureGroup: (store) => store.deleteFeatureGroup("spare"),
    clear: (store) => store.clear(),
  };

  test.each(
    Object.keys(verbs).flatMap(
      (verb) =>
        [
          [verb, 0],
          [verb, 1],
        ] as const,
    ),
  )(
    "%s with room for %i more records leaves nothing half-done, and can be tried again",
    async (verb, room) => {
      const name = freshName();
      const store = await openShop(open(name));
      await store.createFeatureGroup({ ...PAYMENTS, name: "spare" });
      await store.insert("spare", [{ user: 1, amount: 1, note: "spare", ts: NOON }]);
      await store.materialize("payments");
      const before = await contents(store);
      fillAfter(room);
      const outcome = await Promise.resolve(verbs[verb]?.(store)).then(
        () => "stored",
        (error) => error.code,
      );
      vi.restoreAllMocks();
      if (outcome === "stored") return expect(room).toBe(1); // one record was all it needed
      expect(outcome).toBe("storage_full");
      expect(await contents(store)).toEqual(before);
      store.close();
      const again = await open(name);
      expect(await contents(again)).toEqual(before);
      await verbs[verb]?.(again);
      expect(await contents(again)).not.toEqual(before);
    },
  );

  test("told only when the transaction commits, is storage_full too, and the rows can be inserted again", async () => {
    const name = freshName();
    const store = await openShop(open(name));
    const before = await contents(store);
    const put = IDBObjectStore.prototype.put;
    vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function (this: IDBObjectStore, ...given) {
      const request = put.apply(this, given);
      const { transaction } = this;
      Object.defineProperty(transaction, "error", { get: full });
      request.addEventListener("success", () => transaction.abort());
      return request;
    });
    const row = { user: 3, amount: 1, note: "new", ts: NOON };
    expect(await refusal(store.insert("payments", [row]))).toMatch(/^storage_full: /);
    vi.restoreAllMocks();
    expect(await contents(store)).toEqual(before);
    expect(await store.insert("payments", [row])).toEqual({ inserted: 1, duplicates: 0, rejected: [] });
  });
});

describe("a stored state that cannot be read is said to be so, and is not touched", () => {
  /** Runs something on a store's database, behind the store's back. */
  async function behind(
    name: string,
    store: string,
    run: (objects: IDBObjectStore) => { readonly result: unknown },
  ): Promise<unknown> {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open(name);
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const transaction = database.transaction(store, "readwrite");
    const request = run(transaction.objectStore(store));
    await new Promise((resolve) => {
      transaction.oncomplete = resolve;
    });
    database.close();
    return request.result;
  }

  async function closedShop(): Promise<string> {
    const name = freshName();
    (await openShop(open(name))).close();
    return name;
  }

  test("of a newer database version", async () => {
    const name = freshName();
    await new Promise<void>((resolve) => {
      const opening = indexedDB.open(name, 99);
      opening.onsuccess = () => {
        opening.result.close();
        resolve();
      };
    });
    expect(await refusal(open(name))).toMatch(/^storage_unreadable: .*newer/);
  });

  test.each<[string, unknown]>([
    ["of another format", { format: 99, revision: 1, nextGroupId: 1, groups: [], views: [] }],
    ["that is no state", "garbage"],
    ["with damaged lists", { format: 1, revision: 1, nextGroupId: 1, groups: null, views: [] }],
    ["with a damaged group", { format: 1, revision: 1, nextGroupId: 2, groups: [{}], views: [] }],
    ["with a view of no group", { format: 1, revision: 1, nextGroupId: 1, groups: [], views: [SPEND] }],
  ])("%s", async (_title, state) => {
    const name = await closedShop();
    await behind(name, "state", (objects) => objects.put(state, "state"));
    expect(await refusal(open(name))).toMatch(/^storage_unreadable: /);
    expect(await behind(name, "state", (objects) => objects.get("state"))).toEqual(state);
  });

  test.each<[string, (objects: IDBObjectStore) => { readonly result: unknown }]>([
    ["whose rows are gone", (objects) => objects.clear()],
    ["whose rows are no Arrow", (objects) => objects.put(new Uint8Array([1, 2, 3]), [2, 0])],
    ["whose rows are cut short", (objects) => objects.put(new Uint8Array(), [2, 0])],
    ["whose rows are text", (objects) => objects.put("rows", [2, 0])],
  ])("%s", async (_title, damage) => {
    const name = await closedShop();
    await behind(name, "batches", damage);
    expect(await refusal(open(name))).toMatch(/^storage_unreadable: /);
  });
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
  expect(await contents(store)).toEqual({ groups: [], views: [], training: null, online: [] });
  store.close();
  expect(await contents(await open(name))).toEqual({ groups: [], views: [], training: null, online: [] });
});
