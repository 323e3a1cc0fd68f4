import "fake-indexeddb/auto";
import { expect, test } from "vitest";
import { FeatureStore } from "../index";
import { freshName } from "../testing/open-fresh";
import { openShop } from "../testing/shop";
import { storedSummary } from "./stored-summary";

test("counts the groups and rows of a store, open or closed", async () => {
  const name = freshName();
  const store = await openShop(FeatureStore.open({ name }));
  expect(await storedSummary(name)).toEqual({ groups: 2, rows: 4 });
  store.close();
  expect(await storedSummary(name)).toEqual({ groups: 2, rows: 4 });
});

test("says that nothing is there, and makes nothing", async () => {
  const name = freshName();
  expect(await storedSummary(name)).toBeNull();
  expect((await indexedDB.databases()).map((one) => one.name)).not.toContain(name);
  const store = await FeatureStore.open({ name });
  expect(await storedSummary(name)).toEqual({ groups: 0, rows: 0 });
  store.close();
});

test("sees that a store is gone as soon as its deletion has begun", async () => {
  const name = freshName();
  await openShop(FeatureStore.open({ name }));
  indexedDB.deleteDatabase(name);
  expect(await storedSummary(name)).toBeNull();
});

test("says of a stored state that cannot be read that it cannot", async () => {
  const name = freshName();
  (await FeatureStore.open({ name })).close();
  await new Promise((resolve) => {
    const opening = indexedDB.open(name);
    opening.onsuccess = () => {
      const transaction = opening.result.transaction("state", "readwrite");
      transaction.objectStore("state").put("garbage", "state");
      transaction.oncomplete = resolve;
      opening.result.close();
    };
  });
  await expect(storedSummary(name)).rejects.toMatchObject({ code: "storage_unreadable" });
});
