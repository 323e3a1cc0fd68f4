import { expect, test } from "vitest";
import type { JoinDefinition } from "../../microfs/core";
import type { Edit } from "../../scenario/edits/edit";
import { joinNumberIn, joinNumbers, withJoinNumber } from "./join-numbers";

const A: JoinDefinition = { fgName: "a", on: "user" };
const A_BY_SHOP: JoinDefinition = { fgName: "a", on: { shop: "user" } };
const B: JoinDefinition = { fgName: "b", on: ["user"] };
const again = (join: JoinDefinition): JoinDefinition => ({ ...join, ttl: "1h" });

test.each([
  ["at its number", [A, B], B, 1, 1],
  ["where it has moved to", [B], B, 1, 0],
  ["the one on the same columns, of two of a group", [A, A_BY_SHOP], A_BY_SHOP, 0, 1],
  ["at its number, on other columns by now", [B, A_BY_SHOP], A, 1, 1],
  ["nowhere, once it is gone", [A], B, 1, -1],
] as const)("a chosen join stands %s", (_, joins, chosen, number, found) => {
  expect(joinNumberIn(joins, chosen, number)).toBe(found);
});

test.each([
  ["none changes", [A, B], [A, B], [0, 1]],
  ["the first goes", [A, B], [B], [null, 0]],
  ["the second of two alike goes", [A, again(A)], [A], [0, null]],
  ["one changes its rule", [A, B], [A, again(B)], [0, 1]],
  ["one changes its columns", [A, B], [A_BY_SHOP, B], [0, 1]],
  ["one is put before", [B], [A, B], [1]],
  ["all go", [A, B], [], [null, null]],
] as const)("joins are found again where %s", (_, before, after, numbers) => {
  expect(joinNumbers(before, after)).toEqual(numbers);
});

test("an edit goes with its join, and one of another view or of a row stays", () => {
  const rule = (join: number, view?: string): Edit => ({
    kind: "rule",
    join,
    ttlUs: "1",
    ...(view !== undefined && { view }),
  });
  const row: Edit = { kind: "delete", group: "a", row: 0 };
  const edits = [rule(0, "v"), rule(1), rule(1, "other"), row];
  expect(edits.map((edit) => withJoinNumber(edit, "v", [null, 0]))).toEqual([
    null,
    rule(0),
    rule(1, "other"),
    row,
  ]);
});
