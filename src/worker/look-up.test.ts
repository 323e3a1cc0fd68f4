import type { FeatureStore } from "../microfs";
import "fake-indexeddb/auto";
import { describe, expect, test } from "vitest";
import { openFresh } from "../microfs/testing/open-fresh";
import { lookUp, servingProblem } from "./look-up";

const NOON = 1_762_344_000_000_000n;

/** Orders of users, and what users spent. Order 1 is materialized, order 2 is not. */
async function shop(): Promise<FeatureStore> {
  const store = await openFresh();
  await store.createFeatureGroup({
    name: "orders",
    schema: { order: "int64", user: "int64", shop: "int64", amount: "int64", at: "timestamp" },
    primaryKeys: ["order"],
    eventTime: "at",
  });
  await store.createFeatureGroup({
    name: "spend",
    schema: { user: "int64", shop: "int64", spend: "int64", at: "timestamp" },
    primaryKeys: ["user"],
    eventTime: "at",
  });
  await store.insert("orders", [{ order: 1, user: 7, shop: 3, amount: 5, at: NOON }]);
  await store.materialize("orders");
  await store.insert("orders", [{ order: 2, user: 7, shop: 3, amount: 6, at: NOON + 1n }]);
  await store.createFeatureView({ name: "v", labelFg: "orders", joins: [{ fgName: "spend", on: "user" }] });
  return store;
}

describe("lookUp says what became of the label group's own row", () => {
  test.each([
    ["found", { user: 7, order: 1 }, NOON, { status: "found", eventTime: NOON }],
    ["from after now", { user: 7, order: 1 }, NOON - 1n, { status: "future", eventTime: NOON }],
    ["never materialized", { user: 7, order: 2 }, NOON, { status: "not_found", eventTime: null }],
    ["not asked for", { user: 7 }, NOON, null],
  ])("%s", async (_title, entity, now, spine) => {
    expect((await lookUp(await shop(), "v", entity, now)).spine).toEqual(spine);
  });
});

describe("servingProblem", () => {
  test("is null for a view that is joined on its groups' keys", async () => {
    expect(await servingProblem(await shop(), "v")).toBeNull();
  });
  test("says what would work for another", async () => {
    const store = await shop();
    await store.createFeatureView({
      name: "w",
      labelFg: "orders",
      joins: [{ fgName: "spend", on: ["user", "shop"] }],
    });
    expect(await servingProblem(store, "w")).toMatch(
      /can be trained on but not served.*Join on exactly those\./,
    );
  });
  test("a view without joins is served by its label group's own keys", async () => {
    const store = await shop();
    await store.createFeatureView({ name: "own", labelFg: "orders", joins: [] });
    expect(await servingProblem(store, "own")).toBeNull();
  });
  test("a view that is not there is an error", async () => {
    await expect(servingProblem(await shop(), "nothing")).rejects.toMatchObject({
      code: "feature_view_not_found",
    });
  });
});
