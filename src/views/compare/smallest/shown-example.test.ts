import { expect, test } from "vitest";
import { smallScenario } from "../../../scenario/cases/small-scenario";
import type { SmallestExample } from "../../../worker/compare/compare-results";
import { shownExample } from "./shown-example";

const EXAMPLE: SmallestExample = {
  above: { name: "own", values: [20], rows: [{ row: 1, leaks: false }] },
  below: {
    name: "ordinary",
    values: [20, 30],
    rows: [
      { row: 1, leaks: false },
      { row: 0, leaks: true },
    ],
  },
  feature: "amount",
  column: "amount",
  spineRow: 0,
  fromRows: 1000,
  rows: 3,
  scenario: smallScenario({
    entity: ["user_id", 7],
    spine: { group: "activity", rows: [["2025-11-05"]] },
    joins: [
      {
        group: "payments",
        columns: { amount: "float64" },
        rows: [
          ["2025-11-08", 30],
          ["2025-11-04", 20],
        ],
        ttl: "4d",
        delay: "6h",
      },
    ],
  }),
  pytest: "",
  sql: "",
};

test("of several rows that a join takes, only the one that leaks is marked as a leak", () => {
  const { above, below } = shownExample(EXAMPLE);
  expect(above.values).toEqual([{ text: "20.00", exact: "20", state: "chosen" }]);
  expect(below.values.map(({ state }) => state)).toEqual(["chosen", "leak"]);
  expect([...below.takes]).toEqual([
    [1, "chosen"],
    [0, "leak"],
  ]);
});

test("the group says what its rule asks, and the spine its one row", () => {
  const { group, spine } = shownExample(EXAMPLE);
  expect(group.rule).toBe("TTL 4 d, delay 6 h");
  expect(group.columns.map(({ name }) => name)).toEqual(["user_id", "timestamp", "amount"]);
  expect(spine.columns.map(({ values }) => values.map(({ text }) => text))).toEqual([["7"], ["5 Nov 00:00"]]);
});

test("where nothing is found no value stands; a join that does not look back is not called “as of”", () => {
  const nothing = { name: "own", values: [null], rows: [] } as const;
  const forward = smallScenario({
    entity: ["user_id", 7],
    spine: { group: "activity", rows: [["2025-11-05"]] },
    joins: [
      {
        group: "payments",
        columns: { amount: "int64" },
        rows: [["2025-11-04", 20]],
        rule: { direction: "forward" },
      },
    ],
  });
  const { above } = shownExample({
    ...EXAMPLE,
    above: { ...nothing, values: [null], rows: [] },
    below: { name: "latest", values: [20n], rows: [{ row: 0, leaks: false }] },
    scenario: forward,
  });
  expect([above.word, above.values]).toEqual(["own join", []]);
});
