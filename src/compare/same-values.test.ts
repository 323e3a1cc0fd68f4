import { expect, test } from "vitest";
import type { CellValue } from "../microfs/core";
import { isSameList } from "./same-values";

test.each<[readonly CellValue[], readonly CellValue[], boolean]>([
  [[7n], [7n], true],
  [[7n], [7], true],
  [[Number.NaN], [Number.NaN], true],
  [[7n], [7n, 7n], false],
  [[1n, 2n, 2n], [2n, 1n, 2n], true],
  [[1n, 2n, 2n], [1n, 1n, 2n], false],
  [[null, "a"], ["a", null], true],
  [[null, null, "a"], ["a", "a", null], false],
  [[Number.NaN, 1], [1, Number.NaN], true],
  [[0.5, 2 ** 53], [2n ** 53n, 0.5], true],
])("%o and %o: %s", (a, b, same) => {
  expect(isSameList(a, b)).toBe(same);
  expect(isSameList(b, a)).toBe(same);
});
