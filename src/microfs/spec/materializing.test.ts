import { propertyRuns } from "../testing/property-runs";
import "fake-indexeddb/auto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ColumnTypeName, FeatureStore } from "../index";
import { openFresh } from "../testing/open-fresh";
import { HOUR, NOON } from "../testing/shop";

/** A group of one feature `v`, with a created time and a delay where asked for. */
async function open(
  options: { created?: boolean; delay?: string; key?: ColumnTypeName } = {},
): Promise<FeatureStore> {
  const store = await openFresh();
  await store.createFeatureGroup({
    name: "g",
    schema: {
      k: options.key ?? "int64",
      v: "int64",
      ts: "timestamp",
      ...(options.created ? { created: "timestamp" as const } : {}),
    },
    primaryKeys: ["k"],
    eventTime: "ts",
    createdTime: options.created ? "created" : undefined,
    delay: options.delay,
  });
  return store;
}

/** The online store, key → v. */
async function online(store: FeatureStore): Promise<Map<unknown, unknown>> {
  const { rows } = await store.onlineRows("g", 0, 1000);
  return new Map(rows.map(({ key, values }) => [key[0], values.v]));
}

const report = (written: number, unchanged = 0, keptNewer = 0) => ({ written, unchanged, keptNewer });

describe("materialize", () => {
  test("writes each key's latest row: by event time, then created time, then insertion", async () => {
    const store = await open({ created: true });
    await store.insert("g", [
      { k: 1, v: 2, ts: NOON + 1n, created: NOON },
      { k: 1, v: 1, ts: NOON, created: NOON + HOUR },
      { k: 2, v: 2, ts: NOON, created: NOON + 1n },
      { k: 2, v: 1, ts: NOON, created: NOON },
      { k: 3, v: 1, ts: NOON, created: NOON },
      { k: 3, v: 2, ts: NOON, created: NOON },
    ]);
    expect(await store.materialize("g")).toEqual(report(3));
    expect(await online(store)).toEqual(
      new Map([
        [1n, 2n],
        [2n, 2n],
        [3n, 2n],
      ]),
    );
  });

  test("counts what is there already as unchanged", async () => {
    const store = await open();
    await store.insert("g", [
      { k: 1, v: 1, ts: NOON },
      { k: 2, v: 1, ts: NOON },
    ]);
    expect(await store.materialize("g")).toEqual(report(2));
    await store.insert("g", [
      { k: 2, v: 2, ts: NOON + 1n },
      { k: 3, v: 1, ts: NOON },
    ]);
    expect(await store.materialize("g")).toEqual(report(2, 1));
    expect(await store.materialize("g")).toEqual(report(0, 3));
  });

  test("never replaces a later row with an earlier one, and counts those as keptNewer", async () => {
    const store = await open();
    await store.insert("g", [
      { k: 1, v: 1, ts: NOON },
      { k: 1, v: 2, ts: NOON + HOUR },
      { k: 2, v: 1, ts: NOON },
    ]);
    expect(await store.materialize("g")).toEqual(report(2));
    expect(await store.materialize("g", { asOf: NOON })).toEqual(report(0, 1, 1));
    expect(await online(store)).toEqual(
      new Map([
        [1n, 2n],
        [2n, 1n],
      ]),
    );
  });

  test("a correction with an equal event time and a later created time replaces; an earlier created one does not", async () => {
    const store = await open({ created: true });
    await store.insert("g", [{ k: 1, v: 1, ts: NOON, created: NOON + 5n }]);
    await store.materialize("g");
    await store.insert("g", [{ k: 1, v: 0, ts: NOON, created: NOON + 4n }]);
    expect(await store.materialize("g")).toEqual(report(0, 1));
    await store.insert("g", [{ k: 1, v: 2, ts: NOON, created: NOON + 6n }]);
    expect(await store.materialize("g")).toEqual(report(1));
    expect(await online(store)).toEqual(new Map([[1n, 2n]]));
  });

  test.each([
    ["only rows that have happened", {}, NOON - 1n, 0],
    ["a row at that very moment", {}, NOON, 1],
    ["not before its delay", { delay: "1h" }, NOON + HOUR - 1n, 0],
    ["from its delay on", { delay: "1h" }, NOON + HOUR, 1],
    ["not before it was created", { created: true }, NOON + HOUR, 0],
    ["from its creation on", { created: true }, NOON + 2n * HOUR, 1],
    ["created and delayed", { created: true, delay: "1h" }, NOON + 3n * HOUR - 1n, 0],
    ["from creation and delay on", { created: true, delay: "1h" }, NOON + 3n * HOUR, 1],
  ])("as of a moment it writes %s", async (_title, options, asOf, written) => {
    const store = await open(options);
    await store.insert("g", [
      { k: 1, v: 1, ts: NOON, ...("created" in options ? { created: NOON + 2n * HOUR } : {}) },
    ]);
    expect(await store.materialize("g", { asOf })).toEqual(report(written));
  });

  test("as of a moment before its event time a row created earlier is not known: known at is the later of the two", async () => {
    const store = await open({ created: true });
    await store.insert("g", [{ k: 1, v: 1, ts: NOON, created: NOON - HOUR }]);
    expect(await store.materialize("g", { asOf: NOON - 1n })).toEqual(report(0));
    expect(await store.materialize("g", { asOf: NOON })).toEqual(report(1));
  });

  test("asOf takes what an insert takes for a time", async () => {
    const store = await open();
    await store.insert("g", [{ k: 1, v: 1, ts: NOON }]);
    expect(await store.materialize("g", { asOf: "2025-11-05T11:59:59.999999Z" })).toEqual(report(0));
    expect(await store.materialize("g", { asOf: "2025-11-05T13:00+01" })).toEqual(report(1));
    expect(await store.materialize("g", { asOf: new Date("2025-11-05T12:00Z") })).toEqual(report(0, 1));
  });

  test("an empty group writes nothing", async () => {
    expect(await (await open()).materialize("g")).toEqual(report(0));
  });

  test("says how far it is, and an aborted run leaves nothing behind", async () => {
    const store = await open();
    await store.insert(
      "g",
      Array.from({ length: 2500 }, (_, k) => ({ k, v: k, ts: NOON })),
    );
    const abort = new AbortController();
    const aborted = store.materialize("g", { signal: abort.signal, onProgress: () => abort.abort() });
    await expect(aborted).rejects.toMatchObject({ name: "AbortError" });
    expect(await online(store)).toEqual(new Map());
    const told: number[][] = [];
    await store.materialize("g", { onProgress: (done, total) => void told.push([done, total]) });
    expect(told.at(-1)).toEqual([2500, 2500]);
    expect(told.length).toBeGreaterThan(1);
  });
});

