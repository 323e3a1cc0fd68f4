import { propertyRuns } from "../testing/property-runs";
import "fake-indexeddb/auto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ColumnTypeName, FeatureStore } from "../index";
import { openFresh } from "../testing/open-fresh";
import { readRows } from "../testing/read-table";
import { refusal } from "../testing/refusal";
import { NOON, openShop } from "../testing/shop";

const stored = (store: FeatureStore, group: string) =>
  readRows(store.featureGroups.get(group)?.table ?? fail(group));

function fail(group: string): never {
  throw new RangeError(`the store must have the group: ${group}`);
}

/** A group of one value column beside its key and time, so that one value is read at a time. */
async function openColumn(type: ColumnTypeName): Promise<FeatureStore> {
  const store = await openFresh();
  await store.createFeatureGroup({
    name: "g",
    schema: { k: "string", v: type, ts: "timestamp" },
    primaryKeys: ["k"],
    eventTime: "ts",
  });
  return store;
}

describe("a batch whose shape is wrong is refused whole", () => {
  const payment = { user: 1, amount: 1, note: "n", ts: NOON };

  test.each([
    ["an unknown column", [payment, { ...payment, amuont: 3 }], ["amuont", "payments"]],
    ["a column that no row has", [{ user: 1, amount: 1, ts: NOON }], ["note", "payments"]],
    [
      "both: a misspelt column",
      [{ user: 1, amuont: 1, note: "n", ts: NOON }],
      ["amuont", 'Did you mean "amount"?'],
    ],
    [
      "a column of Object.prototype that no row has of its own",
      [{ ...payment, constructor: 1 }],
      ["constructor"],
    ],
    ["a row that is no object", [payment, 5 as never], ["1"]],
  ])("%s", async (_title, rows, mentions) => {
    const store = await openShop();
    const told = await refusal(store.insert("payments", rows));
    expect(told).toMatch(/^batch_shape: /);
    for (const mention of mentions) expect(told).toContain(mention);
    expect(store.featureGroups.get("payments")?.numRows).toBe(2);
  });

  test("no rows at all are not a wrong shape", async () => {
    const store = await openShop();
    expect(await store.insert("payments", [])).toEqual({ inserted: 0, duplicates: 0, rejected: [] });
  });
});

test("a property that a single row lacks, or has as undefined, is a null", async () => {
  const store = await openShop();
  await store.insert("payments", [
    { user: 3, amount: 1, note: "n", ts: NOON },
    { user: 3, amount: undefined, ts: NOON },
  ]);
  expect(stored(store, "payments").slice(2)).toEqual([
    { user: 3n, amount: 1, note: "n", ts: NOON },
    { user: 3n, amount: null, note: null, ts: NOON },
  ]);
});

test("a column may be called constructor or __proto__, and a row that lacks it has a null there", async () => {
  const store = await openFresh();
  const schema = JSON.parse(
    '{ "k": "int64", "constructor": "string", "__proto__": "string", "ts": "timestamp" }',
  );
  await store.createFeatureGroup({ name: "g", schema, primaryKeys: ["k"], eventTime: "ts" });
  const rows = JSON.parse('[{ "k": 1, "constructor": "c", "__proto__": "p", "ts": 0 }, { "k": 2, "ts": 0 }]');
  expect(await store.insert("g", rows)).toEqual({ inserted: 2, duplicates: 0, rejected: [] });
  expect(stored(store, "g").map((row) => Object.values(row))).toEqual([
    [1n, "c", "p", 0n],
    [2n, null, null, 0n],
  ]);
});

