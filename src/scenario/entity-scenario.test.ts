import { expect, test } from "vitest";
import { type EntitySlice, explainSlice } from "../microfs/core";
import { CASES, caseSlice } from "./cases/cases";
import { DENSE_CASES } from "./cases/dense-cases";
import { editSlice } from "./edits/edit-slice";
import { entityScenario } from "./entity-scenario";
import { scenarioSlice } from "./scenario-slice";
import { validateScenario } from "./validate-scenario";

const NAMES = { name: "one", title: "One entity", view: "view" };

/** What every join says of every row, without the numbers that rows have. */
function said(slice: EntitySlice) {
  return slice.spine.rows.length === 0
    ? []
    : slice.joins.map((join) => ({
        writes: join.writes,
        rows: Array.from(slice.spine.rows, (_, position) =>
          explainSlice(slice, join, position).candidates.map(({ eventTime, createdTime, verdict }) => ({
            eventTime,
            createdTime,
            verdict,
          })),
        ),
      }));
}

const SMALL = CASES.filter((one) => !DENSE_CASES.includes(one));

test.each(SMALL.map((one) => [one.name, one] as const))(
  "entityScenario keeps all that the joins say of an entity: %s",
  (_, one) => {
    const slice = caseSlice(one);
    const { scenario, rowOf } = entityScenario(slice, NAMES);
    expect(validateScenario(scenario).ok).toBe(true);
    const again = scenarioSlice(scenario, rowOf(one.start?.row ?? 0));
    expect(said(again)).toEqual(said(slice));
    expect(again.joins.map(({ rule, groupClock }) => ({ rule, groupClock }))).toEqual(
      slice.joins.map(({ rule, groupClock }) => ({ rule, groupClock })),
    );
  },
);

test("entityScenario has what was edited in its rows and rules", () => {
  const one = CASES.find(({ name }) => name === "train");
  if (one === undefined) throw new Error("there is no case train");
  const slice = caseSlice(one);
  const group = slice.joins[0]?.fgName ?? "";
  const edited = editSlice(slice, [
    { kind: "rule", join: 0, ttlUs: null },
    { kind: "delete", group, row: slice.joins[0]?.rows[0] ?? 0 },
  ]);
  const { scenario, rowOf } = entityScenario(edited, NAMES);
  const again = scenarioSlice(scenario, rowOf(slice.spine.rows[0] ?? 0));
  expect(again.joins[0]?.rule.ttlUs).toBeNull();
  expect(again.joins[0]?.rows.length).toBe((slice.joins[0]?.rows.length ?? 0) - 1);
});

test("entityScenario names no row that the slice has not", () => {
  const one = CASES.find(({ name }) => name === "train");
  if (one === undefined) throw new Error("there is no case train");
  expect(() => entityScenario(caseSlice(one), NAMES).rowOf(99)).toThrow(RangeError);
});
