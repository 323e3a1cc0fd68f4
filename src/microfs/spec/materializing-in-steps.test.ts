import { propertyRuns } from "../testing/property-runs";
import "fake-indexeddb/auto";
import fc from "fast-check";
import { openDB } from "idb";
import { describe, expect, test } from "vitest";
import { FeatureStore } from "../index";
import { KEYS_AT_ONCE } from "../storage/online-run";
import { freshName } from "../testing/open-fresh";
import { NOON } from "../testing/shop";

/** More than one transaction writes. */
const KEYS = 2 * KEYS_AT_ONCE + 10;

const rowsAt = (ts: bigint, from = 0, to = KEYS) =>
  Array.from({ length: to - from }, (_, i) => ({ k: from + i, ts }));

async function openKeys(name = freshName()): Promise<FeatureStore> {
  const store = await FeatureStore.open({ name });
  await store.createFeatureGroup({
    name: "g",
    schema: { k: "int64", ts: "timestamp" },
    primaryKeys: ["k"],
    eventTime: "ts",
  });
  await store.createFeatureView({ name: "v", labelFg: "g", joins: [] });
  return store;
}

/** Even keys are online as of noon; of all keys there is a row of a microsecond later. */
async function openHalf(name = freshName()): Promise<FeatureStore> {
  const store = await openKeys(name);
  await store.insert(
    "g",
    rowsAt(NOON).filter(({ k }) => k % 2 === 0),
  );
  await store.materialize("g");
  await store.insert("g", rowsAt(NOON + 1n));
  return store;
}

/** What is online, key → microseconds after noon, by every way there is to ask. */
async function online(store: FeatureStore): Promise<Map<bigint, bigint>> {
  const { rows, total } = await store.onlineRows("g", 0, KEYS);
  expect(rows.length).toBe(total);
  const pages = await Promise.all(
    Array.from({ length: 4 }, (_, page) => store.onlineRows("g", page * 150, 150)),
  );
  expect(pages.flatMap((page) => page.rows)).toEqual(rows.slice(0, 600));
  const seen = new Map(rows.map(({ key, eventTime }) => [key[0] as bigint, eventTime - NOON]));
  for (const k of [0n, 1n, 2n, BigInt(KEYS - 1)]) {
    const { spine } = await store.getOnlineFeatures("v", { k }, { now: NOON + 99n });
    expect(spine?.eventTime ?? null).toEqual(seen.has(k) ? NOON + (seen.get(k) ?? 0n) : null);
  }
  return seen;
}

/** Runs until some keys are written, and is gone then, without having taken anything back. */
async function dieAfterSome(store: FeatureStore, fgName = "g"): Promise<void> {
  await expect(store.materialize(fgName, { onProgress: () => store.close() })).rejects.toMatchObject({
    code: "storage_unreadable",
  });
}

describe("while keys are being materialized", () => {
  test("look-ups and pages answer in between, with what was there before, until all of it is there", async () => {
    const name = freshName();
    const store = await openHalf(name);
    const other = await FeatureStore.open({ name });
    const before = await online(store);
    expect(before.size).toBe(KEYS / 2);
    const events: string[] = [];
    const running = store
      .materialize("g", { onProgress: (done) => void events.push(`${done} written`) })
      .then((report) => {
        events.push("committed");
        return report;
      });
    while (!events.includes("committed")) {
      for (const reading of [store, other]) {
        const [{ spine }, { total }] = await Promise.all([
          reading.getOnlineFeatures("v", { k: 1 }, { now: NOON + 1n }),
          reading.onlineRows("g", 0, 9),
        ]);
        events.push(`${spine?.status} of ${total}`);
      }
    }
    expect(await running).toEqual({ written: KEYS, unchanged: 0, keptNewer: 0 });
    const answers = events.filter((event) => event.includes(" of "));
    const firstNew = answers.findIndex((answer) => answer !== `not_found of ${KEYS / 2}`);
    const newOnes = answers.slice(firstNew);
    expect(new Set(newOnes.slice(1))).toEqual(new Set([`found of ${KEYS}`].slice(0, newOnes.length - 1)));
    expect(events.indexOf(answers[0] ?? "")).toBeLessThan(events.indexOf(`${KEYS_AT_ONCE} written`) + 2);
    for (const reading of [store, other])
      expect(await online(reading)).toEqual(new Map(rowsAt(1n).map(({ k, ts }) => [BigInt(k), ts])));
  });

  test("rows may come in meanwhile in another store: they wait for the run, reads do not", async () => {
    const name = freshName();
    const store = await openHalf(name);
    const other = await FeatureStore.open({ name });
    const order: string[] = [];
    const running = store.materialize("g").then(() => order.push("materialized"));
    const inserting = other.insert("g", rowsAt(NOON + 2n, 0, 1)).then(() => order.push("inserted"));
    await other.getTrainingData("v").then(() => order.push("trained"));
    await Promise.all([running, inserting]);
    expect(order).toEqual(["trained", "materialized", "inserted"]);
    expect((await store.materialize("g")).written).toBe(1);
  });
});

