import "fake-indexeddb/auto";
import { expect, test } from "vitest";
import { smallScenario } from "../scenario/cases/small-scenario";
import { loadScenario } from "../scenario/testing/load-scenario";
import { comparedView } from "./compared-view";
import { rowsBehind } from "./counts/cells-behind";
import { factsOf } from "./counts/count-variant";
import { featureRank } from "./feature-rank";
import { toEnd } from "./testing/to-end";
import { viewVariant } from "./variant";
import { variantTable } from "./variant-table";

async function payments() {
  const { store } = await loadScenario(
    smallScenario({
      entity: ["user_id", 7],
      spine: { group: "activity", rows: [["2025-11-05"]] },
      joins: [
        {
          group: "payments",
          columns: { due: "timestamp", amount: "float64", method: "string" },
          created: ["2025-11-03", "2025-11-08"],
          rows: [
            ["2025-11-02", "2025-12-01", 8, "card"],
            ["2025-11-06", "2025-12-02", 7.19, "cash"],
          ],
        },
      ],
    }),
    `rank ${crypto.randomUUID()}`,
  );
  const view = store.featureViews.get("small");
  if (view === undefined) throw new RangeError("the scenario must have its view");
  return comparedView(view.checked, (name) => {
    const group = store.featureGroups.get(name);
    if (group === undefined) throw new RangeError(`the scenario must have the group ${name}`);
    return group;
  });
}

test("what a model would learn from comes before times, those before the row’s own, and keys come last", async () => {
  const [joined] = (await payments()).joins;
  if (joined === undefined) throw new RangeError("there must be a join");
  const { eventTime, createdTime } = joined.group;
  const columns = ["amount", "method", "due", eventTime, createdTime ?? "", "user_id"];
  expect(columns.map((column) => featureRank(joined, column))).toEqual([0, 0, 1, 2, 2, 3]);
});

test("behind a number a row stands with the feature that a model would learn from, and all its cells count", async () => {
  const data = await payments();
  const table = variantTable(
    data,
    viewVariant(
      "latest",
      data.joins.map(({ join }) => join.rule),
    ),
  );
  const behind = { variant: "latest", what: "leaked", feature: null, peekUs: null } as const;
  const found = toEnd(rowsBehind(table, factsOf(data), behind));
  const [row] = found.page(0, 1);
  expect(found.totalCells).toBe(3);
  expect(data.joins[0]?.features[row?.feature ?? -1]?.name).toBe("amount");
});
