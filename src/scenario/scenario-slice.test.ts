import type { FeatureStore } from "../microfs";
import { MicroFSError } from "../microfs/core";
import { propertyRuns } from "../microfs/testing/property-runs";
import "fake-indexeddb/auto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { freshName } from "../microfs/testing/open-fresh";
import { generatedColumns } from "./generators";
import { SAMPLES } from "./samples/samples";
import type { InlineRow, Scenario } from "./scenario";
import { scenarioSlice } from "./scenario-slice";
import { arbitraryScenario, writtenOut } from "./testing/arbitrary-scenario";
import { loadScenario } from "./testing/load-scenario";

/** What the store says of a row of its label group's table. */
async function storedSlice(store: FeatureStore, view: string, spineRow: number) {
  const { spineIndex } = await store.getTrainingData(view);
  return store.entitySlice(view, spineIndex.indexOf(spineRow));
}

describe("scenarioSlice is what a store with the scenario in it gives", () => {
  test("for any scenario and any of its rows, or both refuse it alike", async () => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(arbitraryScenario.map(writtenOut), async (scenario) => {
        const loading = loadScenario(scenario, freshName());
        const refused = await loading.then(
          () => null,
          (error: unknown) => error,
        );
        if (refused instanceof MicroFSError) {
          expect(() => scenarioSlice(scenario, 0)).toThrow(refused.message);
          return;
        }
        const { store } = await loading;
        const numRows = store.featureGroups.get(scenario.view.labelFg)?.numRows ?? 0;
        for (let row = 0; row < numRows; row++) {
          expect(scenarioSlice(scenario, row)).toEqual(await storedSlice(store, scenario.view.name, row));
          compared++;
        }
        expect(() => scenarioSlice(scenario, numRows)).toThrow(RangeError);
        store.close();
      }),
      propertyRuns(400),
    );
    // Not many scenarios of chance may be such as a store refuses, or without a row to predict for.
    expect(compared).toBeGreaterThan(80);
  });

  test.each(SAMPLES.map((sample) => [sample.name, sample] as const))(
    "for the sample %s",
    async (name, sample) => {
      const { store } = await loadScenario(sample, `${freshName()} ${name}`);
      for (const row of [0, 1, 2, sample.start?.row ?? 3])
        expect(scenarioSlice(sample, row, generatedColumns)).toEqual(
          await storedSlice(store, sample.view.name, row),
        );
    },
  );
});

/** One spine row per account, and payments of which some are not taken or there twice. */
function shop(payments: InlineRow[], asked: InlineRow[]): Scenario {
  return {
    version: 1,
    name: "shop",
    title: "Shop",
    groups: [
      {
        definition: {
          name: "asked",
          schema: { id: "int64", account: "float64", at: "timestamp" },
          primaryKeys: ["id"],
          eventTime: "at",
        },
        rows: { kind: "inline", rows: asked },
      },
      {
        definition: {
          name: "paid",
          schema: { account: "float64", sum: "float64", at: "timestamp" },
          primaryKeys: ["account"],
          eventTime: "at",
        },
        rows: { kind: "inline", rows: payments },
      },
    ],
    view: { name: "v", labelFg: "asked", joins: [{ fgName: "paid", on: "account" }] },
  };
}

const MAY = "2025-05-01";

test("rows that the store rejects are not there, and duplicates once: NaN equals NaN", () => {
  const { joins } = scenarioSlice(
    shop(
      [
        { account: 1, sum: "NaN", at: MAY },
        { account: null, sum: 2, at: MAY },
        { account: 1, sum: "NaN", at: MAY },
        { account: 1, sum: 3 },
        { account: 1, sum: 4, at: MAY },
        { account: 2, sum: 5, at: MAY },
      ],
      [{ id: "1", account: 1, at: MAY }],
    ),
    0,
  );
  expect(joins[0]?.rows).toEqual(Int32Array.of(0, 1));
  expect(joins[0]?.columns[1]?.values).toEqual([Number.NaN, 4]);
  expect(joins[0]?.others).toEqual({ count: 1, timesUs: BigInt64Array.of(1_746_057_600_000_000n) });
});

test.each([[null], ["NaN"]])(
  "a key of %s names no entity: the row is its own, and nothing matches it",
  (account) => {
    const asked = ["1", "2"].map((id) => ({ id, account, at: MAY }));
    const { spine, joins } = scenarioSlice(shop([{ account: 1, sum: 1, at: MAY }], asked), 1);
    expect(spine.rows).toEqual(Int32Array.of(1));
    expect(joins[0]).toMatchObject({ keyIsNull: true, rows: new Int32Array() });
  },
);

test("an entity is named by columns of the spine, and its first training row counts", () => {
  const asked = [
    { id: "1", account: 2, at: "2025-05-02" },
    { id: "2", account: 2, at: MAY },
    { id: "3", account: 1, at: MAY },
  ];
  const scenario = shop([], asked);
  expect(scenarioSlice(scenario, { account: 2 })).toEqual(scenarioSlice(scenario, 1));
  expect(() => scenarioSlice(scenario, { account: 7 })).toThrow('the spine has no row of {"account":7}');
  expect(() => scenarioSlice(scenario, { user: 7 })).toThrow('"asked" has no column "user"');
});

test("rows that actions write come after those there are, at once among the generated ones too", () => {
  const sample = SAMPLES.find(({ name }) => name === "churn");
  if (sample === undefined) throw new Error("the samples have lost churn");
  const user = scenarioSlice(sample, 0, generatedColumns).entity[0]?.value;
  const row = { user_id: String(user), paid_at: MAY, recorded_at: MAY, amount: 5, status: "paid" };
  const written = { kind: "write" as const, group: "payments", rows: [row, row] };
  const { joins } = scenarioSlice({ ...sample, actions: [written, written] }, 0, generatedColumns);
  expect(joins[0]?.rows.at(-1)).toBe(7_426);
  expect(joins[0]?.columns.find(({ name }) => name === "amount")?.values.at(-1)).toBe(5);
});

test("rows that are not at hand are said to be so", () => {
  const [demo] = SAMPLES;
  const [group] = demo?.groups ?? [];
  if (demo === undefined || group === undefined) throw new Error("the samples have lost the demo");
  for (const rows of [{ kind: "stored" }, { kind: "generated", generator: "churn", seed: 1 }] as const)
    expect(() => scenarioSlice({ ...demo, groups: [{ ...group, rows }] }, 0)).toThrow(
      `the rows of "user_activity" are ${rows.kind}: not at hand here`,
    );
});
