import "fake-indexeddb/auto";
import { describe, expect, test } from "vitest";
import type { ColumnTypeName, FeatureStore, JoinDefinition } from "../index";
import { openFresh } from "../testing/open-fresh";
import { readTable } from "../testing/read-table";
import { refusal } from "../testing/refusal";
import { NOON } from "../testing/shop";

type Columns = Record<string, ColumnTypeName>;

/** A spine `s` and groups a, b … of the given columns; every group's key is `k` (or `id`), its time `ts` (or `at`). */
async function declare(groups: Record<string, Columns>): Promise<FeatureStore> {
  const store = await openFresh();
  for (const [name, schema] of Object.entries(groups)) {
    const eventTime = "ts" in schema ? "ts" : "at";
    await store.createFeatureGroup({ name, schema, primaryKeys: ["k" in schema ? "k" : "id"], eventTime });
  }
  return store;
}

async function columns(groups: Record<string, Columns>, joins: JoinDefinition[]): Promise<string> {
  const store = await declare(groups);
  await store.createFeatureView({ name: "v", labelFg: "s", joins });
  return Object.keys(readTable((await store.getTrainingData("v")).table).columns).join(" ");
}

const SPINE: Columns = { k: "int64", y: "bool", ts: "timestamp" };

describe("the training table's columns", () => {
  test.each<[string, Record<string, Columns>, JoinDefinition[], string]>([
    [
      "are the spine's, then the join's in schema order, without key and time of the same name",
      { s: SPINE, a: { z: "int64", k: "int64", x: "string", ts: "timestamp" } },
      [{ fgName: "a", on: "k" }],
      "k y ts z x",
    ],
    [
      "keep an event time of another name",
      { s: SPINE, a: { at: "timestamp", k: "int64", x: "string" } },
      [{ fgName: "a", on: "k" }],
      "k y ts at x",
    ],
    [
      "keep a key that was joined under another name",
      { s: SPINE, a: { id: "int64", x: "string", ts: "timestamp" } },
      [{ fgName: "a", on: { k: "id" } }],
      "k y ts id x",
    ],
    [
      "keep a key of the same name that was joined to another",
      { s: { ...SPINE, other: "int64" }, a: { k: "int64", x: "string", ts: "timestamp" } },
      [{ fgName: "a", on: { other: "k" } }],
      "k y ts other k_a x",
    ],
    [
      "give a taken name the group's",
      { s: SPINE, a: { k: "int64", y: "float64", ts: "timestamp" } },
      [{ fgName: "a", on: "k" }],
      "k y ts y_a",
    ],
    [
      "do so from the second group on",
      {
        s: SPINE,
        a: { k: "int64", x: "float64", ts: "timestamp" },
        b: { k: "int64", x: "string", ts: "timestamp" },
      },
      [
        { fgName: "a", on: "k" },
        { fgName: "b", on: "k" },
      ],
      "k y ts x x_b",
    ],
    [
      "in the order of the joins",
      {
        s: SPINE,
        a: { k: "int64", x: "float64", ts: "timestamp" },
        b: { k: "int64", x: "string", ts: "timestamp" },
      },
      [
        { fgName: "b", on: "k" },
        { fgName: "a", on: "k" },
      ],
      "k y ts x x_a",
    ],
    [
      "suffix an event time that an earlier join brought",
      { s: SPINE, a: { k: "int64", at: "timestamp" }, b: { k: "int64", at: "timestamp" } },
      [
        { fgName: "a", on: "k" },
        { fgName: "b", on: "k" },
      ],
      "k y ts at at_b",
    ],
    [
      "are the picked features, in schema order",
      { s: SPINE, a: { k: "int64", x: "float64", w: "bool", u: "string", ts: "timestamp" } },
      [{ fgName: "a", on: "k", features: ["u", "x"] }],
      "k y ts x u",
    ],
    [
      "leave out an event time that features does not name",
      { s: SPINE, a: { k: "int64", x: "float64", at: "timestamp" } },
      [{ fgName: "a", on: "k", features: ["x"] }],
      "k y ts x",
    ],
    [
      "have it where features names it",
      { s: SPINE, a: { k: "int64", x: "float64", at: "timestamp" } },
      [{ fgName: "a", on: "k", features: ["at"] }],
      "k y ts at",
    ],
    [
      "have it under its suffix where the spine's has the same name",
      { s: SPINE, a: { k: "int64", x: "float64", ts: "timestamp" } },
      [{ fgName: "a", on: "k", features: ["ts", "x"] }],
      "k y ts x ts_a",
    ],
    ["are the spine's alone without joins", { s: SPINE }, [], "k y ts"],
    ["treat the spine's own group as any other", { s: SPINE }, [{ fgName: "s", on: "k" }], "k y ts y_s"],
  ])("%s", async (_title, groups, joins, expected) => {
    expect(await columns(groups, joins)).toBe(expected);
  });

  test("a name that is taken with the suffix too is an error that names it", async () => {
    const store = await declare({
      s: { ...SPINE, y_a: "int64" },
      a: { k: "int64", y: "float64", ts: "timestamp" },
    });
    const told = await refusal(
      store.createFeatureView({ name: "v", labelFg: "s", joins: [{ fgName: "a", on: "k" }] }),
    );
    expect(told).toMatch(/^column_conflict: .*"y_a"/);
    await store.createFeatureView({
      name: "v",
      labelFg: "s",
      joins: [{ fgName: "a", on: "k", features: [] }],
    });
  });

  test("one group may be joined twice where that leaves no name taken twice", async () => {
    const store = await declare({ s: SPINE, a: { k: "int64", x: "float64", ts: "timestamp" } });
    const joins: JoinDefinition[] = [
      { fgName: "a", on: "k" },
      { fgName: "a", on: "k", direction: "latest" },
    ];
    await store.createFeatureView({ name: "twice", labelFg: "s", joins });
    expect(Object.keys(readTable((await store.getTrainingData("twice")).table).columns)).toEqual([
      "k",
      "y",
      "ts",
      "x",
      "x_a",
    ]);
    const thrice = store.createFeatureView({
      name: "thrice",
      labelFg: "s",
      joins: [...joins, ...joins.slice(0, 1)],
    });
    expect(await refusal(thrice)).toMatch(/^column_conflict: .*"x_a"/);
  });

  test("integers stay integers, and every type its own, in unmatched rows and in empty tables", async () => {
    const schema = { k: "int64", i: "int64", f: "float64", t: "string", b: "bool", at: "timestamp" } as const;
    const store = await declare({ s: SPINE, a: schema });
    await store.createFeatureView({ name: "v", labelFg: "s", joins: [{ fgName: "a", on: "k" }] });
    const types = {
      k: "int64",
      y: "bool",
      ts: "timestamp",
      i: "int64",
      f: "float64",
      t: "string",
      b: "bool",
      at: "timestamp",
    };
    expect(readTable((await store.getTrainingData("v")).table)).toEqual({ columns: types, rows: [] });
    await store.insert("s", [{ k: 1, y: true, ts: NOON }]);
    const rows = [[1n, true, NOON, null, null, null, null, null]];
    expect(readTable((await store.getTrainingData("v")).table)).toEqual({ columns: types, rows });
  });
});

test("training.columns says where each column of the table comes from", async () => {
  const store = await declare({ s: SPINE, a: { id: "int64", y: "string", ts: "timestamp" } });
  await store.createFeatureView({ name: "v", labelFg: "s", joins: [{ fgName: "a", on: { k: "id" } }] });
  const { columns: from } = await store.getTrainingData("v");
  expect(from.map(({ name, join, column, type }) => [name, join, column, type])).toEqual([
    ["k", -1, "k", "int64"],
    ["y", -1, "y", "bool"],
    ["ts", -1, "ts", "timestamp"],
    ["id", 0, "id", "int64"],
    ["y_a", 0, "y", "string"],
  ]);
});
