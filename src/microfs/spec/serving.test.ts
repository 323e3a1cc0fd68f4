import "fake-indexeddb/auto";
import { describe, expect, test } from "vitest";
import { FeatureStore, type FeatureViewDefinition, type OnlineFeatures } from "../index";
import { freshName } from "../testing/open-fresh";
import { refusal } from "../testing/refusal";
import { HOUR, NOON, openShop, PAYMENTS, SPEND } from "../testing/shop";

/** The shop, materialized; `payments` of user 1: 5 two hours before noon, 7 an hour before noon. */
async function openServed(view: Partial<FeatureViewDefinition> = {}): Promise<FeatureStore> {
  const store = await openShop();
  await store.createFeatureView({ ...SPEND, name: "v", ...view });
  await store.materialize("visits");
  await store.materialize("payments");
  return store;
}

describe("the status of a join says whether it was served, or why not", () => {
  test.each([
    ["found at the row's own moment", {}, NOON - HOUR, "found", 7],
    ["found ever after", {}, NOON + 10_000n * HOUR, "found", 7],
    ["future before it has happened", {}, NOON - HOUR - 1n, "future", null],
    ["found at the TTL's edge", { ttl: "1h" }, NOON, "found", 7],
    ["expired a microsecond later", { ttl: "1h" }, NOON + 1n, "expired", null],
    ["found where null lifts the group's TTL", { ttl: null }, NOON + HOUR, "found", 7],
  ])("%s", async (_title, join, now, status, amount) => {
    const store = await openServed({ joins: [{ fgName: "payments", on: ["user"], ...join }] });
    const { values, joins } = await store.getOnlineFeatures("v", { user: 1 }, { now });
    expect(values).toEqual({ user: 1n, amount, note: null });
    expect(joins).toEqual([{ fgName: "payments", status, eventTime: NOON - HOUR }]);
  });

  test("not_found for an entity that was never materialized, and for a null key", async () => {
    const store = await openServed();
    for (const user of [2, 3, null]) {
      expect(await store.getOnlineFeatures("v", { user }, { now: NOON })).toEqual({
        values: { user: user === null ? null : BigInt(user), amount: null, note: null },
        joins: [{ fgName: "payments", status: "not_found", eventTime: null }],
        spine: null,
      });
    }
  });

  test("a null in the row that was found stays null, and is found", async () => {
    const { values, joins } = await (await openServed()).getOnlineFeatures("v", { user: 1 }, { now: NOON });
    expect([values.note, joins[0]?.status]).toEqual([null, "found"]);
  });

  test("before anything is materialized, nothing is found", async () => {
    const { joins } = await (await openShop()).getOnlineFeatures("spend", { user: 1 }, { now: NOON });
    expect(joins[0]?.status).toBe("not_found");
  });
});

describe("the label group's own row is", () => {
  test.each<[string, Record<string, unknown>, OnlineFeatures["spine"]]>([
    ["found where it is online", { visit: 10, user: 1 }, { status: "found", eventTime: NOON }],
    [
      "of the future where it is from after now",
      { visit: 11, user: 2 },
      { status: "future", eventTime: NOON + HOUR },
    ],
    [
      "not found where it was never materialized",
      { visit: 99, user: 2 },
      { status: "not_found", eventTime: null },
    ],
    ["not found under a null key", { visit: null, user: 2 }, { status: "not_found", eventTime: null }],
    ["not looked for where its keys are not given", { user: 1 }, null],
  ])("%s", async (_title, entity, spine) => {
    const answer = await (await openServed()).getOnlineFeatures("v", entity, { now: NOON });
    expect(answer.spine).toEqual(spine);
  });
});

