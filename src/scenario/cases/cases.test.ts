import "fake-indexeddb/auto";
import { expect, test } from "vitest";
import { freshName } from "../../microfs/testing/open-fresh";
import { generatedColumns } from "../generators";
import { scenarioSlice } from "../scenario-slice";
import { loadScenario } from "../testing/load-scenario";
import { validateScenario } from "../validate-scenario";
import { CASES, caseSlice } from "./cases";

const EACH = CASES.map((one) => [one.name, one] as const);

test("no two cases have one name", () => {
  expect(new Set(CASES.map(({ name }) => name)).size).toBe(CASES.length);
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
