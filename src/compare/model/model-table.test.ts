import "fake-indexeddb/auto";
import { beforeAll, expect, test } from "vitest";
import type { ComparedView } from "../compared-view";
import { toEnd } from "../testing/to-end";
import { viewVariant } from "../variant";
import { consequence, tablesConsequence } from "./consequence";
import type { NullTreatment } from "./model-results";
import { nullTreatmentTable, variantModelTable } from "./model-table";
import { comparedStore } from "./testing/compared-store";

let data: ComparedView;

/** Of user 1: nothing before minute 10, of user 2 nothing after minute 5; of user 3 nothing. A row is used for ten minutes. */
beforeAll(async () => {
  const group = { primaryKeys: ["user"], eventTime: "t" };
  data = await comparedStore(
    [
      {
        ...group,
        name: "asks",
        schema: { user: "int64", left: "bool", t: "timestamp" },
        rows: [
          { user: 1, left: true, t: 0 },
          { user: 1, left: false, t: 12 * 60_000 },
          { user: 2, left: false, t: 13 * 60_000 },
          { user: 3, left: false, t: 14 * 60_000 },
          { user: 2, left: true, t: 30 * 60_000 },
        ],
      },
      {
        ...group,
        name: "facts",
        schema: { user: "int64", fact: "int64", t: "timestamp" },
        ttl: "10m",
        rows: [
          { user: 1, fact: 10, t: 10 * 60_000 },
          { user: 1, fact: 11, t: 60 * 60_000 },
          { user: 2, fact: 20, t: 5 * 60_000 },
          { user: 2, fact: 21, t: 99 * 60_000 },
        ],
      },
    ],
    { name: "view", labelFg: "asks", label: "left", joins: [{ fgName: "facts", on: ["user"] }] },
  );
});

/** Training row and fact, row by row of the table. */
function rowsOf(name: NullTreatment): [number, number | null][] {
  const table = nullTreatmentTable(name).of(data);
  const { trainingRows, joins } = table.rowsAt(Float64Array.from({ length: table.numRows }, (_, i) => i));
  const fact = data.joins[0]?.group.column("fact");
  return Array.from(trainingRows, (trainingRow, i) => {
    const row = joins[0]?.[i] ?? -1;
    return [trainingRow, row < 0 ? null : Number(fact?.get(row))];
  });
}

test.each<[NullTreatment, [number, number | null][]]>([
  [
    "leave",
    [
      [0, null],
      [1, 10],
      [2, 20],
      [3, null],
      [4, null],
    ],
  ],
  [
    "fill_next",
    [
      [0, 10],
      [1, 10],
      [2, 20],
      [3, null],
      [4, 21],
    ],
  ],
  [
    "drop_rows",
    [
      [1, 10],
      [2, 20],
    ],
  ],
])("%s makes of empty cells what it says", (name, rows) => {
  expect(rowsOf(name)).toEqual(rows);
  expect(nullTreatmentTable(name).numRowsOf(data)).toBe(rows.length);
});

test("a table’s rows can be asked for in any part", () => {
  const { rowsAt } = nullTreatmentTable("drop_rows").of(data);
  expect([...rowsAt(Float64Array.of(1)).trainingRows]).toEqual([2]);
});

test("left empty, it is the view’s own join", async () => {
  const { spine, facts } = manyRows();
  const many = await comparedStore([spine, facts], {
    name: "view",
    labelFg: "asks",
    label: "left",
    joins: [{ fgName: "facts", on: ["user"] }],
  });
  const request = { label: null, features: null, folds: 2, seed: 1 };
  const own = viewVariant(
    "own",
    many.joins.map(({ join }) => join.rule),
  );
  const [left, asOf] = [
    toEnd(tablesConsequence(many, [nullTreatmentTable("leave")], request)),
    toEnd(consequence(many, [own], request)),
  ];
  if ("kind" in left || "kind" in asOf) throw new Error("there must be something to learn");
  expect({ ...left.variants[0], name: "own" }).toEqual(asOf.variants[0]);
  expect(variantModelTable(own).numRowsOf(many)).toBe(200);
});

/** 200 rows an hour apart of 20 users; every third has no fact within ten minutes. */
function manyRows() {
  const rows = Array.from({ length: 200 }, (_, row) => ({ row, left: (row * row) % 7 < 3 }));
  const group = { primaryKeys: ["user"], eventTime: "t" };
  return {
    spine: {
      ...group,
      name: "asks",
      schema: { user: "int64", left: "bool", t: "timestamp" },
      rows: rows.map(({ row, left }) => ({ user: row % 20, left, t: row * 3_600_000 })),
    },
    facts: {
      ...group,
      name: "facts",
      schema: { user: "int64", fact: "int64", t: "timestamp" },
      ttl: "10m",
      rows: rows.map(({ row, left }) => ({
        user: row % 20,
        fact: ((row * 31) % 17) + 5 * Number(left),
        t: row * 3_600_000 - (row % 3 === 0 ? 30 : 5) * 60_000,
      })),
    },
  } as const;
}
