import fc from "fast-check";
import { expect, test } from "vitest";
import { type EntitySlice, MicroFSError } from "../microfs/core";
import { propertyRuns } from "../microfs/testing/property-runs";
import { FIRST_ADDED_ROW } from "./edits/edit";
import { editSlice } from "./edits/edit-slice";
import { entityScenario } from "./entity-scenario";
import { generatedColumns } from "./generators";
import { CHURN_SAMPLE } from "./samples/churn-sample";
import type { Scenario } from "./scenario";
import { scenarioSlice } from "./scenario-slice";
import { arbitraryScenario, writtenOut } from "./testing/arbitrary-scenario";
import { validateScenario } from "./validate-scenario";

/** What a slice says of its entity alone, its rows numbered in the order of insertion. */
function ofEntity({ entity, spine, joins }: EntitySlice) {
  const seen = new Map<string, Set<number>>();
  for (const { fgName, rows } of [spine, ...joins])
    seen.set(fgName, new Set([...(seen.get(fgName) ?? []), ...rows]));
  const ranks = (fgName: string, rows: Int32Array) => {
    const inOrder = [...(seen.get(fgName) ?? [])]
      .filter((row) => row < FIRST_ADDED_ROW)
      .sort((a, b) => a - b);
    return Array.from(rows, (row) => (row < FIRST_ADDED_ROW ? inOrder.indexOf(row) : row));
  };
  const columnsOf = (columns: EntitySlice["spine"]["columns"]) =>
    columns.map(({ name, type, values }) => ({ name, type, values }));
  const { trainingRows, ...ownSpine } = spine;
  return {
    entity,
    spine: {
      ...ownSpine,
      rows: ranks(spine.fgName, spine.rows),
      columns: columnsOf(spine.columns),
    },
    joins: joins.map(({ others, ...join }) => ({
      ...join,
      rows: ranks(join.fgName, join.rows),
      columns: columnsOf(join.columns),
    })),
  };
}

/** Checks one row of a scenario; says whether it was one that makes a slice. */
function check(scenario: Scenario, row: number): boolean {
  let slice: EntitySlice;
  try {
    slice = scenarioSlice(scenario, row, generatedColumns);
  } catch (error) {
    if (error instanceof MicroFSError || error instanceof RangeError) return false;
    throw error;
  }
  const { edits = [], view } = scenario;
  const groups = scenario.groups.map(({ definition }) => definition);
  const made = entityScenario({ title: "one", slice, groups, view, edits });
  const own = made.rowOf(view.labelFg, row);
  expect(own).not.toBeNull();
  const again = scenarioSlice(made.scenario, own ?? -1);
  expect(ofEntity(again)).toEqual(ofEntity(slice));
  expect(ofEntity(editSlice(again, made.scenario.edits ?? []))).toEqual(ofEntity(editSlice(slice, edits)));
  // What is carried can be read where it arrives.
  const read = validateScenario(JSON.parse(JSON.stringify(made.scenario)));
  expect(read.ok && read.scenario).toEqual(made.scenario);
  return true;
}

test("an entity's scenario has the entity's slice, for any scenario, any of its rows and its edits", () => {
  let compared = 0;
  fc.assert(
    fc.property(arbitraryScenario.map(writtenOut), (scenario) => {
      for (let row = 0; check({ ...scenario, actions: [] }, row); row++) compared++;
    }),
    propertyRuns(400),
  );
  // Not many scenarios of chance may be such as no slice can be made of.
  expect(compared).toBeGreaterThan(80);
});

test("an entity's scenario of the churn sample carries that subscriber and nobody else", () => {
  const row = CHURN_SAMPLE.start?.row ?? 0;
  expect(check(CHURN_SAMPLE, row)).toBe(true);
  const slice = scenarioSlice(CHURN_SAMPLE, row, generatedColumns);
  const groups = CHURN_SAMPLE.groups.map(({ definition }) => definition);
  const { scenario, numRows } = entityScenario({
    title: "one",
    slice,
    groups,
    view: CHURN_SAMPLE.view,
    edits: [],
  });
  const written = scenario.groups.flatMap(({ rows }) => (rows.kind === "inline" ? rows.rows : []));
  expect(written).toHaveLength(numRows);
  const ofPayments = scenario.groups.find(({ definition }) => definition.name === "payments")?.rows;
  const users = ofPayments?.kind === "inline" ? ofPayments.rows.map((one) => one.user_id) : [];
  expect(new Set(users).size).toBe(1);
});
