import "fake-indexeddb/auto";
import { expect, test } from "vitest";
import type { JoinRule } from "../../microfs/core";
import { smallScenario } from "../../scenario/cases/small-scenario";
import type { Scenario } from "../../scenario/scenario";
import { loadScenario } from "../../scenario/testing/load-scenario";
import type { VariantName } from "../../terms/variants";
import { type ComparedView, comparedView } from "../compared-view";
import { viewVariant } from "../variant";
import { type CutRequest, type SmallestCut, smallestCut } from "./cut";
import type { ComparedTable } from "./difference";
import { variantTableOf } from "./variant-cell";

const PAYMENTS = smallScenario({
  entity: ["user_id", 7],
  spine: {
    group: "activity",
    columns: { clicks: "int64", churned: "bool" },
    rows: [
      ["2025-11-01", 3, false],
      ["2025-11-05", 8, true],
    ],
    label: "churned",
  },
  joins: [
    {
      group: "plans",
      columns: { plan: "string" },
      rows: [["2025-10-01", "basic"]],
    },
    {
      group: "payments",
      columns: { amount: "float64", method: "string" },
      rows: [
        ["2025-10-02", 10, "card"],
        ["2025-11-04", 20, "card"],
        ["2025-11-03", 30, "cash"],
        ["2025-11-08", 40, "card"],
        ["2025-11-09", 50, "cash"],
      ],
    },
  ],
});

async function dataOf(scenario: Scenario): Promise<ComparedView> {
  const { store } = await loadScenario(scenario, `cut ${scenario.name} ${crypto.randomUUID()}`);
  const view = store.featureViews.get(scenario.view.name);
  if (view === undefined) throw new RangeError("the scenario must have its view");
  return comparedView(view.checked, (name) => {
    const group = store.featureGroups.get(name);
    if (group === undefined) throw new RangeError(`the scenario must have the group ${name}`);
    return group;
  });
}

function cut(data: ComparedView, given: Partial<CutRequest>): SmallestCut | null {
  const work = smallestCut({
    data,
    trainingRow: 1,
    feature: null,
    join: 0,
    above: variant("own"),
    below: variant("latest"),
    blur: false,
    title: "small",
    ...given,
  });
  let step = work.next();
  while (step.done !== true) step = work.next();
  return step.value;
}

const variant = (name: VariantName) =>
  variantTableOf((rules: readonly JoinRule[]) => viewVariant(name, rules));

/** A table that knows nothing of rows; counts how often it is asked. */
function withoutLineage(table: ComparedTable, asked: { times: number }): ComparedTable {
  return (cell) => {
    asked.times++;
    return { ...table(cell), origin: null };
  };
}

/** A table that came finished. */
const finished =
  (value: number | null): ComparedTable =>
  () => ({ values: [value], origin: null });

const rowsOf = (made: SmallestCut | null, group: string) => {
  const rows = made?.scenario.groups.find(({ definition }) => definition.name === group)?.rows;
  return rows?.kind === "inline" ? rows.rows : [];
};

test("as of and latest: of ten rows, four groups of columns and two joins three rows and what joins them are left", async () => {
  const made = cut(await dataOf(PAYMENTS), {});
  expect(made?.scenario).toEqual({
    version: 1,
    name: "smallest-example",
    title: "small",
    groups: [
      {
        definition: {
          name: "activity",
          schema: { user_id: "int64", timestamp: "timestamp" },
          primaryKeys: ["user_id"],
          eventTime: "timestamp",
        },
        rows: { kind: "inline", rows: [{ user_id: "7", timestamp: "2025-11-05T00:00:00Z" }] },
      },
      {
        definition: {
          name: "payments",
          schema: { user_id: "int64", timestamp: "timestamp", amount: "float64" },
          primaryKeys: ["user_id"],
          eventTime: "timestamp",
        },
        rows: {
          kind: "inline",
          rows: [
            { user_id: "7", timestamp: "2025-11-04T00:00:00Z", amount: 20 },
            { user_id: "7", timestamp: "2025-11-09T00:00:00Z", amount: 50 },
          ],
        },
      },
    ],
    view: {
      name: "small",
      labelFg: "activity",
      joins: [{ fgName: "payments", on: ["user_id"], features: ["amount"] }],
    },
    start: { row: 0, join: 0, phase: "write_cell" },
  });
  expect(made?.difference).toEqual({
    above: { values: [20], origin: { candidates: Int32Array.of(0), leak: Uint8Array.of(0), kind: "known" } },
    below: { values: [50], origin: { candidates: Int32Array.of(1), leak: Uint8Array.of(1), kind: "future" } },
  });
});

test("blurred: names and numbers are others, order and gaps are not", async () => {
  const made = cut(await dataOf(PAYMENTS), { blur: true, feature: "method" });
  expect(made?.scenario.groups.map(({ definition }) => [definition.name, definition.schema])).toEqual([
    ["spine", { key: "int64", event_time: "timestamp" }],
    ["group_a", { key: "int64", event_time: "timestamp", feature: "string" }],
  ]);
  expect([rowsOf(made, "spine"), rowsOf(made, "group_a")]).toEqual([
    [{ key: "1", event_time: "2025-01-02T00:00:00Z" }],
    [
      { key: "1", event_time: "2025-01-01T00:00:00Z", feature: "a" },
      { key: "1", event_time: "2025-01-06T00:00:00Z", feature: "b" },
    ],
  ]);
});

