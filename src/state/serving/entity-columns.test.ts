import { describe, expect, test } from "vitest";
import type { ColumnType, JoinDefinition } from "../../microfs/core";
import type { GroupSummary, ViewSummary } from "../../worker/results";
import { entityColumns, readEntityValues } from "./entity-columns";

function group(name: string, schema: Record<string, ColumnType>, primaryKeys: string[]): GroupSummary {
  return {
    definition: { name, schema, primaryKeys, eventTime: "ts" },
    columns: Object.entries(schema).map(([column, type]) => ({ name: column, type })),
    numRows: 0,
    numEntities: 0,
    firstUs: null,
    lastUs: null,
    lastKnownUs: null,
  };
}

const orders = group("orders", { order_id: "string", user: "int64", shop: "int64", ts: "timestamp" }, [
  "order_id",
]);
const users = group("users", { user: "int64", ts: "timestamp" }, ["user"]);
const shops = group("shops", { id: "int64", ts: "timestamp" }, ["id"]);

function viewOf(joins: JoinDefinition[]): ViewSummary {
  return {
    definition: { name: "v", labelFg: "orders", joins },
    columns: [],
    label: [],
    labelHorizonUs: null,
    rules: [],
  };
}

describe("entityColumns", () => {
  test("are those the joins are on, then the rest of the label group's keys", () => {
    const view = viewOf([
      { fgName: "users", on: "user" },
      { fgName: "shops", on: { shop: "id" } },
    ]);
    expect(entityColumns(view, [orders, users, shops])).toEqual([
      { name: "user", type: "int64", isNeeded: true, sources: [{ fgName: "users", column: "user" }] },
      { name: "shop", type: "int64", isNeeded: true, sources: [{ fgName: "shops", column: "id" }] },
      {
        name: "order_id",
        type: "string",
        isNeeded: false,
        sources: [{ fgName: "orders", column: "order_id" }],
      },
    ]);
  });

  test("without joins the label group's keys are what is asked for", () => {
    expect(entityColumns(viewOf([]), [orders]).map(({ name, isNeeded }) => [name, isNeeded])).toEqual([
      ["order_id", true],
    ]);
  });
});

describe("readEntityValues", () => {
  const columns = entityColumns(viewOf([{ fgName: "users", on: ["user"] }]), [orders, users]);

  test.each([
    [
      "takes values by their type",
      { user: "2", order_id: "7" },
      { ok: true, values: { user: 2n, order_id: "7" } },
    ],
    [
      "leaves out an optional one that is empty",
      { user: "2", order_id: "" },
      { ok: true, values: { user: 2n } },
    ],
    [
      "passes on what the view does not know",
      { user: "2", usr: "3" },
      { ok: true, values: { user: 2n, usr: "3" } },
    ],
    [
      "asks for what is needed",
      {},
      { ok: false, problems: new Map([["user", "Give user: the view is looked up by it."]]) },
    ],
    [
      "says what is wrong",
      { user: "two" },
      { ok: false, problems: new Map([["user", "“two” is not a whole number, like 2."]]) },
    ],
  ])("%s", (_title, texts, expected) => {
    expect(readEntityValues(columns, texts)).toEqual(expected);
  });
});