describe("the values", () => {
  test("are the training table's columns less the label, where the label group's key is given", async () => {
    const store = await openServed();
    const { values } = await store.getOnlineFeatures("v", { visit: 10, user: 1 }, { now: NOON });
    expect(Object.entries(values)).toEqual([
      ["visit", 10n],
      ["user", 1n],
      ["ts", NOON],
      ["amount", 7],
      ["note", null],
    ]);
  });

  test("without the label group's key are the entity's columns that were given, and the features", async () => {
    const { values } = await (await openServed()).getOnlineFeatures("v", { user: 1 }, { now: NOON });
    expect(Object.keys(values)).toEqual(["user", "amount", "note"]);
  });

  test("leave every label out, and none where the view has none", async () => {
    const store = await openServed({ label: undefined });
    const { values } = await store.getOnlineFeatures("v", { visit: 10, user: 1 }, { now: NOON });
    expect(values.bought).toBe(true);
    await store.createFeatureView({ ...SPEND, name: "two labels", label: ["bought"] });
    expect(
      (await store.getOnlineFeatures("two labels", { visit: 10, user: 1 }, { now: NOON })).values,
    ).not.toHaveProperty("bought");
  });

  test("of the label group are null where its row is from after now, and where it was never materialized", async () => {
    const store = await openServed();
    expect((await store.getOnlineFeatures("v", { visit: 11, user: 2 }, { now: NOON })).values).toMatchObject({
      visit: 11n,
      ts: null,
    });
    expect((await store.getOnlineFeatures("v", { visit: 99, user: 2 }, { now: NOON })).values).toMatchObject({
      visit: 99n,
      ts: null,
    });
  });

  test("come under the names of the training table, suffixes and renamed keys included", async () => {
    const store = await openServed();
    await store.createFeatureGroup({
      name: "refunds",
      schema: { payer: "int64", amount: "float64", ts: "timestamp" },
      primaryKeys: ["payer"],
      eventTime: "ts",
    });
    await store.insert("refunds", [{ payer: 1, amount: 2, ts: NOON }]);
    await store.materialize("refunds");
    await store.createFeatureView({
      ...SPEND,
      name: "both",
      joins: [
        { fgName: "payments", on: "user", features: ["amount"] },
        { fgName: "refunds", on: { user: "payer" } },
      ],
    });
    const { values, joins } = await store.getOnlineFeatures("both", { user: 1 }, { now: NOON });
    expect(Object.entries(values)).toEqual([
      ["user", 1n],
      ["amount", 7],
      ["payer", 1n],
      ["amount_refunds", 2],
    ]);
    expect(joins.map(({ fgName }) => fgName)).toEqual(["payments", "refunds"]);
  });

  test("are not changed by the label group's TTL", async () => {
    const store = await openServed();
    await store.createFeatureGroup({
      name: "brief",
      schema: { user: "int64", mood: "string", ts: "timestamp" },
      primaryKeys: ["user"],
      eventTime: "ts",
      ttl: "1ms",
    });
    await store.insert("brief", [{ user: 1, mood: "fine", ts: NOON }]);
    await store.materialize("brief");
    await store.createFeatureView({
      name: "b",
      labelFg: "brief",
      joins: [{ fgName: "payments", on: "user" }],
    });
    expect((await store.getOnlineFeatures("b", { user: 1 }, { now: NOON + HOUR })).values.mood).toBe("fine");
  });
});

describe("an entity that cannot be looked up is refused", () => {
  test.each<[string, Record<string, unknown>, string, string]>([
    ["a missing column", { visit: 10 }, "missing_entity_column", '"user"'],
    ["nothing at all", {}, "missing_entity_column", '"user"'],
    ["an undefined value", { user: undefined }, "missing_entity_column", '"user"'],
    ["an unknown column", { user: 1, usr: 1 }, "unknown_entity_column", 'Did you mean "user"?'],
    ["a column of the spine that names no entity", { user: 1, ts: NOON }, "unknown_entity_column", '"ts"'],
    ["the label", { user: 1, bought: true }, "unknown_entity_column", '"bought"'],
    ["a value of another type", { user: "1" }, "invalid_entity_value", "int64"],
    ["a number that lost digits", { user: 2 ** 53 + 2 }, "invalid_entity_value", "bigint"],
  ])("%s", async (_title, entity, code, mention) => {
    const told = await refusal((await openServed()).getOnlineFeatures("v", entity));
    expect(told).toContain(`${code}: `);
    expect(told).toContain(mention);
  });
});

test("a join that is not on exactly its group's primary keys can be trained on but not served", async () => {
  const store = await openShop();
  await store.createFeatureGroup({ ...PAYMENTS, name: "by_note", primaryKeys: ["user", "note"] });
  await store.createFeatureView({ ...SPEND, name: "part", joins: [{ fgName: "by_note", on: ["user"] }] });
  expect((await store.getTrainingData("part")).table.numRows).toBe(2);
  expect(await refusal(store.getOnlineFeatures("part", { user: 1 }))).toMatch(/^not_servable: .*"note"/);
  await store.createFeatureGroup({ ...PAYMENTS, name: "by_amount", primaryKeys: ["amount"] });
  await store.createFeatureView({ ...SPEND, name: "other", joins: [{ fgName: "by_amount", on: ["user"] }] });
  expect(await refusal(store.getOnlineFeatures("other", { user: 1 }))).toMatch(/^not_servable: .*"amount"/);
});