describe("a value that cannot be read rejects its row only, and is reported with row, column and value", () => {
  test.each<[ColumnTypeName, unknown]>([
    ["int64", "7"],
    ["int64", true],
    ["int64", 1.5],
    ["int64", Number.NaN],
    ["int64", 2 ** 53 + 2],
    ["int64", -(2 ** 53) - 2],
    ["int64", 2n ** 63n],
    ["int64", -(2n ** 63n) - 1n],
    ["int64", new Date(0)],
    ["float64", "1.5"],
    ["float64", true],
    ["float64", 2n ** 53n + 1n],
    ["float64", {}],
    ["string", 7],
    ["string", false],
    ["string", "\ud800"],
    ["bool", 1],
    ["bool", "true"],
    ["timestamp", true],
    ["timestamp", "05/11/2025"],
    ["timestamp", {}],
  ])("%s does not take %s", async (type, value) => {
    const store = await openColumn(type);
    const report = await store.insert("g", [
      { k: "before", v: null, ts: NOON },
      { k: "bad", v: value, ts: NOON },
      { k: "after", v: null, ts: NOON },
    ]);
    expect(report).toEqual({
      inserted: 2,
      duplicates: 0,
      rejected: [{ row: 1, column: "v", value, reason: expect.stringMatching(/\w/) }],
    });
    expect(stored(store, "g").map(({ k }) => k)).toEqual(["before", "after"]);
  });

  test.each<[ColumnTypeName, unknown, unknown]>([
    ["int64", 2 ** 53, 2n ** 53n],
    ["int64", 2n ** 63n - 1n, 2n ** 63n - 1n],
    ["int64", -(2n ** 63n), -(2n ** 63n)],
    ["int64", -0, 0n],
    ["int", 5, 5n],
    ["float64", 5n, 5],
    ["float64", Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
    ["float64", Number.NaN, Number.NaN],
    ["float", 0.1, 0.1],
    ["string", "", ""],
    ["str", "é<b>", "é<b>"],
    ["bool", false, false],
    ["datetime", new Date(1), 1000n],
  ])("%s takes %s exactly", async (type, value, read) => {
    const store = await openColumn(type);
    expect((await store.insert("g", [{ k: "a", v: value, ts: NOON }])).rejected).toEqual([]);
    expect(stored(store, "g")[0]?.v).toEqual(read);
  });
});

test("one rejected row is reported once, for its first bad column in schema order", async () => {
  const store = await openShop();
  const { rejected } = await store.insert("payments", [{ ts: null, note: 7, amount: "x", user: 1 }]);
  expect(rejected.map(({ row, column, value }) => [row, column, value])).toEqual([[0, "amount", "x"]]);
});

test.each([
  ["key", { k1: null }, "k1"],
  ["second key column", { k2: undefined }, "k2"],
  ["NaN key", { k1: Number.NaN }, "k1"],
  ["event time", { ts: null }, "ts"],
  ["created time", { created: null }, "created"],
])("a row without its %s is rejected", async (_title, change, column) => {
  const store = await openFresh();
  await store.createFeatureGroup({
    name: "g",
    schema: { k1: "float64", k2: "string", v: "bool", ts: "timestamp", created: "timestamp" },
    primaryKeys: ["k1", "k2"],
    eventTime: "ts",
    createdTime: "created",
  });
  const whole = { k1: 1, k2: "", v: null, ts: NOON, created: NOON };
  const report = await store.insert("g", [{ ...whole, ...change }, whole]);
  expect(report.rejected.map((row) => [row.row, row.column])).toEqual([[0, column]]);
  expect(report.inserted).toBe(1);
});

describe("a row equal in every column to another is a duplicate", () => {
  const row = { k: "a", v: 1, ts: NOON };

  test("within a batch, and of one stored before", async () => {
    const store = await openColumn("float64");
    expect(await store.insert("g", [row, { ...row }, { ...row, v: 2 }])).toMatchObject({
      inserted: 2,
      duplicates: 1,
    });
    expect(await store.insert("g", [{ ...row, v: 3 }, row])).toMatchObject({ inserted: 1, duplicates: 1 });
    expect(stored(store, "g").map(({ v }) => v)).toEqual([1, 2, 3]);
  });

  test.each([
    ["NaN equals NaN", Number.NaN, Number.NaN, 1],
    ["−0 equals 0", 0, -0, 1],
    ["null equals null", null, undefined, 1],
    ["null is not 0", null, 0, 0],
    ["NaN is not null", Number.NaN, null, 0],
    ["NaN is not 0", Number.NaN, 0, 0],
  ])("%s", async (_title, first, second, duplicates) => {
    const store = await openColumn("float64");
    const report = await store.insert("g", [
      { k: "a", v: first, ts: NOON },
      { k: "a", v: second, ts: NOON },
    ]);
    expect(report).toEqual({ inserted: 2 - duplicates, duplicates, rejected: [] });
  });

  test("the empty text is not null, and false is not null", async () => {
    const text = await openColumn("string");
    expect(
      await text.insert("g", [
        { ...row, v: "" },
        { ...row, v: null },
      ]),
    ).toMatchObject({ inserted: 2, duplicates: 0 });
    const bool = await openColumn("bool");
    expect(
      await bool.insert("g", [
        { ...row, v: false },
        { ...row, v: null },
      ]),
    ).toMatchObject({ inserted: 2, duplicates: 0 });
  });

  test("also where one was given otherwise: 1 and 1n, a Date and its text", async () => {
    const store = await openColumn("int64");
    const same = [1, 1n].flatMap((v) =>
      [NOON, new Date(Number(NOON / 1000n)), "2025-11-05T13:00+01:00", Number(NOON / 1000n)].map((ts) => ({
        k: "a",
        v,
        ts,
      })),
    );
    expect(await store.insert("g", same)).toEqual({ inserted: 1, duplicates: 7, rejected: [] });
  });

  test("rows with the same key and event time that differ elsewhere are both kept, by insertion", async () => {
    const store = await openShop();
    await store.insert("payments", [
      { user: 1, amount: 8, note: "a", ts: NOON },
      { user: 1, amount: 8, note: "b", ts: NOON },
    ]);
    expect(
      stored(store, "payments")
        .slice(2)
        .map(({ note }) => note),
    ).toEqual(["a", "b"]);
  });
});

test("whatever the rows, each is inserted, a duplicate or rejected, and the stored ones are the distinct readable ones", async () => {
  const row = fc.record({
    k: fc.constantFrom<unknown>("a", "b", null, 3),
    v: fc.constantFrom<unknown>(0, -0, 1, Number.NaN, null, "1"),
    ts: fc.constantFrom<unknown>(NOON, NOON + 1n, null, "x"),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 12 }), fc.nat(12), async (rows, cut) => {
      const store = await openColumn("float64");
      const parts = [await store.insert("g", rows.slice(0, cut)), await store.insert("g", rows.slice(cut))];
      const readable = rows.filter(
        ({ k, v, ts }) => typeof k === "string" && v !== "1" && typeof ts === "bigint",
      );
      const distinct: typeof rows = [];
      for (const given of readable) {
        // `==` with NaN apart: the store's own notion of equal rows, said again.
        const same = (a: unknown, b: unknown) => a === b || (Number.isNaN(a) && Number.isNaN(b));
        if (
          !distinct.some(
            (other) => same(other.k, given.k) && same(other.v, given.v) && same(other.ts, given.ts),
          )
        )
          distinct.push(given);
      }
      const sum = (of: (part: (typeof parts)[number]) => number) =>
        parts.reduce((total, part) => total + of(part), 0);
      expect(sum((part) => part.inserted)).toBe(distinct.length);
      expect(sum((part) => part.duplicates)).toBe(readable.length - distinct.length);
      expect(sum((part) => part.rejected.length)).toBe(rows.length - readable.length);
      expect(stored(store, "g").map(({ k, ts }) => [k, ts])).toEqual(distinct.map(({ k, ts }) => [k, ts]));
    }),
    propertyRuns(150),
  );
});
