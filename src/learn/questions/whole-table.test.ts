import { expect, test } from "vitest";
import type { InlineRow, JoinDefinition, Scenario } from "../../scenario/scenario";
import type { Option } from "./option";
import { entitySlices, featureAnswer, rowsAnswer, tableRows } from "./whole-table";

const at = (patient: string, time: string, more: InlineRow = {}): InlineRow => ({
  patient,
  at: `2026-03-${time}`,
  ...more,
});

/** Two patients, asked about three times; pulse has four rows, of which one had happened before the second visit of Ada. */
function scenario(joins: JoinDefinition[], weights: InlineRow[] = []): Scenario {
  const group = (name: string, rows: InlineRow[], delay: string | null = null) => ({
    definition: {
      name,
      schema: { patient: "string", at: "timestamp", value: "int64" } as const,
      primaryKeys: ["patient"],
      eventTime: "at",
      delay,
    },
    rows: { kind: "inline" as const, rows },
  });
  return {
    version: 1,
    name: "ward",
    title: "ward",
    groups: [
      group("visit", [at("Ada", "02 10:00"), at("Ben", "02 11:00"), at("Ada", "04 10:00")]),
      group("pulse", [
        at("Ada", "03 08:00", { value: 70 }),
        at("Ada", "04 09:00", { value: 72 }),
        at("Ada", "04 12:00", { value: 74 }),
        at("Ben", "05 08:00", { value: 60 }),
        // The same once more, which a store does not keep.
        at("Ben", "05 08:00", { value: 60 }),
      ]),
      group("weight", weights, "1h"),
    ],
    view: { name: "ward", labelFg: "visit", joins },
  };
}

const PULSE: JoinDefinition = { fgName: "pulse", on: ["patient"] };
const WEIGHT: JoinDefinition = { fgName: "weight", on: ["patient"] };
const counts = (options: readonly Option[]) =>
  options.map((option) => (option.kind === "count" ? option.count : -1));

test("every entity is there once, with its edits", () => {
  const slices = entitySlices(scenario([PULSE]), [{ kind: "delete", group: "pulse", row: 0 }]);
  expect(slices.map(({ entity }) => entity[0]?.value)).toEqual(["Ada", "Ben"]);
  expect(slices.map(({ joins }) => joins[0]?.rows.length)).toEqual([2, 1]);
});

test("an ordinary join makes a row of every match, this one a row of every row", () => {
  // Ada twice 3, Ben 1.
  expect(tableRows(entitySlices(scenario([PULSE])), "ordinary")).toBe(7);
  expect(tableRows(entitySlices(scenario([PULSE])), "own")).toBe(3);
  const weights = [at("Ada", "01 08:00", { value: 61 }), at("Ada", "02 08:00", { value: 62 })];
  // Ada twice 3 × 2, Ben 1 × 1.
  expect(tableRows(entitySlices(scenario([PULSE, WEIGHT], weights)), "ordinary")).toBe(13);
});

test("what others expect stands beside the right count, fewest first", () => {
  const own = rowsAnswer(scenario([PULSE]), [], "own");
  expect(own.right).toBe("count:3");
  // Of the first visit of Ada and of Ben nothing was known, and of her second two rows, of which each would make one.
  expect(counts(own.options)).toEqual([1, 3, 4, 7]);
  expect([...own.beliefs]).toEqual([
    ["count:7", "multiplies"],
    ["count:4", "each_known"],
    ["count:1", "left_out"],
  ]);
  const ordinary = rowsAnswer(scenario([PULSE]), [], "ordinary");
  expect(ordinary.right).toBe("count:7");
  expect(ordinary.beliefs.get("count:3")).toBe("one_each");
});

test("the join that leaks is the one whose cells were not yet known, by its group’s own clock and delay", () => {
  const weights = [at("Ada", "04 09:30", { value: 61 })];
  const joins: JoinDefinition[] = [PULSE, { ...WEIGHT, delay: null }];
  const answer = featureAnswer(scenario(joins, weights), []);
  expect(answer.options.map(({ id }) => id)).toEqual(["join:0", "join:1"]);
  expect(answer.right).toBe("join:1");
  expect([...answer.beliefs]).toEqual([["join:0", "harmless"]]);
});

test("where no join leaks, or more than one, there is no such question", () => {
  expect(() => featureAnswer(scenario([PULSE]), [])).toThrow("one join must leak, and not 0");
  const weights = [at("Ada", "04 09:30", { value: 61 })];
  const joins: JoinDefinition[] = [
    { ...PULSE, direction: "latest" },
    { ...WEIGHT, delay: null },
  ];
  expect(() => featureAnswer(scenario(joins, weights), [])).toThrow("one join must leak, and not 2");
});
