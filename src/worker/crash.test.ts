import { FeatureStore } from "../microfs";
import "fake-indexeddb/auto";
import { afterEach, describe, expect, test, vi } from "vitest";
import { sniffCsv } from "../formats/csv/sniff-csv";
import { freshName } from "../microfs/testing/open-fresh";
import { DEMO_SAMPLE } from "../scenario/samples/demo-sample";
import { importCsv } from "./imports/import-csv";
import { loadScenario } from "./load-scenario";

afterEach(() => void vi.restoreAllMocks());

/** From the nth record on that is put, nothing can be written or deleted any more: the tab has been killed. */
function dieAfter(puts: number): void {
  const { put, delete: remove, clear } = IDBObjectStore.prototype;
  const dead = () => {
    throw new DOMException("the tab is gone", "InvalidStateError");
  };
  let left = puts;
  vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function (this: IDBObjectStore, ...given) {
    return left-- > 0 ? put.apply(this, given) : dead();
  });
  vi.spyOn(IDBObjectStore.prototype, "delete").mockImplementation(function (this: IDBObjectStore, ...given) {
    return left > 0 ? remove.apply(this, given) : dead();
  });
  vi.spyOn(IDBObjectStore.prototype, "clear").mockImplementation(function (this: IDBObjectStore) {
    return left > 0 ? clear.apply(this) : dead();
  });
}

async function importVisits(store: FeatureStore): Promise<void> {
  const file = new Blob(["user_id,at\n1,2025-01-01\n2,2025-01-02\n"]);
  const { plan } = await sniffCsv(file);
  const group = {
    name: "visits",
    schema: Object.fromEntries(plan.columns.map(({ name, type }) => [name, type])),
    primaryKeys: plan.key,
    eventTime: plan.eventTime ?? "",
  };
  await importCsv(store, file, plan, group, {
    acceptedLosses: [],
    onProgress: () => undefined,
    signal: new AbortController().signal,
  });
}

/** What a reader sees of a store: its groups with their rows, and its views. */
function seen(store: FeatureStore): string[] {
  return [
    ...Array.from(store.featureGroups.values(), ({ name, table }) => `${name}: ${table}`),
    ...store.featureViews.keys(),
  ];
}

async function seenIn(name: string): Promise<string[]> {
  const store = await FeatureStore.open({ name });
  const found = seen(store);
  store.close();
  return found;
}

describe.each<[string, (store: FeatureStore) => Promise<void>]>([
  ["a file stored in a new group", importVisits],
  ["a scenario", (store) => loadScenario(store, DEMO_SAMPLE)],
  ["a sample that takes the place of all", (store) => loadScenario(store, DEMO_SAMPLE, { replacing: true })],
])("%s, where the tab is killed at any moment,", (_title, change) => {
  /** A store that has something of its own already. */
  async function opened(): Promise<FeatureStore> {
    const store = await FeatureStore.open({ name: freshName() });
    const definition = {
      schema: { id: "int64", at: "timestamp" },
      primaryKeys: ["id"],
      eventTime: "at",
    } as const;
    await store.createFeatureGroup({ name: "own", ...definition });
    await store.insert("own", [{ id: 1, at: "2025-01-01" }]);
    return store;
  }

  test("is there whole or not at all, and what was there before is whole until then", async () => {
    const before = seen(await opened());
    const whole = await opened();
    await change(whole);
    const after = seen(whole);
    for (let puts = 0; ; puts++) {
      const store = await opened();
      dieAfter(puts);
      const outcome = await change(store).then(
        () => "done",
        () => "killed",
      );
      vi.restoreAllMocks();
      store.close();
      expect(await seenIn(store.name)).toEqual(outcome === "done" ? after : before);
      if (outcome === "done") break;
    }
  });

  test("can be done again, and leaves no rows that nobody counts", async () => {
    const store = await opened();
    dieAfter(1);
    await change(store).catch(() => undefined);
    vi.restoreAllMocks();
    store.close();
    const again = await FeatureStore.open({ name: store.name });
    await change(again);
    again.close();
    expect(await storedBatches(store.name)).toEqual(again.featureGroups.size);
  });
});

async function storedBatches(name: string): Promise<number> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open(name);
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const count = database.transaction("batches").objectStore("batches").count();
  return new Promise((resolve) => {
    count.onsuccess = () => {
      database.close();
      resolve(count.result);
    };
  });
}

test("rows that a killed tab left behind are swept by the next write, whatever it writes", async () => {
  const store = await FeatureStore.open({ name: freshName() });
  dieAfter(2);
  await expect(loadScenario(store, DEMO_SAMPLE)).rejects.toThrow();
  vi.restoreAllMocks();
  store.close();
  expect(await storedBatches(store.name)).toBeGreaterThan(0);
  const next = await FeatureStore.open({ name: store.name });
  await next.clearOnline("user_payments").catch(() => undefined);
  next.close();
  expect(await storedBatches(store.name)).toBe(0);
});

test("a view of a group that would give way is refused, and nothing gives way", async () => {
  const store = await FeatureStore.open({ name: freshName() });
  await loadScenario(store, DEMO_SAMPLE);
  const before = seen(store);
  const loading = store.load({ groups: [], views: [DEMO_SAMPLE.view], replacing: true });
  await expect(loading).rejects.toMatchObject({ code: "feature_group_not_found" });
  expect(seen(store)).toEqual(before);
});
