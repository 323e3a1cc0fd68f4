import "fake-indexeddb/auto";
import { describe, expect, test } from "vitest";
import {
  type FeatureGroupDefinition,
  FeatureStore,
  type FeatureViewDefinition,
  type JoinDefinition,
} from "../index";
import { openFresh } from "../testing/open-fresh";
import { readTable } from "../testing/read-table";
import { refusal } from "../testing/refusal";
import { HOUR, NOON, openShop, PAYMENTS, SPEND, VISITS } from "../testing/shop";

const group = (change: object): FeatureGroupDefinition => ({ ...PAYMENTS, name: "g", ...change });
const view = (change: object): FeatureViewDefinition => ({ ...SPEND, name: "v", ...change });
const join = (change: object): FeatureViewDefinition =>
  view({ joins: [{ fgName: "payments", on: ["user"], ...change }] });

describe("a feature group that makes no sense is refused, and the message names what is wrong", () => {
  test.each<[string, object, string, string]>([
    ["no name", { name: "" }, "invalid_definition", "name"],
    ["no schema", { schema: undefined }, "invalid_definition", "schema"],
    ["no columns", { schema: {} }, "invalid_definition", "schema"],
    ["an unknown type", { schema: { user: "integer", ts: "timestamp" } }, "invalid_definition", "integer"],
    ["no primary key", { primaryKeys: [] }, "invalid_definition", "primaryKeys"],
    ["a primary key twice", { primaryKeys: ["user", "user"] }, "invalid_definition", "primaryKeys"],
    [
      "a primary key that is no column",
      { primaryKeys: ["usr"] },
      "invalid_definition",
      'Did you mean "user"?',
    ],
    ["an event time that is no column", { eventTime: "time" }, "invalid_definition", "time"],
    ["an event time of another type", { eventTime: "amount" }, "invalid_definition", "float64"],
    ["a created time that is no column", { createdTime: "created" }, "invalid_definition", "created"],
    ["a created time of another type", { createdTime: "note" }, "invalid_definition", "string"],
    [
      "one column as event and created time",
      { createdTime: "ts" },
      "invalid_definition",
      "event time and created time must be different",
    ],
    ["an option that does not exist", { timeToLive: "7d" }, "invalid_definition", "timeToLive"],
    ["a ttl that is no duration", { ttl: "soon" }, "invalid_duration", "soon"],
    ["a delay that is no duration", { delay: "-1h" }, "invalid_duration", "-1h"],
  ])("%s", async (_title, change, code, mention) => {
    const store = await openFresh();
    const told = await refusal(store.createFeatureGroup(group(change)));
    expect(told).toContain(`${code}: `);
    expect(told).toContain(mention);
    expect(store.featureGroups.size).toBe(0);
  });
});

describe("durations", () => {
  /** Whether a row of that age is within a join's TTL: the one thing a duration is for. */
  async function isFresh(ttl: string | number, ageUs: bigint): Promise<boolean> {
    const store = await openShop();
    await store.insert("payments", [{ user: 2, amount: 1, note: "", ts: NOON + HOUR - ageUs }]);
    await store.createFeatureView(join({ ttl }));
    return readTable((await store.getTrainingData("v")).table).rows[1]?.[4] === 1;
  }

  test.each<[string | number, bigint]>([
    ["7d", 168n * HOUR],
    ["90m", (3n * HOUR) / 2n],
    ["1h30m", (3n * HOUR) / 2n],
    ["1d12h", 36n * HOUR],
    ["2h0m1s", 2n * HOUR + 1_000_000n],
    ["45s", 45_000_000n],
    ["250ms", 250_000n],
    ["1m1ms", 60_001_000n],
    ["0s", 0n],
    [0, 0n],
    [1500, 1_500_000n],
    [0.001, 1n],
    [1.234, 1_234n],
  ])("%j is that long, edge included, and not a microsecond longer", async (ttl, us) => {
    expect([await isFresh(ttl, us), await isFresh(ttl, us + 1n)]).toEqual([true, false]);
  });

  test.each<unknown>([
    "",
    "7",
    "7 d",
    "d",
    "1.5h",
    "-1h",
    "+1h",
    "1h1h",
    "30m1h",
    "7D",
    "1w",
    "1y",
    "1h 30m",
    "P1D",
    " 1d",
    "1d\n",
    "1e3s",
    "∞",
    -1,
    0.0001,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    true,
    [7],
    {},
    7n,
  ])("%s is none", async (ttl) => {
    const store = await openShop();
    expect(await refusal(store.createFeatureView(join({ ttl })))).toMatch(/^invalid_duration: .*ttl/);
  });
});

