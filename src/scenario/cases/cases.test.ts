import "fake-indexeddb/auto";
import { expect, test } from "vitest";
import { freshName } from "../../microfs/testing/open-fresh";
import { generatedColumns } from "../generators";
import { scenarioSlice } from "../scenario-slice";
import { loadScenario } from "../testing/load-scenario";
import { validateScenario } from "../validate-scenario";
import { CASE_GROUPS, CASES, caseSlice, isOneStep } from "./cases";
import { DENSE_CASES } from "./dense-cases";
import { JOIN_CASES } from "./join-cases";

const EACH = CASES.map((one) => [one.name, one] as const);

test("no two cases have one name", () => {
  expect(new Set(CASES.map(({ name }) => name)).size).toBe(CASES.length);
});

test("every case stands in a group, and none in two", () => {
  const grouped = CASE_GROUPS.flatMap(({ entries }) => entries.map(({ scenario }) => scenario.name));
  for (const { name } of [...JOIN_CASES, ...DENSE_CASES]) expect(grouped).toContain(name);
  expect(new Set(grouped).size).toBe(grouped.length);
});

test("the six steps of one row are all of the same row, on the same data", () => {
  const steps = CASES.filter(({ name }) => isOneStep(name));
  expect(steps.map(({ start }) => start?.phase)).toEqual([
    "find_entity",
    "rule_out_future",
    "rule_out_not_yet_known",
    "rule_out_expired",
    "keep_latest",
    "write_cell",
  ]);
  const [first] = steps;
  for (const { groups, view, start } of steps) {
    expect(groups).toEqual(first?.groups);
    expect({ ...view, name: "" }).toEqual({ ...first?.view, name: "" });
    expect({ row: start?.row, join: start?.join }).toEqual({
      row: first?.start?.row,
      join: first?.start?.join,
    });
  }
});

test.each(EACH)("%s is a valid scenario", (_, one) => {
  expect(validateScenario(JSON.parse(JSON.stringify(one)))).toEqual({ ok: true, scenario: one });
});

test.each(EACH)("a store takes %s with all its rows, and gives the same slice", async (_, one) => {
  const { store, reports } = await loadScenario(one, freshName());
  for (const report of reports.values()) expect(report).toMatchObject({ duplicates: 0, rejected: [] });
  const row = one.start?.row ?? 0;
  const { spineIndex } = await store.getTrainingData(one.view.name);
  expect(scenarioSlice(one, row, generatedColumns)).toEqual(
    await store.entitySlice(one.view.name, spineIndex.indexOf(row)),
  );
  store.close();
});

test("the steps of one join are shown among rows of others, which are made up", () => {
  const find = CASES.find(({ name }) => name === "step-1-find");
  if (find === undefined) throw new Error("the cases have lost their first step");
  expect(caseSlice(find).joins[0]?.others?.count).toBe(11_998);
});