test("now is the clock of the store by default, and may be a Date, milliseconds, microseconds or text", async () => {
  const name = freshName();
  await openShop(FeatureStore.open({ name }));
  const store = await FeatureStore.open({ name, clock: () => NOON - HOUR - 1n });
  await store.materialize("payments");
  const status = async (now?: Date | number | bigint | string) =>
    (await store.getOnlineFeatures("spend", { user: 1 }, { now })).joins[0]?.status;
  expect(await status()).toBe("future");
  expect(await status(NOON)).toBe("found");
  expect(await status(new Date(Number(NOON / 1000n)))).toBe("found");
  expect(await status(Number(NOON / 1000n) - 7_200_000)).toBe("future");
  expect(await status("2025-11-05T11:00")).toBe("found");
  expect(await refusal(status("noon"))).toMatch(/^invalid_argument: .*noon/);
});

describe("online keys are the primary key's values, typed", () => {
  test.each<[string, "string" | "int64" | "float64" | "bool" | "timestamp", [unknown, unknown][]]>([
    [
      "texts that are equal when joined",
      "string",
      [
        ["a|b", "c"],
        ["a", "b|c"],
        ["", "a|b|c"],
        ["a|b|c", ""],
        ["a,b", "c"],
        ["a", "b,c"],
        ['a"', 'b"'],
        ['a","', "b"],
      ],
    ],
    [
      "integers that are equal as doubles",
      "int64",
      [
        [2n ** 53n, 1],
        [2n ** 53n + 1n, 1],
        [1, 2n ** 53n],
        [1, 2n ** 53n + 1n],
        [-(2n ** 63n), 0],
        [2n ** 63n - 1n, 0],
        [0, 0],
      ],
    ],
    [
      "numbers",
      "float64",
      [
        [0.1, 1],
        [1, 0.1],
        [Number.POSITIVE_INFINITY, 0],
        [Number.NEGATIVE_INFINITY, 0],
        [0, 0],
      ],
    ],
    [
      "bools",
      "bool",
      [
        [true, false],
        [false, true],
        [true, true],
        [false, false],
      ],
    ],
    [
      "times a microsecond apart",
      "timestamp",
      [
        [NOON, NOON + 1n],
        [NOON + 1n, NOON],
        [-62_135_596_800_000_000n, NOON],
      ],
    ],
  ])("%s are different keys", async (_title, type, keys) => {
    const store = await openShop();
    await store.createFeatureGroup({
      name: "asked",
      schema: { id: "int64", a: type, b: type, ts: "timestamp" },
      primaryKeys: ["id"],
      eventTime: "ts",
    });
    await store.createFeatureGroup({
      name: "pairs",
      schema: { a: type, b: type, v: "int64", ts: "timestamp" },
      primaryKeys: ["b", "a"],
      eventTime: "ts",
    });
    await store.insert(
      "pairs",
      keys.map(([a, b], v) => ({ a, b, v, ts: NOON })),
    );
    expect(await store.materialize("pairs")).toEqual({ written: keys.length, unchanged: 0, keptNewer: 0 });
    await store.createFeatureView({
      name: "p",
      labelFg: "asked",
      joins: [{ fgName: "pairs", on: ["a", "b"] }],
    });
    for (const [v, [a, b]] of keys.entries()) {
      expect((await store.getOnlineFeatures("p", { a, b }, { now: NOON })).values.v).toBe(BigInt(v));
    }
    expect((await store.onlineRows("pairs", 0, 100)).total).toBe(keys.length);
    await store.clearOnline("pairs");
    expect((await store.onlineRows("pairs", 0, 100)).total).toBe(0);
  });

  test('1 and "1" of two groups are two keys, and −0 is 0', async () => {
    const store = await openShop();
    for (const [name, type, k] of [
      ["n", "float64", -0],
      ["t", "string", "0"],
    ] as const) {
      await store.createFeatureGroup({
        name,
        schema: { k: type, v: "string", ts: "timestamp" },
        primaryKeys: ["k"],
        eventTime: "ts",
      });
      await store.insert(name, [{ k, v: name, ts: NOON }]);
      await store.materialize(name);
    }
    await store.createFeatureView({ name: "x", labelFg: "n", joins: [{ fgName: "n", on: "k" }] });
    expect((await store.getOnlineFeatures("x", { k: 0 }, { now: NOON })).values.v_n).toBe("n");
  });
});
