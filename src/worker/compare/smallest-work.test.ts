import "fake-indexeddb/auto";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  differNaively,
  isAlikeNaively,
  type NaiveCells,
  type NaiveStore,
  naiveCells,
  naiveScenario,
} from "../../compare/smallest/testing/naive-cell";
import { anyView, storeWith } from "../../formats/queries/testing/any-view";
import type { FeatureStore } from "../../microfs";
import type { CellValue } from "../../microfs/core";
import { propertyRuns } from "../../microfs/testing/property-runs";
import { readTable } from "../../microfs/testing/read-table";
import { smallScenario } from "../../scenario/cases/small-scenario";
import { pack } from "../../scenario/pack";
import type { Scenario } from "../../scenario/scenario";
import { loadScenario } from "../../scenario/testing/load-scenario";
import { validateScenario } from "../../scenario/validate-scenario";
import { VARIANT_NAMES, type VariantName } from "../../terms/variants";
import type { SmallestExample } from "./compare-results";
import { comparedOf, exampleOf } from "./testing/example-of";

function naiveStore(store: FeatureStore, viewName: string): NaiveStore {
  const { checked, ...view } = store.featureViews.get(viewName) ?? {
    checked: null,
    name: "",
    labelFg: "",
    joins: [],
  };
  const groups = Array.from(store.featureGroups.values(), ({ definition, table }) => {
    const { columns, rows } = readTable(table);
    const names = Object.keys(columns);
    return {
      definition,
      rows: rows.map((row) =>
        Object.fromEntries(names.map((name, i) => [name, (row[i] ?? null) as CellValue])),
      ),
    };
  });
  return { view, groups };
}

/** The scenario without one row of its join's group. */
function* withoutOne({ scenario, spineRow }: SmallestExample): Generator<Scenario> {
  const { labelFg } = scenario.view;
  for (const [at, group] of scenario.groups.entries()) {
    const { rows } = group.rows.kind === "inline" ? group.rows : { rows: [] };
    for (const row of rows.keys()) {
      if (group.definition.name === labelFg && row === spineRow) continue;
      const rest = {
        ...group,
        rows: { kind: "inline" as const, rows: rows.filter((_, one) => one !== row) },
      };
      yield { ...scenario, groups: scenario.groups.map((one, i) => (i === at ? rest : one)) };
    }
  }
}

test("of 200 random stores, whichever two joins: cut data differ in the same way, and no row can be taken away", async () => {
  const found = new Map<VariantName, number>();
  await fc.assert(
    fc.asyncProperty(
      anyView,
      fc.constantFrom(...VARIANT_NAMES),
      fc.subarray(VARIANT_NAMES.slice(1), { minLength: 3, maxLength: 5 }),
      fc.boolean(),
      async (content, other, others, blur) => {
        const store = await storeWith(content);
        const compared = comparedOf(store, "view");
        const full = naiveCells(naiveStore(store, "view"));
        const { data } = compared;
        for (const below of others) {
          const above = below === other ? "own" : other;
          for (const spineRow of data.order) {
            const cells = (naive: NaiveCells, row: number, join: number, column: string) =>
              [above, below].map((name) => naive(row, join, column, name));
            const differing = data.joins
              .flatMap(({ number, features }) => features.map((feature) => ({ number, ...feature })))
              .filter(({ number, column }) => {
                const [a, b] = cells(full, spineRow, number, column);
                return a !== undefined && b !== undefined && differNaively(a, b);
              });
            // What leaks, if any does; of these the first join, which is looked at; and in it no key, else no time, else any.
            const isLeak = ({ number, column }: (typeof differing)[number]) =>
              cells(full, spineRow, number, column).some(
                (cell) => cell?.kind === "future" || cell?.kind === "not_yet_known",
              );
            const leaking = differing.filter(isLeak);
            const [first] = leaking.length > 0 ? leaking : differing;
            const { on } = content.view.joins[first?.number ?? 0] ?? {};
            const isKey = (column: string) => JSON.stringify(on).includes(JSON.stringify(column));
            const inJoin = (leaking.length > 0 ? leaking : differing).filter(
              ({ number }) => number === first?.number,
            );
            const expected =
              inJoin.find(({ column, values }) => !isKey(column) && values.type !== "timestamp") ??
              inJoin.find(({ column }) => !isKey(column) && column !== "timestamp") ??
              inJoin.find(({ column }) => !isKey(column)) ??
              first;
            const made = exampleOf(compared, { above, below, spineRow, feature: null, blur });
            expect(made?.feature).toBe(expected?.name);
            if (made === null || expected === undefined) continue;
            const before = cells(full, spineRow, expected.number, expected.column);
            const isAlike = (scenario: Scenario, row: number) => {
              const after = cells(naiveCells(naiveScenario(scenario)), row, 0, made.column);
              const [a, b] = after;
              if (a === undefined || b === undefined || !differNaively(a, b)) return false;
              return before.every((cell, i) => {
                const now = after[i];
                return now !== undefined && isAlikeNaively(cell, now, !blur);
              });
            };
            expect(validateScenario(made.scenario)).toEqual({ ok: true, scenario: made.scenario });
            expect(isAlike(made.scenario, made.spineRow)).toBe(true);
            for (const fewer of withoutOne(made)) expect(isAlike(fewer, made.spineRow)).toBe(false);
            expect(made.rows).toBeLessThanOrEqual(6);
            expect(pack(made.scenario).length).toBeLessThan(1_700);
            found.set(below, (found.get(below) ?? 0) + 1);
            break;
          }
        }
      },
    ),
    propertyRuns(200, 20251105),
  );
  for (const name of VARIANT_NAMES.slice(1)) expect(found.get(name) ?? 0, name).toBeGreaterThan(10);
});

test("rows that edits have made equal are one in a scenario: no example stands on them", async () => {
  const { store } = await loadScenario(
    smallScenario({
      entity: ["user_id", 7],
      spine: { group: "activity", rows: [["2025-11-05"]] },
      joins: [
        {
          group: "payments",
          columns: { amount: "int64" },
          rows: [
            ["2025-11-04", 1],
            ["2025-11-04", 2],
          ],
        },
      ],
    }),
    "smallest of equal rows",
  );
  const ordinary = { above: "own", below: "ordinary", spineRow: 0, feature: null, blur: false } as const;
  expect(exampleOf(comparedOf(store, "small"), ordinary)?.rows).toBe(3);
  const edited = comparedOf(store, "small", [
    { kind: "set", group: "payments", row: 0, values: { amount: "2" } },
  ]);
  expect(exampleOf(edited, ordinary)).toBeNull();
});
