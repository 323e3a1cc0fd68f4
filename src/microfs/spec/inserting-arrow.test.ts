import "fake-indexeddb/auto";
import {
  Bool,
  type Data,
  type DataType,
  DateDay,
  DateMillisecond,
  Dictionary,
  Float32,
  Float64,
  Int8,
  Int32,
  Int64,
  makeData,
  Table,
  TimestampMicrosecond,
  TimestampMillisecond,
  TimestampNanosecond,
  TimestampSecond,
  tableFromIPC,
  tableToIPC,
  Uint64,
  Utf8,
  Vector,
  vectorFromArray,
} from "apache-arrow";
import { describe, expect, test } from "vitest";
import type { ColumnTypeName, FeatureStore } from "../index";
import { openFresh } from "../testing/open-fresh";
import { readColumn } from "../testing/read-table";
import { refusal } from "../testing/refusal";
import { NOON } from "../testing/shop";

async function openColumn(type: ColumnTypeName): Promise<FeatureStore> {
  const store = await openFresh();
  await store.createFeatureGroup({
    name: "g",
    schema: { k: "int64", v: type, ts: "timestamp" },
    primaryKeys: ["k"],
    eventTime: "ts",
  });
  return store;
}

const vector = (data: Data<DataType>) => new Vector([data]);
const integers = (...values: bigint[]) =>
  vector(makeData({ type: new Int64(), length: values.length, data: BigInt64Array.from(values) }));
const micros = (...values: bigint[]) =>
  vector(
    makeData({
      type: new TimestampMicrosecond("UTC"),
      length: values.length,
      data: BigInt64Array.from(values),
    }),
  );

/** A table of the group's columns: `v` as given, keys 0, 1 …, all at noon. */
const tableOf = (v: Vector) =>
  new Table({
    k: integers(...Array.from({ length: v.length }, (_, k) => BigInt(k))),
    v,
    ts: micros(...Array.from({ length: v.length }, () => NOON)),
  });

/** What a store of that column makes of an Arrow column: its values, and how many rows it rejected. */
async function read(type: ColumnTypeName, v: Vector): Promise<{ values: unknown[]; rejected: number }> {
  const store = await openColumn(type);
  const { rejected } = await store.insert("g", tableOf(v));
  const table = store.featureGroups.get("g")?.table;
  return { values: table === undefined ? [] : readColumn(table, "v"), rejected: rejected.length };
}

const bits = (...flags: number[]) => Uint8Array.of(flags.reduce((byte, flag, i) => byte | (flag << i), 0));

describe("an Arrow column of the group's own type is taken over exactly", () => {
  const nullAtOne = { length: 3, nullCount: 1, nullBitmap: bits(1, 0, 1) };
  test.each<[ColumnTypeName, Vector, unknown[]]>([
    [
      "int64",
      vector(
        makeData({
          type: new Int64(),
          ...nullAtOne,
          data: BigInt64Array.of(2n ** 63n - 1n, 7n, -(2n ** 63n)),
        }),
      ),
      [2n ** 63n - 1n, null, -(2n ** 63n)],
    ],
    [
      "float64",
      vector(makeData({ type: new Float64(), ...nullAtOne, data: Float64Array.of(0.1, 7, Number.NaN) })),
      [0.1, null, Number.NaN],
    ],
    ["bool", vector(makeData({ type: new Bool(), ...nullAtOne, data: bits(1, 1, 0) })), [true, null, false]],
    [
      "timestamp",
      vector(
        makeData({
          type: new TimestampMicrosecond("UTC"),
          ...nullAtOne,
          data: BigInt64Array.of(NOON, 7n, 2n ** 53n + 1n),
        }),
      ),
      [NOON, null, 2n ** 53n + 1n],
    ],
    ["string", vectorFromArray(["a", null, "é"], new Dictionary(new Utf8(), new Int32())), ["a", null, "é"]],
  ])("%s", async (type, v, values) => {
    expect(await read(type, v)).toEqual({ values, rejected: 0 });
    // A part of a column, in chunks, and what has been written and read again, are the same column.
    expect((await read(type, v.slice(1))).values).toEqual(values.slice(1));
    expect((await read(type, v.slice(2).concat(v.slice(0, 2)))).values).toEqual([
      values[2],
      values[0],
      values[1],
    ]);
    const stored = tableFromIPC(tableToIPC(tableOf(v), "stream")).getChild("v");
    expect((await read(type, stored as Vector)).values).toEqual(values);
  });
});

test("a null inside a dictionary is a null, not the text", async () => {
  const dictionary = vectorFromArray(["a", null], new Utf8());
  const v = vector(
    makeData({
      type: new Dictionary(new Utf8(), new Int32()),
      length: 2,
      data: Int32Array.of(0, 1),
      dictionary,
    }),
  );
  expect(await read("string", v)).toEqual({ values: ["a", null], rejected: 0 });
});

