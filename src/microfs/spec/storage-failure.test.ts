import "fake-indexeddb/auto";
import { afterEach, describe, expect, test, vi } from "vitest";
import { FeatureStore } from "../index";
import { freshName } from "../testing/open-fresh";
import { refusal } from "../testing/refusal";
import { HOUR, NOON, openShop, PAYMENTS, SPEND, VISITS } from "../testing/shop";
import { storeContents } from "../testing/store-contents";

afterEach(() => void vi.restoreAllMocks());

const open = (name: string) => FeatureStore.open({ name });

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
    rewrite: (store) =>
      store.rewrite(() => ({
        groups: [
          { definition: VISITS, rows: [{ visit: 10, user: 1, bought: false, ts: NOON }] },
          { definition: PAYMENTS, rows: [{ user: 1, amount: 9, note: "late", ts: NOON - HOUR }] },
        ],
        views: [{ ...SPEND, joins: [{ fgName: "payments", on: ["user"], delay: "2h" }] }],
      })),
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
      const before = await storeContents(store);
      fillAfter(room);
      const outcome = await Promise.resolve(verbs[verb]?.(store)).then(
        () => "stored",
        (error) => error.code,
      );
      vi.restoreAllMocks();
      if (outcome === "stored") return expect(room).toBe(1); // one record was all it needed
      expect(outcome).toBe("storage_full");
      expect(await storeContents(store)).toEqual(before);
      store.close();
      const again = await open(name);
      expect(await storeContents(again)).toEqual(before);
      await verbs[verb]?.(again);
      expect(await storeContents(again)).not.toEqual(before);
    },
  );

  test("told only when the transaction commits, is storage_full too, and the rows can be inserted again", async () => {
    const name = freshName();
    const store = await openShop(open(name));
    const before = await storeContents(store);
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
    expect(await storeContents(store)).toEqual(before);
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