describe("a run that is given up leaves no trace", () => {
  test.each([
    ["at its first keys", KEYS_AT_ONCE],
    ["later", 2 * KEYS_AT_ONCE],
  ])("aborted %s", async (_title, at) => {
    const store = await openHalf();
    const before = await store.onlineRows("g", 0, KEYS);
    const abort = new AbortController();
    const onProgress = (done: number) => void (done === at && abort.abort());
    const run = store.materialize("g", { signal: abort.signal, onProgress });
    await expect(run).rejects.toMatchObject({ name: "AbortError" });
    expect(await store.onlineRows("g", 0, KEYS)).toEqual(before);
    const { all, ofRunsTo } = await recordsOf(store.name);
    expect(all).toBe(KEYS / 2);
    expect(ofRunsTo).toBeLessThan(2);
    expect(await store.materialize("g")).toEqual({ written: KEYS, unchanged: 0, keptNewer: 0 });
  });

  test.each([
    ["over rows of an earlier one", openHalf],
    [
      "where there was nothing",
      async (name: string) => {
        const store = await openKeys(name);
        await store.insert("g", rowsAt(NOON + 1n));
        return store;
      },
    ],
  ])(
    "dead in the middle, %s: nobody sees it, and the next run is as if it had never been",
    async (_title, opened) => {
      const name = freshName();
      const dying = await opened(name);
      const before = await online(dying);
      await dieAfterSome(dying);
      expect((await recordsOf(name)).ofRunsTo).toBe(before.size > 0 ? 2 : 1);

      const store = await FeatureStore.open({ name });
      expect(await online(store)).toEqual(before);
      // Fewer than the dead one would have written: what it wrote of the others must go.
      const asOf = await store.materialize("g", { asOf: NOON });
      expect(asOf).toEqual({ written: 0, unchanged: before.size, keptNewer: 0 });
      expect(await online(store)).toEqual(before);
      expect((await recordsOf(name)).all).toBe(before.size);
      expect(await store.materialize("g")).toEqual({ written: KEYS, unchanged: 0, keptNewer: 0 });
      expect((await online(store)).size).toBe(KEYS);
    },
  );

  test("cleared, or its group deleted, its rows do not come back", async () => {
    const name = freshName();
    await dieAfterSome(await openHalf(name));
    const store = await FeatureStore.open({ name });
    await store.clearOnline("g");
    expect(await recordsOf(name)).toEqual({ all: 0, ofRunsTo: 0 });
    expect(await store.materialize("g")).toEqual({ written: KEYS, unchanged: 0, keptNewer: 0 });
    await store.insert("g", rowsAt(NOON + 2n));
    await dieAfterSome(store);
    const again = await FeatureStore.open({ name });
    await again.deleteFeatureView("v");
    await again.deleteFeatureGroup("g");
    again.close();
    expect((await online(await openKeys(name))).size).toBe(0);
  });
});

test("rows that a version without runs has written are seen, counted and replaced", async () => {
  const name = freshName();
  const store = await openHalf(name);
  const before = await online(store);
  const database = await openDB(name);
  const transaction = database.transaction(["state", "online"], "readwrite");
  const records = transaction.objectStore("online");
  for (let cursor = await records.openCursor(); cursor !== null; cursor = await cursor.continue()) {
    const { run: _, before: __, ...row } = cursor.value;
    await cursor.update(row);
  }
  await transaction.objectStore("state").delete(["online", "g"]);
  await transaction.done;
  database.close();
  expect(await online(store)).toEqual(before);
  await dieAfterSome(store);
  const next = await FeatureStore.open({ name });
  expect(await online(next)).toEqual(before);
  expect(await next.materialize("g")).toEqual({ written: KEYS, unchanged: 0, keptNewer: 0 });
});

test("whatever runs are done, aborted or dead, what is online is what the done ones have written", async () => {
  const some = KEYS_AT_ONCE + 50;
  const step = fc.record({
    from: fc.nat(KEYS - some),
    length: fc.nat(some),
    end: fc.constantFrom("done", "aborted", "dead"),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 4 }), async (steps) => {
      const name = freshName();
      let store = await openKeys(name);
      const expected = new Map<bigint, bigint>();
      const known = new Map<bigint, bigint>();
      for (const [at, { from, length, end }] of steps.entries()) {
        const rows = rowsAt(NOON + BigInt(at), from, from + length);
        if (rows.length > 0) await store.insert("g", rows);
        for (const { k, ts } of rows) known.set(BigInt(k), ts - NOON);
        const abort = new AbortController();
        const onProgress = () => {
          if (end === "aborted") abort.abort();
          if (end === "dead") store.close();
        };
        const report = await store.materialize("g", { signal: abort.signal, onProgress }).catch(() => null);
        if (report !== null) {
          const changed = [...known].filter(([k, us]) => expected.get(k) !== us).length;
          const unchanged = known.size - changed;
          expect(report).toEqual({ written: changed, unchanged, keptNewer: 0 });
          for (const [k, us] of known) expected.set(k, us);
        }
        if (end === "dead") {
          store.close();
          store = await FeatureStore.open({ name });
        }
        expect(await online(store)).toEqual(new Map([...expected].sort(([a], [b]) => Number(a - b))));
      }
    }),
    propertyRuns(10),
  );
});

/** What lies in the database, seen or not. */
async function recordsOf(name: string): Promise<{ all: number; ofRunsTo: number }> {
  const database = await openDB(name);
  const records: { run?: number }[] = await database.getAll("online");
  database.close();
  return { all: records.length, ofRunsTo: Math.max(0, ...records.map(({ run = 0 }) => run)) };
}