test("whatever the order of the runs, the online store ends with the latest row of each key that any run knew", async () => {
  const row = fc.record({
    k: fc.integer({ min: 1, max: 2 }),
    at: fc.integer({ min: 0, max: 5 }),
    late: fc.integer({ min: -2, max: 3 }),
  });
  const runs = fc.array(fc.option(fc.integer({ min: -1, max: 9 }), { nil: undefined }), {
    minLength: 1,
    maxLength: 5,
  });
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 8 }), runs, async (rows, moments) => {
      const store = await open({ created: true });
      const time = (tick: number) => NOON + BigInt(tick);
      if (rows.length > 0)
        await store.insert(
          "g",
          rows.map(({ k, at, late }, v) => ({ k, v, ts: time(at), created: time(at + late) })),
        );
      for (const moment of moments) {
        const { written, unchanged, keptNewer } = await store.materialize("g", {
          asOf: moment === undefined ? undefined : time(moment),
        });
        const known = new Set(
          rows
            .filter(({ at, late }) => moment === undefined || Math.max(at, at + late) <= moment)
            .map(({ k }) => k),
        );
        expect(written + unchanged + keptNewer).toBe(known.size);
      }
      const expected = new Map<bigint, bigint>();
      for (const k of [1, 2]) {
        const ranked = rows
          .map((given, v) => ({ ...given, v }))
          .filter(
            ({ k: of, at, late }) =>
              of === k && moments.some((moment) => moment === undefined || Math.max(at, at + late) <= moment),
          )
          .sort((a, b) => a.at - b.at || a.at + a.late - (b.at + b.late) || a.v - b.v);
        const latest = ranked.at(-1);
        if (latest !== undefined) expected.set(BigInt(k), BigInt(latest.v));
      }
      expect(await online(store)).toEqual(expected);
    }),
    propertyRuns(150),
  );
});

describe("clearOnline", () => {
  test.each<[ColumnTypeName, unknown]>([
    ["int64", 5n],
    ["int64", 2n ** 53n + 1n],
    ["int64", -(2n ** 63n)],
    ["float64", 1.5],
    ["string", "x"],
    ["bool", true],
    ["timestamp", NOON],
  ])("finds a row whose key is the %s %s again, and removes it", async (key, k) => {
    const store = await open({ key });
    await store.insert("g", [{ k, v: 7, ts: NOON }]);
    await store.materialize("g");
    expect(await online(store)).toEqual(new Map([[k, 7n]]));
    await store.clearOnline("g");
    expect(await online(store)).toEqual(new Map());
    expect(await store.materialize("g")).toEqual(report(1));
  });

  test("leaves other groups' rows and the history alone", async () => {
    const store = await open();
    await store.insert("g", [{ k: 1, v: 1, ts: NOON }]);
    for (const name of ["g2", "f", "G"]) {
      await store.createFeatureGroup({
        name,
        schema: { k: "int64", ts: "timestamp" },
        primaryKeys: ["k"],
        eventTime: "ts",
      });
      await store.insert(name, [{ k: 1, ts: NOON }]);
      await store.materialize(name);
    }
    await store.materialize("g");
    await store.clearOnline("g");
    for (const name of ["g2", "f", "G"]) expect((await store.onlineRows(name, 0, 9)).total).toBe(1);
    expect(store.featureGroups.get("g")?.numRows).toBe(1);
  });
});
