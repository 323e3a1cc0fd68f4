import { FeatureStore } from "../microfs";
import "fake-indexeddb/auto";
import { Table } from "apache-arrow";
import { afterEach, expect, test, vi } from "vitest";
import { freshName } from "../microfs/testing/open-fresh";
import { readRows } from "../microfs/testing/read-table";
import { refusal } from "../microfs/testing/refusal";
import { NOON, openShop, PAYMENTS, SPEND } from "../microfs/testing/shop";
import { storeContents } from "../microfs/testing/store-contents";
import { type Edit, FIRST_ADDED_ROW } from "../scenario/edits/edit";
import { storeEdits } from "./store-edits";

afterEach(() => void vi.restoreAllMocks());

/** Of both groups of the shop, and of the rule between them. */
const EDITS: Edit[] = [
  { kind: "set", group: "visits", row: 0, values: { bought: false } },
  { kind: "delete", group: "payments", row: 0 },
  {
    kind: "add",
    group: "payments",
    row: FIRST_ADDED_ROW,
    values: { user: 2, amount: 9, ts: "2025-11-05T12:30:00Z" },
  },
  { kind: "rule", join: 0, ttlUs: "5400000000" },
];

async function materializedShop(name: string): Promise<FeatureStore> {
  const store = await openShop(FeatureStore.open({ name }));
  await store.createFeatureGroup({ ...PAYMENTS, name: "spare" });
  await store.insert("spare", [{ user: 1, amount: 1, note: "spare", ts: NOON }]);
  for (const group of ["visits", "payments", "spare"]) await store.materialize(group);
  return store;
}

/** With the view's definitions, which contents alone do not show. */
const everything = async (store: FeatureStore) => ({
  contents: await storeContents(store),
  views: Array.from(store.featureViews.values(), ({ checked: _, ...definition }) => definition),
});

test("groups, the view's rules and online rows follow the edits together; another store hears of it once", async () => {
  const name = freshName();
  const store = await materializedShop(name);
  const heard: string[] = [];
  const other = await FeatureStore.open({ name, onChange: (change) => heard.push(change) });
  await storeEdits(store, "spend", EDITS);
  const after = await everything(store);
  expect(after.contents.training?.map(({ bought, amount }) => [bought, amount])).toEqual([
    [false, 7],
    [false, 9],
  ]);
  expect(after.views[0]?.joins[0]).toEqual({ fgName: "payments", on: expect.anything(), ttl: "1h30m" });
  expect(after.contents.online.map(({ total }) => total)).toEqual([0, 0, 1]);
  await vi.waitFor(() => expect(heard).toEqual(["offline"]));
  expect(await everything(other)).toEqual(after);
});

test("columns are stored as they were changed, with the rows that edits had written by then", async () => {
  const store = await materializedShop(freshName());
  const note = (row: number, value: string): Edit => ({
    kind: "set",
    group: "payments",
    row,
    values: { note: value },
  });
  const trimmed: Edit = { kind: "column", group: "payments", column: "note", change: { kind: "trim" } };
  const hour: Edit = {
    kind: "column",
    group: "payments",
    column: "ts",
    change: { kind: "shift", byUs: "3600000000" },
  };
  const tooFar: Edit = { ...hour, change: { kind: "scale", by: "1000000" } };
  const added: Edit = { kind: "add", group: "payments", row: FIRST_ADDED_ROW, values: {} };
  const before = await storeContents(store);
  const stamps = readRows(store.featureGroups.get("payments")?.table ?? new Table()).map(({ ts }) => ts);
  await storeEdits(store, "spend", [
    note(0, " early "),
    { ...added, values: { user: 9, amount: 1, note: " new ", ts: "2025-11-05T12:00:00Z" } },
    trimmed,
    hour,
    tooFar,
    note(1, " late "),
  ]);
  const rows = readRows(store.featureGroups.get("payments")?.table ?? new Table());
  expect(rows.map(({ note }) => note).filter((text) => text !== null)).toEqual(
    expect.arrayContaining(["early", " late ", "new"]),
  );
  expect(rows.map(({ ts }) => ts)).toEqual([
    ...stamps.map((ts) => (ts as bigint) + 3_600_000_000n),
    NOON + 3_600_000_000n,
  ]);
  expect(before.training?.length).toBe((await storeContents(store)).training?.length);
});