describe("a group or view made again", () => {
  test.each([
    ["in the same words", {}],
    [
      "with the types' other names",
      { schema: { user: "int", amount: "float", note: "str", ts: "datetime" } },
    ],
    ["with options spelt out as absent", { createdTime: undefined, ttl: undefined, delay: undefined }],
    ["with a delay of nothing", { delay: 0 }],
  ])("%s does nothing", async (_title, change) => {
    const store = await openShop();
    await store.createFeatureGroup({ ...PAYMENTS, ...change } as FeatureGroupDefinition);
    expect(store.featureGroups.get("payments")?.numRows).toBe(2);
  });

  test("with a duration of the same length does nothing", async () => {
    const store = await openFresh();
    await store.createFeatureGroup(group({ ttl: "1d" }));
    await store.createFeatureGroup(group({ ttl: "24h" }));
    await store.createFeatureGroup(group({ ttl: 86_400_000 }));
  });

  test.each([
    ["another ttl", { ttl: "1d" }],
    ["another delay", { delay: "1ms" }],
    ["another type", { schema: { ...PAYMENTS.schema, amount: "int64" } }],
    [
      "another order of columns",
      { schema: { amount: "float64", user: "int64", note: "string", ts: "timestamp" } },
    ],
    ["another key", { primaryKeys: ["user", "note"] }],
  ])("with %s is an error", async (_title, change) => {
    const store = await openShop();
    const told = await refusal(
      store.createFeatureGroup({ ...PAYMENTS, ...change } as FeatureGroupDefinition),
    );
    expect(told).toMatch(/^feature_group_exists: .*"payments"/);
  });

  test("a view in other words of the same meaning does nothing, with another meaning it is an error", async () => {
    const store = await openShop();
    await store.createFeatureView(SPEND);
    await store.createFeatureView({
      ...SPEND,
      label: ["bought"],
      joins: [{ fgName: "payments", on: { user: "user" }, direction: "backward", allowExactMatches: true }],
    });
    expect(await refusal(store.createFeatureView({ ...SPEND, label: undefined }))).toMatch(
      /^feature_view_exists: .*"spend"/,
    );
    expect(
      await refusal(
        store.createFeatureView({ ...SPEND, joins: [{ fgName: "payments", on: "user", ttl: 0 }] }),
      ),
    ).toMatch(/^feature_view_exists: /);
  });
});

describe("a view that makes no sense is refused, and the message says what would work", () => {
  test.each<[string, FeatureViewDefinition, string, string]>([
    ["no name", view({ name: "" }), "invalid_definition", "name"],
    [
      "a spine that does not exist",
      view({ labelFg: "visit" }),
      "feature_group_not_found",
      'Did you mean "visits"?',
    ],
    ["no joins", view({ joins: undefined }), "invalid_definition", "joins"],
    ["an option that does not exist", view({ lable: "bought" }), "invalid_definition", '"label"'],
    ["a label that is no column", view({ label: "bougth" }), "invalid_definition", 'Did you mean "bought"?'],
    ["a label that is a key", view({ label: "user" }), "invalid_definition", "user"],
    ["a label that is the event time", view({ label: "ts" }), "invalid_definition", "ts"],
    ["a horizon that is no duration", view({ labelHorizon: "month" }), "invalid_duration", "month"],
    [
      "a group that does not exist",
      join({ fgName: "paymnts" }),
      "feature_group_not_found",
      'Did you mean "payments"?',
    ],
    ["a label that is no name", view({ label: 5 }), "invalid_definition", "label"],
    [
      "a label, in a view whose name is shown as it is",
      view({ name: "Weekly", label: "x" }),
      "invalid_definition",
      '"Weekly"',
    ],
    ["a join that is none", view({ joins: [null] }), "invalid_definition", "join"],
    ["features that are no list", join({ features: "amount" }), "invalid_definition", "features"],
    [
      "exact matches that are neither on nor off",
      join({ allowExactMatches: "no" }),
      "invalid_definition",
      "allowExactMatches",
    ],
    ["a join's option that does not exist", join({ tolerance: "1d" }), "invalid_definition", "tolerance"],
    ["on no column", join({ on: [] }), "invalid_definition", "on"],
    ["on a column the spine lacks", join({ on: "usr" }), "invalid_definition", 'Did you mean "user"?'],
    [
      "on a column the group lacks",
      join({ on: { user: "usr" } }),
      "invalid_definition",
      'Did you mean "user"?',
    ],
    ["on one column twice", join({ on: ["user", "user"] }), "invalid_definition", "twice"],
    ["on columns of two types", join({ on: { user: "note" } }), "type_mismatch", "string"],
    ["a direction that does not exist", join({ direction: "backwards" }), "invalid_definition", "backward"],
    ["a clock that does not exist", join({ asOf: "created" }), "invalid_definition", "created_time"],
    ["a clock that the group has not", join({ asOf: "created_time" }), "invalid_definition", "event_time"],
    ["a feature that does not exist", join({ features: ["amont"] }), "invalid_definition", "amount"],
    ["a ttl that is no duration", join({ ttl: "7" }), "invalid_duration", "7"],
    ["a delay that is no duration", join({ delay: "x" }), "invalid_duration", "x"],
  ])("%s", async (_title, definition, code, mention) => {
    const store = await openShop();
    const told = await refusal(store.createFeatureView(definition));
    expect(told).toContain(`${code}: `);
    expect(told).toContain(mention);
    expect([...store.featureViews.keys()]).toEqual(["spend"]);
  });
});

