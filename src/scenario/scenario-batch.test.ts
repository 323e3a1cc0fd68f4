import fc from "fast-check";
import { expect, test } from "vitest";
import type { InlineRow, ScenarioGroup } from "./scenario";
import { scenarioBatch } from "./scenario-batch";

function inline(rows: InlineRow[]): ScenarioGroup {
  return {
    definition: {
      name: "all_types",
      schema: { id: "int64", n: "int", x: "float64", text: "string", flag: "bool", at: "timestamp" },
      primaryKeys: ["id"],
      eventTime: "at",
    },
    rows: { kind: "inline", rows },
  };
}

test("scenarioBatch makes bigints of integers and nulls of what is left out, and leaves times, texts and nulls as they are", () => {
  const group = inline([
    { id: "9007199254740993", n: 3, x: 1.5, text: "7", flag: true, at: "2025-01-01T00:00:00.000001Z" },
    { id: "-1", n: null, x: "NaN", text: null, flag: null, at: "2025-01-02" },
    { id: "0", x: "-Infinity", text: "NaN", at: "2025-01-03" },
  ]);
  expect(scenarioBatch(group)).toEqual([
    { id: 9007199254740993n, n: 3n, x: 1.5, text: "7", flag: true, at: "2025-01-01T00:00:00.000001Z" },
    { id: -1n, n: null, x: Number.NaN, text: null, flag: null, at: "2025-01-02" },
    { id: 0n, n: null, x: Number.NEGATIVE_INFINITY, text: "NaN", flag: null, at: "2025-01-03" },
  ]);
});

test("scenarioBatch keeps every 64-bit integer exact", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), (id) => {
      expect(scenarioBatch(inline([{ id: String(id) }]))).toMatchObject([{ id }]);
    }),
  );
});

test("scenarioBatch says where there is nothing to insert, and what a generator does not make", () => {
  const group = inline([]);
  expect(scenarioBatch({ ...group, rows: { kind: "stored" } })).toBeNull();
  const generated = { ...group, rows: { kind: "generated", generator: "churn", seed: 1 } } as const;
  expect(() => scenarioBatch(generated)).toThrow(
    'generator "churn" makes predictions, payments, support_tickets, usage, plan_changes, not: all_types',
  );
});
