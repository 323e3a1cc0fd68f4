import "fake-indexeddb/auto";
import { expect, test } from "vitest";
import { openShop, NOON as ts } from "../testing/shop";
import { storeContents } from "../testing/store-contents";

const PIECES = [
  [
    { user: 3, amount: 1, note: "a", ts },
    { user: null, amount: 2, note: "of nobody", ts },
  ],
  [],
  [
    { user: 3, amount: 1, note: "a", ts },
    { user: 4, amount: 3, note: "b", ts },
    { user: 5, amount: "many", note: "c", ts },
  ],
];

const onwards = async () => undefined;

test("a batch in pieces is what it is in one: duplicates are found across pieces, rejected rows numbered over all", async () => {
  const [whole, pieces] = [await openShop(), await openShop()];
  const report = await pieces.insertInPieces("payments", PIECES, onwards);
  expect(report).toMatchObject({ inserted: 2, duplicates: 1 });
  expect(report.rejected.map(({ row, column }) => [row, column])).toEqual([
    [1, "user"],
    [4, "amount"],
  ]);
  expect(report).toEqual(await whole.insert("payments", PIECES.flat()));
  expect(await storeContents(pieces)).toEqual(await storeContents(whole));
});

test("no row is seen before all are stored", async () => {
  const store = await openShop();
  const seen: unknown[] = [];
  await store.insertInPieces("payments", PIECES, async () => {
    seen.push(store.featureGroups.get("payments")?.numRows);
  });
  expect(seen.length).toBeGreaterThanOrEqual(PIECES.length);
  expect(new Set(seen)).toEqual(new Set([2]));
  expect(store.featureGroups.get("payments")?.numRows).toBe(4);
});

test("whichever pause throws, nothing of the batch stays, and it can be inserted again", async () => {
  let pauses = 0;
  await (await openShop()).insertInPieces("payments", PIECES, async () => void pauses++);
  for (let last = 0; last < pauses; last++) {
    const store = await openShop();
    const before = await storeContents(store);
    let left = last;
    const stopped = store.insertInPieces("payments", PIECES, async () => {
      if (left-- === 0) throw new DOMException("enough", "AbortError");
    });
    await expect(stopped).rejects.toMatchObject({ name: "AbortError" });
    expect(await storeContents(store)).toEqual(before);
    expect(await store.insertInPieces("payments", PIECES, onwards)).toMatchObject({ inserted: 2 });
  }
});

test("a later piece of the wrong shape takes back the pieces before it", async () => {
  const store = await openShop();
  const before = await storeContents(store);
  const inserted = store.insertInPieces("payments", [...PIECES, [{ user: 6 }]], onwards);
  await expect(inserted).rejects.toMatchObject({ code: "batch_shape" });
  expect(await storeContents(store)).toEqual(before);
});