test.each<[string, Partial<CutRequest>, number[]]>([
  ["ordinary: one more row is enough, one that leaks as one did", { below: variant("ordinary") }, [20, 50]],
  ["calendar date: it finds nothing, so one row is enough", { below: variant("calendar_date") }, [20]],
  ["nearest and latest, neither of them the view’s own", { above: variant("nearest") }, [20, 50]],
  ["a finished table: the row that the other took", { below: finished(99) }, [20]],
  ["a finished table that has nothing", { below: finished(null) }, [20]],
])("%s", async (_, given, amounts) => {
  const made = cut(await dataOf(PAYMENTS), { feature: "amount", ...given });
  expect(rowsOf(made, "payments").map(({ amount }) => amount)).toEqual(amounts);
});

const DATED = smallScenario({
  entity: ["user_id", 7],
  spine: { group: "activity", rows: [["2025-11-05"]] },
  joins: [
    {
      group: "plans",
      columns: { since: "timestamp", due: "timestamp", plan: "string" },
      rows: [
        ["2025-11-01", "2025-11-01", "2025-12-01", "basic"],
        ["2025-11-06", "2025-11-02", "2025-12-02", "plus"],
      ],
    },
    {
      group: "payments",
      columns: { created: "timestamp", method: "string", amount: "float64" },
      rows: [
        ["2025-11-02", "2025-11-02", "card", 8],
        ["2025-11-06", "2025-11-06", "card", 7.19],
      ],
    },
  ],
});

test.each<[string, Partial<CutRequest>, string | undefined]>([
  ["what a model would learn from, before times", { join: 0 }, "plan"],
  ["of the join that is looked at", { join: 1 }, "amount"],
  ["a time that is asked for", { join: 1, feature: "created" }, "created"],
])("the cell that is shown: %s", async (_, given, feature) => {
  expect(cut(await dataOf(DATED), { trainingRow: 0, ...given })?.feature).toBe(feature);
});

test("a join that leaks is shown before the one that is looked at", async () => {
  const leaking = DATED.groups.map((group) =>
    group.definition.name !== "plans" || group.rows.kind !== "inline"
      ? group
      : { ...group, rows: { ...group.rows, rows: group.rows.rows.slice(0, 1) } },
  );
  const made = cut(await dataOf({ ...DATED, groups: leaking }), { trainingRow: 0, join: 0 });
  expect(made?.feature).toBe("amount");
});

test.each<[string, Partial<CutRequest>]>([
  ["the two agree", { below: variant("no_delay") }],
  ["the cell that is asked for does not differ", { feature: "plan" }],
  ["a finished table has the same", { feature: "amount", below: finished(20) }],
  ["there is no such feature", { feature: "nothing" }],
])("there is no example where %s", async (_, given) => expect(cut(await dataOf(PAYMENTS), given)).toBeNull());

test("of 20 000 rows of one entity, two tables without lineage find the two that matter", async () => {
  const rows = Array.from({ length: 20_000 }, (_, i): [string, number] => [
    new Date(Date.UTC(2025, 0, 1) + i * 60_000).toISOString(),
    i,
  ]);
  const data = await dataOf(
    smallScenario({
      entity: ["user_id", 7],
      spine: { group: "activity", rows: [["2025-01-03"], ["2025-01-04T00:00:30Z"]] },
      joins: [{ group: "payments", columns: { amount: "int64" }, rows }],
    }),
  );
  const asked = { times: 0 };
  const made = cut(data, {
    above: withoutLineage(variant("own"), asked),
    below: withoutLineage(variant("latest"), asked),
  });
  expect(rowsOf(made, "payments").map(({ amount }) => amount)).toEqual(["4320", "19999"]);
  expect(asked.times).toBeLessThan(400);
});

test("a group that is joined with itself keeps the row to predict for", async () => {
  const [spine] = PAYMENTS.groups;
  if (spine === undefined) throw new RangeError("the scenario must have a spine");
  const itself: Scenario = {
    ...PAYMENTS,
    groups: [spine],
    view: {
      name: "small",
      labelFg: "activity",
      joins: [{ fgName: "activity", on: ["user_id"], features: ["clicks"] }],
    },
  };
  const made = cut(await dataOf(itself), { below: variant("strict") });
  expect(rowsOf(made, "activity")).toEqual([
    { user_id: "7", timestamp: "2025-11-01T00:00:00Z", clicks: "3" },
    { user_id: "7", timestamp: "2025-11-05T00:00:00Z", clicks: "8" },
  ]);
  expect(made?.spineRow).toBe(1);
  const blurredToo = cut(await dataOf(itself), { below: variant("strict"), blur: true });
  expect(rowsOf(blurredToo, "spine").map(({ feature }) => feature)).toEqual(["1", "2"]);
});
