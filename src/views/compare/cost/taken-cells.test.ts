import { expect, test } from "vitest";
import type { VariantCounts } from "../../../worker/compare/compare-results";
import { takenLines } from "./taken-cells";

const HOUR_US = 3_600_000_000;
const COUNTS: VariantCounts = {
  ...{ name: "ordinary", rows: 4000, multipliedRows: 30, cells: 8000, other: 500, newer: 300, older: 100 },
  ...{ medianShiftUs: 2 * HOUR_US, leaked: 200, stale: 50, empty: 8, medianPeekUs: 3 * HOUR_US },
  ...{ peek: { edgesUs: [], counts: [] }, features: [] },
};
const plain = (words: string) => words.replaceAll("\u00a0", " ");

test("each number has what it is a share of, and how its rows lie", () => {
  expect(takenLines(COUNTS, 40).map(({ what, count, of, note }) => [what, count, of, plain(note)])).toEqual([
    ["other", 500, 8000, "300 newer, 100 older; 2 h newer in the median"],
    ["leaked", 200, 8000, "known 3 h later in the median"],
    ["stale", 50, 8000, ""],
    ["empty", 8, 8000, ""],
    ["multiplied", 30, 40, "4 000 rows of 40"],
  ]);
});

test("where no row is multiplied nothing is said of it, and where none leaks there is no peek", () => {
  const lines = takenLines({ ...COUNTS, multipliedRows: 0, leaked: 0, medianPeekUs: null }, 40);
  expect(lines.map(({ what }) => what)).toEqual(["other", "leaked", "stale", "empty"]);
  expect(lines[1]?.note).toBe("");
});