test.each([0, 1, 2])(
  "with room for %i of the three records that it takes, everything stays as it was",
  async (room) => {
    const name = freshName();
    const store = await materializedShop(name);
    const before = await everything(store);
    const put = IDBObjectStore.prototype.put;
    let left = room;
    vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function (this: IDBObjectStore, ...given) {
      if (left-- <= 0) throw new DOMException("no room", "QuotaExceededError");
      return put.apply(this, given);
    });
    expect(await refusal(storeEdits(store, "spend", EDITS))).toMatch(/^storage_full: /);
    vi.restoreAllMocks();
    expect(await everything(store)).toEqual(before);
    expect(await everything(await FeatureStore.open({ name }))).toEqual(before);
    await storeEdits(store, "spend", EDITS);
    expect(await everything(store)).not.toEqual(before);
  },
);

test("a rule that makes no sense leaves the edited rows unstored too", async () => {
  const store = await materializedShop(freshName());
  const before = await everything(store);
  const edits: Edit[] = [...EDITS.slice(0, 3), { kind: "rule", join: 0, delayUs: "-1" }];
  expect(await refusal(storeEdits(store, "spend", edits))).toMatch(/^invalid_/);
  expect(await everything(store)).toEqual(before);
});

test("a rule alone leaves groups and online rows as they are", async () => {
  const store = await materializedShop(freshName());
  const before = await everything(store);
  await storeEdits(store, "spend", EDITS.slice(3));
  const after = await everything(store);
  expect(after.contents.groups).toEqual(before.contents.groups);
  expect(after.contents.online).toEqual(before.contents.online);
  expect(after.views).not.toEqual(before.views);
});

test("each view gets the edits of its own rules; those that name none are of the view that is looked at", async () => {
  const store = await materializedShop(freshName());
  await store.createFeatureView({ ...SPEND, name: "other" });
  await storeEdits(store, "spend", [
    { kind: "rule", view: "other", join: 0, ttlUs: "1000000" },
    { kind: "rule", view: "spend", join: 0, ttlUs: "2000000" },
    { kind: "rule", join: 0, delayUs: "3000000" },
    { kind: "rule", view: "gone", join: 7, ttlUs: "4000000" },
  ]);
  const rules = Array.from(store.featureViews.values(), ({ name, joins: [join] }) => [
    name,
    join?.ttl,
    join?.delay,
  ]);
  expect(rules).toEqual([
    ["spend", "2s", "3s"],
    ["other", "1s", undefined],
  ]);
});

test("it is told where every row of a touched group stands then: edits made meanwhile can follow", async () => {
  const store = await materializedShop(freshName());
  await store.insert("payments", [
    { user: 3, amount: 1, note: "a", ts: NOON },
    { user: 3, amount: 2, note: "a", ts: NOON },
    { user: 3, amount: 3, note: "a", ts: NOON },
  ]);
  const add = (row: number, amount: number): Edit => ({
    kind: "add",
    group: "payments",
    row,
    values: { user: "3", amount, note: "a", ts: "2025-11-05T12:00:00Z" },
  });
  const renumbered = await storeEdits(store, "spend", [
    { kind: "delete", group: "payments", row: 0 },
    { kind: "set", group: "payments", row: 4, values: { amount: 1 } }, // now it equals row 2
    add(FIRST_ADDED_ROW, 7),
    add(FIRST_ADDED_ROW + 1, 8),
    { kind: "delete", group: "payments", row: FIRST_ADDED_ROW },
    add(FIRST_ADDED_ROW + 2, 2), // equals row 3
  ]);
  expect(renumbered).toEqual([
    {
      group: "payments",
      stored: Int32Array.of(-1, 0, 1, 2, 1),
      added: new Map([
        [FIRST_ADDED_ROW + 1, 3],
        [FIRST_ADDED_ROW + 2, 2],
      ]),
    },
  ]);
  expect(
    readRows(store.featureGroups.get("payments")?.table ?? new Table()).map(({ amount }) => amount),
  ).toEqual([7, 1, 2, 8]);
});

test("a rule alone renumbers nothing", async () => {
  const store = await materializedShop(freshName());
  expect(await storeEdits(store, "spend", EDITS.slice(3))).toEqual([]);
});

test("a view that is gone is said to be", async () => {
  const store = await materializedShop(freshName());
  await expect(storeEdits(store, "none", EDITS)).rejects.toThrow('"none" does not exist');
});
