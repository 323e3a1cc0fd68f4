import "fake-indexeddb/auto";
import { expect, test } from "vitest";
import type { FeatureGroup } from "../microfs";
import { openFresh } from "../microfs/testing/open-fresh";
import type { Edit } from "../scenario/edits/edit";
import { checkKeys } from "./check-keys";
import { ChangedGroups } from "./live/changed-groups";

const time = { eventTime: "ts" };
const asIs = (group: FeatureGroup) => group;
const { signal } = new AbortController();

/** Ten rows to predict of five users, who are written with zeros in payments, and as they are in another of its columns. */
async function shop() {
  const store = await openFresh();
  await store.createFeatureGroup({
    name: "asks",
    schema: { user: "string", day: "string", number: "int64", ts: "timestamp" },
    primaryKeys: ["user"],
    ...time,
  });
  await store.createFeatureGroup({
    name: "pays",
    schema: { user: "string", payer: "string", ts: "timestamp" },
    primaryKeys: ["user"],
    ...time,
  });
  await store.insert(
    "asks",
    Array.from({ length: 10 }, (_, i) => ({
      user: `1${i % 5}`,
      day: i % 2 === 0 ? "a" : "b",
      number: BigInt(10 + (i % 5)),
      ts: BigInt(i),
    })),
  );
  await store.insert(
    "pays",
    Array.from({ length: 4 }, (_, i) => ({ user: `0001${i}`, payer: `1${i}`, ts: BigInt(i) })),
  );
  return store;
}
const on = (spineColumn: string, column: string) => ({
  spine: "asks",
  group: "pays",
  on: [{ spineColumn, column }],
});

test("of a join that finds nothing the changes and the column that find more are known, with their rows", async () => {
  const [check] = await checkKeys(await shop(), asIs, [on("user", "user")], signal);
  expect(check).toMatchObject({ askedRows: 10, askedKeys: 5, foundRows: 0, foundKeys: 0 });
  expect(check?.mends.map(({ kind, found }) => [kind, found.rows])).toEqual([
    ["change", 8],
    ["change", 8],
  ]);
  expect(check?.mapping).toEqual({ pair: { spineColumn: "user", column: "payer" }, foundRows: 8 });
});

test("of one that finds most nothing more is asked", async () => {
  const [check] = await checkKeys(await shop(), asIs, [on("user", "payer")], signal);
  expect(check).toMatchObject({ foundRows: 8, foundKeys: 4, mends: [], mapping: null });
});

test("columns of different types find nothing until one is cast", async () => {
  const [check] = await checkKeys(await shop(), asIs, [on("number", "payer")], signal);
  expect(check).toMatchObject({ askedRows: 10, foundRows: 0 });
  expect(check?.mends[0]).toMatchObject({ kind: "cast", side: "group", to: "int64", found: { rows: 8 } });
});

test("an edit of the column counts", async () => {
  const store = await shop();
  const edit: Edit = { kind: "column", group: "pays", column: "user", change: { kind: "strip_zeros" } };
  const [check] = await checkKeys(
    store,
    new ChangedGroups(store).under([edit]),
    [on("user", "user")],
    signal,
  );
  expect(check).toMatchObject({ foundRows: 8, mends: [] });
});

test("whole keys are counted, and the pair that meets least is the one to mend", async () => {
  const request = {
    ...on("user", "payer"),
    on: [
      { spineColumn: "user", column: "payer" },
      { spineColumn: "day", column: "user" },
    ],
  };
  const [check] = await checkKeys(await shop(), asIs, [request], signal);
  expect(check).toMatchObject({ askedKeys: 10, foundRows: 0, pair: { spineColumn: "day", column: "user" } });
});
