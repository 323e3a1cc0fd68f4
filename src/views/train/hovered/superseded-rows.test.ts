import { expect, test } from "vitest";
import { smallScenario } from "../../../scenario/cases/small-scenario";
import { scenarioSlice } from "../../../scenario/scenario-slice";
import { supersededRows } from "./superseded-rows";

const slice = scenarioSlice(
  smallScenario({
    entity: ["user_id", 2],
    spine: { group: "user_activity", rows: [["2025-11-05 14:00"], ["2025-11-02 12:00"]] },
    joins: [
      {
        group: "user_payments",
        columns: { total_spend: "float64" },
        rows: [
          ["2025-10-29 06:00", 20], // 0: expired on 5 Nov, alone on 2 Nov
          ["2025-11-02 11:00", 35], // 1
          ["2025-11-03 09:12", 50], // 2: chosen on 5 Nov
          ["2025-11-07 10:00", 120], // 3: future
        ],
        ttl: "4d",
      },
    ],
  }),
  0,
);

test.each([
  ["the chosen row of 5 Nov", { join: 0, row: 2, spineRow: 0 }, [1]],
  ["the chosen row of 2 Nov", { join: 0, row: 1, spineRow: 1 }, []],
  ["a row that the cell did not come from", { join: 0, row: 1, spineRow: 0 }, []],
  ["a mark, which stands for no cell", { join: 0, row: 2 }, []],
  ["a cell of another entity", { join: 0, row: 2, spineRow: 9 }, []],
  ["a join that the view does not have", { join: 4, row: 2, spineRow: 0 }, []],
  ["nothing", null, []],
])("what %s was chosen over", (_title, hovered, expected) => {
  expect([...supersededRows(slice, hovered)]).toEqual(expected);
});
