import { expect, test } from "vitest";
import { smallScenario } from "../../scenario/cases/small-scenario";
import { scenarioSlice } from "../../scenario/scenario-slice";
import { joinAt } from "../step/coordinate";
import { wrongChoice } from "./choices";

const slice = (last: string, rule = {}) =>
  scenarioSlice(
    smallScenario({
      entity: ["user_id", 2],
      spine: { group: "activity", rows: [["2025-11-05 14:00"]] },
      joins: [
        {
          group: "payments",
          columns: { spend: "float64" },
          rows: [
            ["2025-11-03 09:00", 50],
            [last, 120],
          ],
          rule,
        },
      ],
    }),
    0,
  );

test.each([
  ["before the line both rules choose the same row", "2025-11-04 16:00", {}, "latest", null],
  ["at the very moment nothing leaks", "2025-11-05 14:00", {}, "latest", null],
  ["a microsecond later the latest value leaks", "2025-11-05 14:00:00.000001", {}, "latest", 1],
  ["the nearest row may leak too", "2025-11-05 15:00", {}, "nearest", 1],
  ["a later row that is farther off is not the nearest", "2025-11-09 14:00", {}, "nearest", null],
  [
    "a join that makes the leak itself has no better one",
    "2025-11-06 14:00",
    { direction: "latest" },
    "latest",
    null,
  ],
] as const)("%s", (_, last, rule, direction, row) => {
  const given = slice(last, rule);
  const join = joinAt(given, 0);
  expect(wrongChoice(given, join, 0, { ...join.rule, direction })).toBe(row);
});
