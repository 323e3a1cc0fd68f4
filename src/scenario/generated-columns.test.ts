import { expect, test } from "vitest";
import { columnsOf } from "./generated-columns";

test("columnsOf turns rows into columns, with a byte of validity where there are nulls", () => {
  const { numRows, columns } = columnsOf(
    { id: "int64", amount: "float64", plan: "string", churned: "bool", at: "timestamp" },
    [
      { id: 9007199254740993n, amount: 1.5, plan: "basic", churned: true, at: 1000 },
      { id: 2, amount: null, plan: null, churned: false, at: 2000 },
      { id: 3, amount: 0, plan: "basic", churned: true, at: 3000 },
    ],
  );
  expect(numRows).toBe(3);
  expect([...columns]).toEqual([
    ["id", { type: "int64", values: BigInt64Array.of(9007199254740993n, 2n, 3n) }],
    ["amount", { type: "float64", values: Float64Array.of(1.5, 0, 0), valid: Uint8Array.of(1, 0, 1) }],
    [
      "plan",
      { type: "string", codes: Int32Array.of(0, 0, 0), dictionary: ["basic"], valid: Uint8Array.of(1, 0, 1) },
    ],
    ["churned", { type: "bool", values: Uint8Array.of(1, 0, 1) }],
    ["at", { type: "timestamp", values: BigInt64Array.of(1_000_000n, 2_000_000n, 3_000_000n) }],
  ]);
});

test.each([
  ["int64", 1.5, 'generated column "x" is int64: 1.5'],
  ["int64", 2 ** 53, 'generated column "x" is int64: 9007199254740992'],
  ["float64", "1", 'generated column "x" is float64: 1'],
  ["string", 1, 'generated column "x" is string: 1'],
  ["bool", 1, 'generated column "x" is bool: 1'],
] as const)("columnsOf refuses a value that is not %s: %s", (type, value, message) => {
  expect(() => columnsOf({ x: type }, [{ x: value }])).toThrow(new TypeError(message));
});