describe("an Arrow column of another type is read value by value, by the rules of plain values", () => {
  test.each<[string, ColumnTypeName, Vector, unknown[], number]>([
    ["Utf8", "string", vectorFromArray(["b", null, ""], new Utf8()), ["b", null, ""], 0],
    ["Int8", "int64", vectorFromArray([1, null, -1], new Int8()), [1n, null, -1n], 0],
    ["Uint64", "int64", vectorFromArray([2n ** 63n - 1n, 2n ** 63n], new Uint64()), [2n ** 63n - 1n], 1],
    ["Float32", "float64", vectorFromArray([0.5, null], new Float32()), [0.5, null], 0],
    ["Float64", "int64", vectorFromArray([1, 1.5, 2 ** 60], new Float64()), [1n], 2],
    ["Int64", "float64", vectorFromArray([2n, 2n ** 53n + 1n], new Int64()), [2], 1],
    ["Utf8", "int64", vectorFromArray(["1"], new Utf8()), [], 1],
    ["Int32", "bool", vectorFromArray([1], new Int32()), [], 1],
    ["Int64", "string", vectorFromArray([1n], new Int64()), [], 1],
    [
      "TimestampSecond",
      "timestamp",
      vector(
        makeData({ type: new TimestampSecond("UTC"), length: 2, data: BigInt64Array.of(-1n, 2n ** 40n) }),
      ),
      [-1_000_000n, 2n ** 40n * 1_000_000n],
      0,
    ],
    [
      "TimestampMillisecond",
      "timestamp",
      vector(makeData({ type: new TimestampMillisecond("UTC"), length: 1, data: BigInt64Array.of(-5n) })),
      [-5000n],
      0,
    ],
    [
      "TimestampNanosecond",
      "timestamp",
      vector(
        makeData({
          type: new TimestampNanosecond("UTC"),
          length: 3,
          data: BigInt64Array.of(1_762_344_000_000_001_000n, -1000n, 1n),
        }),
      ),
      [1_762_344_000_000_001n, -1n],
      1,
    ],
    [
      "DateDay",
      "timestamp",
      vector(makeData({ type: new DateDay(), length: 2, data: Int32Array.of(-1, 20_397) })),
      [-86_400_000_000n, 20_397n * 86_400_000_000n],
      0,
    ],
    [
      "DateMillisecond",
      "timestamp",
      vector(makeData({ type: new DateMillisecond(), length: 1, data: BigInt64Array.of(86_400_000n) })),
      [86_400_000_000n],
      0,
    ],
  ])("%s as %s", async (_arrow, type, v, values, rejected) => {
    expect(await read(type, v)).toEqual({ values, rejected });
  });
});

test("a time that is finer than a microsecond is told to be too fine, with all of its digits", async () => {
  const store = await openFresh();
  await store.createFeatureGroup({
    name: "g",
    schema: { k: "int64", ts: "timestamp" },
    primaryKeys: ["k"],
    eventTime: "ts",
  });
  const ts = makeData({
    type: new TimestampNanosecond("UTC"),
    length: 2,
    data: BigInt64Array.of(1_762_344_000_000_000_001n, -1n),
  });
  const table = new Table({ k: vectorFromArray([1n, 2n], new Int64()), ts: vector(ts) });
  const { rejected } = await store.insert("g", table);
  expect(rejected.map(({ value, reason }) => [value, reason])).toEqual([
    ["2025-11-05T12:00:00.000000001Z", "is finer than a microsecond: round it to six decimals"],
    ["1969-12-31T23:59:59.999999999Z", "is finer than a microsecond: round it to six decimals"],
  ]);
});

test("a null key or event time, and a time beyond the calendar, reject their row only", async () => {
  const store = await openColumn("int64");
  const k = vector(
    makeData({
      type: new Int64(),
      length: 4,
      nullCount: 1,
      nullBitmap: bits(0, 1, 1, 1),
      data: BigInt64Array.of(0n, 1n, 2n, 3n),
    }),
  );
  const ts = vector(
    makeData({
      type: new TimestampMicrosecond("UTC"),
      length: 4,
      nullCount: 1,
      nullBitmap: bits(1, 0, 1, 1),
      data: BigInt64Array.of(NOON, NOON, 2n ** 63n - 1n, NOON),
    }),
  );
  const { inserted, rejected } = await store.insert("g", new Table({ k, v: integers(1n, 2n, 3n, 4n), ts }));
  expect([inserted, rejected.map(({ row, column }) => [row, column])]).toEqual([
    1,
    [
      [0, "k"],
      [1, "ts"],
      [2, "ts"],
    ],
  ]);
  const table = store.featureGroups.get("g")?.table;
  expect(table && readColumn(table, "v")).toEqual([4n]);
});

test("an Arrow table's shape is checked as rows' is; the order of its columns does not matter", async () => {
  const store = await openColumn("int64");
  expect(await refusal(store.insert("g", new Table({ k: integers(1n), ts: micros(NOON) })))).toMatch(
    /^batch_shape: .*"v"/,
  );
  expect(
    await refusal(
      store.insert("g", new Table({ k: integers(1n), v: integers(1n), w: integers(1n), ts: micros(NOON) })),
    ),
  ).toMatch(/^batch_shape: .*"w"/);
  expect(store.featureGroups.get("g")?.numRows).toBe(0);
  expect(
    (await store.insert("g", new Table({ ts: micros(NOON), v: integers(1n), k: integers(5n) }))).inserted,
  ).toBe(1);
});

test("a table of no rows inserts nothing, and a group's own table inserts nothing new", async () => {
  const store = await openColumn("string");
  await store.insert("g", [
    { k: 1, v: "a", ts: NOON },
    { k: 2, v: null, ts: NOON },
  ]);
  const own = store.featureGroups.get("g")?.table as Table;
  expect(await store.insert("g", own.slice(0, 0))).toEqual({ inserted: 0, duplicates: 0, rejected: [] });
  expect(await store.insert("g", own)).toEqual({ inserted: 0, duplicates: 2, rejected: [] });
});

test("a table that was handed out does not change when rows are inserted or rejected later", async () => {
  const store = await openColumn("string");
  await store.insert("g", [{ k: 1, v: "a", ts: NOON }]);
  const before = store.featureGroups.get("g")?.table as Table;
  await store.insert(
    "g",
    Array.from({ length: 500 }, (_, k) => ({ k, v: k === 7 ? 7 : `v${k}`, ts: NOON })),
  );
  expect([before.numRows, readColumn(before, "v")]).toEqual([1, ["a"]]);
});
