import "fake-indexeddb/auto";
import { expect, test } from "vitest";
import { MOST_OTHERS } from "../entity-slice";
import { HOUR, NOON, openShop } from "../testing/shop";

test("a slice holds the entity's rows, and counts what else the group holds", async () => {
  const store = await openShop();
  await store.insert("payments", [{ user: 3, amount: 1, note: null, ts: NOON - 5n * HOUR }]);
  const [join] = (await store.entitySlice("spend", 0)).joins;
  expect(join?.rows).toEqual(Int32Array.of(0, 1));
  expect(join?.others).toEqual({ count: 1, timesUs: BigInt64Array.of(NOON - 5n * HOUR) });
});

test("an entity without rows is among all of them", async () => {
  const store = await openShop();
  const [join] = (await store.entitySlice("spend", 1)).joins;
  expect(join?.rows).toEqual(new Int32Array());
  expect(join?.others?.count).toBe(2);
});

test("of many other rows a few are taken, evenly, and none of the entity's own", async () => {
  const store = await openShop();
  const many = Array.from({ length: 5_000 }, (_, i) => ({
    user: 2 + (i % 9),
    amount: i,
    note: null,
    ts: NOON + BigInt(i) * HOUR,
  }));
  await store.insert("payments", many);
  const [join] = (await store.entitySlice("spend", 0)).joins;
  const times = Array.from(join?.others?.timesUs ?? []);
  expect(join?.others?.count).toBe(5_000);
  expect(times.length).toBeGreaterThan(MOST_OTHERS * 0.9);
  expect(times.length).toBeLessThanOrEqual(MOST_OTHERS);
  expect(times.every((us) => us >= NOON)).toBe(true);
  expect(new Set(times).size).toBe(times.length);
});
