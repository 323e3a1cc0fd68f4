import "fake-indexeddb/auto";
import { expect, test } from "vitest";
import { openFresh } from "../microfs/testing/open-fresh";
import { readRows } from "../microfs/testing/read-table";
import { convertColumn } from "./convert-column";

const opened = async (type: "int64" | "string" | "float64", values: readonly unknown[]) => {
  const store = await openFresh();
  await store.createFeatureGroup({
    name: "pays",
    schema: { user: type, ts: "timestamp" },
    primaryKeys: ["user"],
    eventTime: "ts",
  });
  const report = await store.insert(
    "pays",
    values.map((user, i) => ({ user, ts: BigInt(i) })),
  );
  expect(report.rejected).toEqual([]);
  const users = () => {
    const group = store.featureGroups.get("pays");
    return group && readRows(group.table).map(({ user }) => user);
  };
  return { store, users };
};

test("whole numbers become text and come back, with zeros or without", async () => {
  for (const [width, texts] of [
    [null, ["7", "-12", "9007199254740993"]],
    [4, ["0007", "-12", "9007199254740993"]],
  ] as const) {
    const { store, users } = await opened("int64", [7n, -12n, 2n ** 53n + 1n]);
    await convertColumn(store, "pays", "user", "string", width);
    expect(users()).toEqual(texts);
    expect(store.featureGroups.get("pays")?.schema.user).toBe("string");
    await convertColumn(store, "pays", "user", "int64", width);
    expect(users()).toEqual([7n, -12n, 2n ** 53n + 1n]);
  }
});

test.each([
  ["string", ["7", "007"], null, '"user" holds "007"'],
  ["string", ["0007", "007"], 4, '"user" holds "007"'],
  ["string", ["x"], null, '"user" holds "x"'],
  ["float64", [7, 7.5], null, '"user" holds "7.5"'],
] as const)("%s %j would not stay the same as whole numbers", async (type, values, width, message) => {
  const { store, users } = await opened(type, values);
  await expect(convertColumn(store, "pays", "user", "int64", width)).rejects.toThrow(message);
  expect(users()).toEqual(values);
});

test("floats that are whole numbers become such, and floats again", async () => {
  const { store, users } = await opened("float64", [7, -3]);
  await convertColumn(store, "pays", "user", "int64");
  expect(users()).toEqual([7n, -3n]);
  await convertColumn(store, "pays", "user", "float64");
  expect(users()).toEqual([7, -3]);
});

test("a view that joins on the column as it is keeps it so, and says so", async () => {
  const { store, users } = await opened("int64", [7n]);
  const asks = { name: "asks", primaryKeys: ["user"], eventTime: "ts" };
  await store.createFeatureGroup({ ...asks, schema: { user: "int64", ts: "timestamp" } });
  await store.createFeatureView({ name: "view", labelFg: "asks", joins: [{ fgName: "pays", on: "user" }] });
  await expect(convertColumn(store, "pays", "user", "string")).rejects.toThrow(/view/);
  expect(users()).toEqual([7n]);
});
