import { expect, test } from "vitest";
import { columnRank, firstByRank } from "./column-rank";

const PAYMENTS = { keys: ["loan_id"], eventTime: "paid_at", createdTime: "created" };

test.each([
  ["amount", "float64", 0],
  ["method", "string", 0],
  ["is_late", "bool", 0],
  ["due", "timestamp", 1],
  ["paid_at", "timestamp", 2],
  ["created", "timestamp", 2],
  ["loan_id", "int64", 3],
] as const)("of %s, %s", (name, type, rank) => {
  expect(columnRank(name, type, PAYMENTS)).toBe(rank);
});

test("a group whose event time is its key has a key there", () => {
  expect(columnRank("day", "timestamp", { keys: ["day"], eventTime: "day", createdTime: null })).toBe(3);
});

test("of equal ones the first is chosen, of none none", () => {
  expect(firstByRank([2, 10, 11, 3], (n) => (n < 10 ? 1 : 0))).toBe(10);
  expect(firstByRank([], () => 0)).toBeUndefined();
});
