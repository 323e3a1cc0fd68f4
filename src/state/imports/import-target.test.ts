import { expect, test } from "vitest";
import { definitionOf, freeName, groupNameOf, importTarget, isDelaySaid, planLike } from "./import-target";
import { contentOf, PAYMENTS_GROUP } from "./testing/draft-of";

const planOf = async (text: string) => (await contentOf(text)).plan;

test("a name that nothing has makes a new group", async () => {
  const plan = await planOf("user_id,at\n1,2025-01-01\n");
  expect(importTarget(plan, "visits", [PAYMENTS_GROUP])).toEqual({ kind: "new" });
});

test("a file of a group's own columns, key and times is added to it, in whatever order they stand", async () => {
  const plan = await planOf("amount,at,user_id\n1.5,2025-01-01,1\n");
  expect(importTarget({ ...plan, key: ["user_id"] }, " payments ", [PAYMENTS_GROUP]).kind).toBe("add");
});

test("a file that does not fit a group's definition is told what differs", async () => {
  const plan = await planOf("user_id,at,amount,shop\n1,2025-01-01,3,a\n");
  expect(importTarget(plan, "payments", [PAYMENTS_GROUP])).toMatchObject({
    kind: "clash",
    differences: ["the group has no “shop”", "“amount” is int64 here and float64 there"],
  });
  expect(
    importTarget({ ...plan, key: ["shop"], eventTime: null }, "payments", [PAYMENTS_GROUP]),
  ).toMatchObject({
    differences: expect.arrayContaining([
      "its key is “user_id”, not “shop”",
      "its event time is “at”, not none",
    ]),
  });
});

test("read as the group is, a file with more columns than it fits it", async () => {
  const plan = planLike(await planOf("user_id,at,amount,shop\n1,2025-01-01,3,a\n"), PAYMENTS_GROUP);
  expect(plan?.columns.map(({ type, included }) => (included ? type : "left out"))).toEqual([
    "int64",
    "timestamp",
    "float64",
    "left out",
  ]);
  expect(plan && importTarget(plan, "payments", [PAYMENTS_GROUP]).kind).toBe("add");
});

test("a file that lacks a column cannot be read as the group is", async () => {
  expect(planLike(await planOf("user_id,at\n1,2025-01-01\n"), PAYMENTS_GROUP)).toBeNull();
});

test("a definition has the columns that are read, and durations without the spaces they were typed with", async () => {
  const plan = await planOf("__proto__,at,x\n1,2025-01-01,2\n");
  const columns = plan.columns.map((column) => ({ ...column, included: column.name !== "x" }));
  const definition = definitionOf({ ...plan, columns }, { name: " a ", ttl: " 1d 12h ", delay: " " });
  expect(definition).toMatchObject({ name: "a", primaryKeys: ["__proto__"], ttl: "1d12h", delay: undefined });
  expect(Object.entries(definition.schema)).toEqual([
    ["__proto__", "int64"],
    ["at", "timestamp"],
  ]);
});

test("a definition keeps the order of the file, also where names are whole numbers", async () => {
  const plan = await planOf("region,at,a,b\nnorth,2025-01-01,2.5,1.5\n");
  const years: Record<string, string> = { a: "2024", b: "2023" };
  const columns = plan.columns.map((column) => ({ ...column, name: years[column.name] ?? column.name }));
  const definition = definitionOf({ ...plan, columns }, { name: "sales", ttl: "", delay: "" });
  expect(definition.columns).toEqual(["region", "at", "2024", "2023"]);
});

test.each([
  ["payments.csv", "payments"],
  ["User Payments (1).csv", "user_payments_1"],
  ["2025-11.tsv", "2025_11"],
  ["archive.csv.txt", "archive"],
  ["Zahlungen für März.CSV", "zahlungen_für_märz"],
  ["支払い.csv", "支払い"],
  [".csv", "rows"],
  ["???", "rows"],
])("the file %s makes the group %s", (file, group) => {
  expect(groupNameOf(file)).toBe(group);
});

test("a name that is taken gets the first number that is free", () => {
  expect(freeName("a", new Set())).toBe("a");
  expect(freeName("a", new Set(["a"]))).toBe("a_2");
  expect(freeName("a", new Set(["a", "a_2", "a_3"]))).toBe("a_4");
});

test.each([
  ["a delay", { name: "scores", ttl: "", delay: " 1d " }, true],
  ["blanks", { name: "scores", ttl: "1d", delay: "  " }, false],
  ["the name of a group that is there", { name: " payments ", ttl: "", delay: "" }, true],
])("how late rows can be used is said by %s: %o, %s", (_, texts, isSaid) => {
  expect(isDelaySaid(texts, [PAYMENTS_GROUP])).toBe(isSaid);
});
