import { propertyRuns } from "../testing/property-runs";
import "fake-indexeddb/auto";
import { tableToIPC } from "apache-arrow";
import fc from "fast-check";
import { expect, test } from "vitest";
import { openFresh } from "../testing/open-fresh";
import { readRows } from "../testing/read-table";
import { refusal } from "../testing/refusal";
import { NOON, openShop } from "../testing/shop";

const ROWS = 1_000;

async function openNotes() {
  const store = await openFresh();
  await store.createFeatureGroup({
    name: "g",
    schema: { k: "int64", note: "string", ts: "timestamp" },
    primaryKeys: ["k"],
    eventTime: "ts",
  });
  const noteOf = (k: number) => (k % 7 === 0 ? null : `a note of its own, for row ${k}`);
  await store.insert(
    "g",
    Array.from({ length: ROWS }, (_, k) => ({ k, note: noteOf(k), ts: NOON })),
  );
  return store;
}

test("the rows [from, to) are those of the group's table, as far as there are any", async () => {
  const store = await openNotes();
  const all = readRows(store.featureGroups.get("g")?.table as never);
  const bound = fc.oneof(fc.nat(ROWS + 10), fc.constant(Number.MAX_SAFE_INTEGER));
  await fc.assert(
    fc.asyncProperty(bound, bound, async (a, b) => {
      const [from, to] = [Math.min(a, b), Math.max(a, b)];
      expect(readRows(await store.groupRows("g", from, to))).toEqual(all.slice(from, to));
    }),
    propertyRuns(30),
  );
});

test("a page carries the texts of its own rows, not those of all", async () => {
  const store = await openNotes();
  const page = await store.groupRows("g", 500, 510);
  expect(page.getChild("note")?.data[0]?.dictionary?.length).toBe(9); // row 504 has none
  const bytes = (from: number, to: number) =>
    store.groupRows("g", from, to).then((table) => tableToIPC(table, "stream").byteLength);
  expect(await bytes(500, 510)).toBeLessThan((await bytes(0, ROWS)) / 20);
});

test("of a group that does not exist it says so", async () => {
  const told = await refusal((await openShop()).groupRows("payment", 0, 9));
  expect(told).toMatch(/^feature_group_not_found: .*"payments"/);
});
