import "fake-indexeddb/auto";
import { afterEach, describe, expect, test, vi } from "vitest";
import { FeatureStore } from "../index";
import { freshName, openFresh } from "../testing/open-fresh";
import { HOUR, NOON, openShop, PAYMENTS, SPEND, VISITS } from "../testing/shop";
import { storeContents } from "../testing/store-contents";

afterEach(() => void vi.restoreAllMocks());

const open = (name: string) => FeatureStore.open({ name });

const PIECES = [
  [{ user: 2, amount: 1, note: "a", ts: NOON }],
  [{ user: 3, amount: 2, note: "b", ts: NOON - HOUR }],
];

/** All that can be read of the shop. */
async function readings(store: FeatureStore) {
  return {
    ...(await storeContents(store)),
    slice: await store.entitySlice("spend", 0),
    explanation: await store.explain("spend", 1),
    page: String((await store.groupRows("payments", 0, 9)).toArray()),
    features: await store.getOnlineFeatures("spend", { user: 1 }, { now: NOON }),
  };
}

describe("while rows are being stored", () => {
  test("every read answers with what was shown before, in this store and in another of the name", async () => {
    const name = freshName();
    const [store, other] = [await openShop(open(name)), await open(name)];
    await store.materialize("payments");
    const before = await readings(store);
    let pauses = 0;
    await store.insertInPieces("payments", PIECES, async () => {
      pauses++;
      // A read that waited for the insert would wait for ever: the insert waits for it.
      for (const reading of [store, other]) expect(await readings(reading)).toEqual(before);
    });
    expect(pauses).toBeGreaterThan(PIECES.length);
    for (const reading of [store, other]) {
      expect((await reading.getTrainingData("spend")).joins[0]?.index[1]).toBe(2);
      expect(reading.featureGroups.get("payments")?.numRows).toBe(4);
    }
  });

  test("reads at every moment of a commit take no row in twice", async () => {
    const store = await openShop();
    let isDone = false;
    const seen = new Set<number | undefined>();
    const readings: Promise<void>[] = [];
    const readOn = () => {
      if (isDone) return;
      readings.push(
        store.groupRows("payments", 0, 9).then(({ numRows }) => {
          seen.add(numRows);
        }),
      );
      setImmediate(readOn);
    };
    readOn();
    for (const rows of PIECES) await store.insert("payments", rows);
    isDone = true;
    await Promise.all(readings);
    expect([...seen].sort()).toEqual([2, 3, 4]);
    expect((await store.groupRows("payments", 0, 9)).numRows).toBe(4);
  });

  test("an index made meanwhile knows nothing of them, nor of texts that only they have", async () => {
    const store = await openFresh();
    const group = { schema: { k: "string", v: "int64", ts: "timestamp" }, eventTime: "ts" } as const;
    for (const name of ["facts", "asked", "asked too"])
      await store.createFeatureGroup({ ...group, name, primaryKeys: ["k"] });
    await store.insert("facts", [{ k: "a", v: 1, ts: NOON }]);
    const later = ["b", "c"].map((k) => ({ k, v: 2, ts: NOON }));
    for (const name of ["asked", "asked too"]) {
      await store.insert(name, [{ k: "a", v: 0, ts: NOON }, ...later]);
      await store.createFeatureView({ name, labelFg: name, joins: [{ fgName: "facts", on: "k" }] });
    }
    const reasons = async (view: string) => {
      const explained = await Promise.all([0, 1, 2].map((row) => store.explain(view, row)));
      const { reason } = (await store.getTrainingData(view)).joins[0] ?? {};
      return [explained.map(([join]) => join?.reason), reason];
    };
    const before = await reasons("asked");
    expect(before[0]).toEqual(["chosen", "no_entity", "no_entity"]);
    const stopped = store.insertInPieces("facts", [later], async () => {
      expect(await reasons("asked too")).toEqual(before);
      throw new DOMException("enough", "AbortError");
    });
    await expect(stopped).rejects.toMatchObject({ name: "AbortError" });
    expect(await reasons("asked")).toEqual(before);
    await store.insert("facts", later.slice(1));
    expect((await reasons("asked too"))[0]).toEqual(["chosen", "no_entity", "chosen"]);
  });

  test("a store that dies in the middle leaves what was there, and the next insert is whole", async () => {
    const name = freshName();
    const store = await openShop(open(name));
    const before = await storeContents(store);
    // Its last words: the first batch has been written, the state that counts it has not.
    vi.spyOn(IDBObjectStore.prototype, "delete").mockImplementation(() => {
      throw new DOMException("dead", "InvalidStateError");
    });
    let pauses = 0;
    const dying = store.insertInPieces("payments", PIECES, async () => {
      if (++pauses > PIECES.length) throw new DOMException("dead", "AbortError");
    });
    await expect(dying).rejects.toMatchObject({ name: "AbortError" });
    store.close();
    vi.restoreAllMocks();
    const next = await open(name);
    expect(await storeContents(next)).toEqual(before);
    await next.insert("payments", [{ user: 9, amount: 9, note: "next", ts: NOON }]);
    const seen = await storeContents(next);
    next.close();
    expect(await storeContents(await open(name))).toEqual(seen);
    expect(seen.groups[1]?.[1]).toBe(3);
  });

  test("a store that is closed in the middle of a write has written all of it or nothing", async () => {
    const name = freshName();
    const store = await openShop(open(name));
    const inserting = store.insertInPieces("payments", PIECES, async () => undefined);
    store.close();
    const outcome = await inserting.then(
      () => 4,
      () => 2,
    );
    expect((await open(name)).featureGroups.get("payments")?.numRows).toBe(outcome);
  });
});

describe("while rows are being rewritten", () => {
  test("reads answer, with the old rows or the new, never a mixture", async () => {
    const name = freshName();
    const store = await openShop(open(name));
    const other = await open(name);
    const rewriting = store.rewrite(() => ({
      groups: [
        { definition: VISITS, rows: [{ visit: 1, user: 7, bought: true, ts: NOON }] },
        { definition: PAYMENTS, rows: [{ user: 7, amount: 70, note: "new", ts: NOON }] },
      ],
    }));
    let isDone = false;
    void rewriting.then(() => {
      isDone = true;
    });
    const seen = new Set<string>();
    while (!isDone) {
      for (const reading of [store, other]) {
        const { table } = await reading.getTrainingData("spend");
        seen.add(JSON.stringify([...(table.getChild("user") ?? [])].map(String)));
      }
    }
    expect([...seen].filter((users) => users !== '["1","2"]' && users !== '["7"]')).toEqual([]);
    for (const reading of [store, other])
      expect((await reading.getTrainingData("spend")).table.numRows).toBe(1);
  });
});

describe("a look-up", () => {
  test("is one transaction, with the label group's own row too", async () => {
    const store = await openShop();
    await store.materialize("payments");
    const asked = vi.spyOn(IDBDatabase.prototype, "transaction");
    await store.getOnlineFeatures("spend", { user: 1, visit: 10 }, { now: NOON });
    expect(asked).toHaveBeenCalledTimes(1);
  });

  test("sees a view, and a group, that another store has just made", async () => {
    const name = freshName();
    const [one, other] = [await openShop(open(name)), await open(name)];
    await one.materialize("payments");
    await one.createFeatureView({ ...SPEND, name: "new" });
    const { values } = await other.getOnlineFeatures("new", { user: 1 }, { now: NOON });
    expect(values.amount).toBe(7);
    await one.deleteFeatureView("new");
    await expect(other.getOnlineFeatures("new", { user: 1 })).rejects.toMatchObject({
      code: "feature_view_not_found",
    });
  });
});
