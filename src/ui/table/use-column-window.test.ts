import { expect, test } from "vitest";
import { columnsInSight } from "./use-column-window";

/** 1 000 columns of 100 px. */
const ENDS = Array.from({ length: 1000 }, (_, at) => 100 * (at + 1));

test.each([
  ["at the start", 0, 1000, { from: 0, to: 24 }],
  ["in the middle, with 600 px on either side", 50_000, 1000, { from: 488, to: 520 }],
  ["a little farther, the same", 50_100, 1000, { from: 488, to: 520 }],
  ["at the end", 99_000, 1000, { from: 984, to: 1000 }],
])("the columns in sight %s", (_, scrollLeft, widthPx, range) => {
  expect(columnsInSight(ENDS, scrollLeft, widthPx)).toEqual(range);
});

test("all columns, where there is room for all", () => {
  expect(columnsInSight([100, 200, 300], 0, 1000)).toEqual({ from: 0, to: 3 });
});
