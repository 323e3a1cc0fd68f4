import "fake-indexeddb/auto";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { ColumnTypeName } from "../schema";
import { openFresh } from "../testing/open-fresh";
import { type Cell, readTable } from "../testing/read-table";

/** As `pandas_answers.py` writes them: integers and times as decimal text. */
type Written = string | number | boolean | null;

interface Group {
  fgName: string;
  schema: Record<string, ColumnTypeName>;
  primaryKeys: string[];
  eventTime: string;
  rows: Written[][];
}

interface Case {
  title: string;
  spine: Group;
  joins: {
    group: Group;
    on: Record<string, string>;
    direction: "backward" | "forward" | "nearest";
    ttlUs: string | null;
    delayUs: string;
    allowExactMatches: boolean;
    features: string[] | null;
  }[];
  answer: { columns: Record<string, string>; rows: Written[][] };
}

const { pandas, cases }: { pandas: string; cases: Case[] } = JSON.parse(
  readFileSync(new URL("./pandas-answers.json", import.meta.url), "utf8"),
);

const read = (value: Written, type: string | undefined): Cell =>
  typeof value === "string" && (type === "int64" || type === "timestamp") ? BigInt(value) : value;

const rowsOf = ({ schema, rows }: Group) =>
  rows.map((row) =>
    Object.fromEntries(Object.entries(schema).map(([name, type], i) => [name, read(row[i] ?? null, type)])),
  );

async function trainingTable({ spine, joins }: Case) {
  const store = await openFresh();
  for (const group of [spine, ...joins.map((join) => join.group)]) {
    const { fgName: name, schema, primaryKeys, eventTime } = group;
    await store.createFeatureGroup({ name, schema, primaryKeys, eventTime });
    const report = await store.insert(name, rowsOf(group));
    expect(report).toEqual({ inserted: group.rows.length, duplicates: 0, rejected: [] });
  }
  await store.createFeatureView({
    name: "view",
    labelFg: spine.fgName,
    joins: joins.map(({ group, on, direction, ttlUs, delayUs, allowExactMatches, features }) => ({
      fgName: group.fgName,
      on,
      direction,
      allowExactMatches,
      ttl: ttlUs === null ? undefined : Number(ttlUs) / 1000,
      delay: Number(delayUs) / 1000,
      features: features ?? undefined,
    })),
  });
  return readTable((await store.getTrainingData("view")).table);
}

describe(`the training table is what pandas ${pandas} answers`, () => {
  test("to hundreds of joins", () => expect(cases.length).toBeGreaterThan(400));

  test.each(cases.map((given) => [given.title, given] as const))("%s", async (_title, given) => {
    const table = await trainingTable(given);
    const types = Object.values(given.answer.columns);
    expect(Object.entries(table.columns)).toEqual(Object.entries(given.answer.columns));
    expect(table.rows).toEqual(given.answer.rows.map((row) => row.map((value, i) => read(value, types[i]))));
  });
});