test("what is no definition at all is refused as one", async () => {
  const store = await openShop();
  expect(await refusal(store.createFeatureGroup(null as never))).toMatch(/^invalid_definition: /);
  expect(await refusal(store.createFeatureView(undefined as never))).toMatch(/^invalid_definition: /);
  expect(await refusal(FeatureStore.open({} as never))).toMatch(/^invalid_definition: .*name/);
  expect(await refusal(FeatureStore.open(undefined as never))).toMatch(/^invalid_definition: .*name/);
});

test("a moment or a row that is none is refused, and the message shows it", async () => {
  const store = await openShop();
  expect(await refusal(store.materialize("payments", { asOf: "yesterday" }))).toMatch(
    /^invalid_argument: .*"yesterday"/,
  );
  expect(await refusal(store.getOnlineFeatures("spend", { user: 1 }, { now: Number.NaN }))).toMatch(
    /^invalid_argument: /,
  );
  for (const row of [2, -1, 0.5]) {
    expect(await refusal(store.explain("spend", row))).toMatch(/^invalid_argument: .*"spend"/);
    expect(await refusal(store.entitySlice("spend", row))).toMatch(/^invalid_argument: .*"spend"/);
  }
});

test("a join on a column that only an earlier join brings is an error: on names columns of the spine", async () => {
  const store = await openShop();
  await store.createFeatureGroup({
    name: "notes",
    schema: { note: "string", size: "int64", ts: "timestamp" },
    primaryKeys: ["note"],
    eventTime: "ts",
  });
  const joins: JoinDefinition[] = [
    { fgName: "payments", on: ["user"] },
    { fgName: "notes", on: ["note"] },
  ];
  expect(await refusal(store.createFeatureView(view({ joins })))).toMatch(
    /^invalid_definition: .*"note".*"visits"/,
  );
});

describe("a name that nothing has gets a suggestion", () => {
  test("of the nearest, of all, or of none", async () => {
    const store = await openShop();
    expect(await refusal(store.insert("paymnets", []))).toBe(
      'feature_group_not_found: Feature group "paymnets" does not exist. Did you mean "payments"?',
    );
    expect(await refusal(store.getTrainingData("spnd"))).toBe(
      'feature_view_not_found: Feature view "spnd" does not exist. Did you mean "spend"?',
    );
    const far = await refusal(store.materialize("orders"));
    expect(far).toContain('"visits"');
    expect(far).toContain('"payments"');
    expect(await refusal((await openFresh()).getTrainingData("x"))).toMatch(/^feature_view_not_found: /);
  });

  test("in every verb that takes one", async () => {
    const store = await openShop();
    for (const call of [
      store.insert("x", []),
      store.materialize("x"),
      store.clearOnline("x"),
      store.deleteFeatureGroup("x"),
    ])
      expect(await refusal(call)).toMatch(/^feature_group_not_found: .*"x"/);
    for (const call of [
      store.getTrainingData("x"),
      store.explain("x", 0),
      store.getOnlineFeatures("x", {}),
      store.deleteFeatureView("x"),
    ])
      expect(await refusal(call)).toMatch(/^feature_view_not_found: .*"x"/);
  });

  test.each(["__proto__", "constructor", "toString"])("%s is a name like others", async (name) => {
    const store = await openFresh();
    expect(await refusal(store.insert(name, []))).toMatch(/^feature_group_not_found: /);
    await store.createFeatureGroup({ ...VISITS, name });
    expect(store.featureGroups.get(name)?.name).toBe(name);
  });
});
