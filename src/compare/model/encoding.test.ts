import { expect, test } from "vitest";
import { Column } from "../../microfs";
import type { CellValue, ColumnType } from "../../microfs/core";
import { encoded, learnEncoding } from "./encoding";

/** What becomes of a column, learned from its first rows: the name of each column that is made, and its numbers. */
function encodedAs(type: ColumnType, cells: CellValue[], to = cells.length): Record<string, number[]> {
  const values = new Column(type);
  for (const cell of cells) values.push(cell);
  const input = { feature: "f", join: 0, column: "f", values };
  const numbers = Float64Array.from(cells, (_, row) =>
    values.isNull(row) ? Number.NaN : Number(values.values[row]),
  );
  const columns = learnEncoding([input], [numbers], to);
  const matrix = encoded(columns, [numbers], 0, cells.length);
  return Object.fromEntries(
    columns.map(({ of }, i) => [
      of.kind === "text" ? `= ${of.text}` : of.kind,
      cells.map((_, row) => matrix.values[row * columns.length + i] ?? Number.NaN),
    ]),
  );
}

test("numbers lose the mean of the training rows and are divided by their deviation", () => {
  expect(encodedAs("float64", [1, 3, 5], 2)).toEqual({ value: [-1, 1, 3] });
  expect(encodedAs("int64", [10n, 30n])).toEqual({ value: [-1, 1] });
});

test("a missing number becomes the mean and says so; only where a training row lacks one", () => {
  expect(encodedAs("float64", [1, 3, null])).toEqual({ value: [-1, 1, 0], missing: [0, 0, 1] });
  expect(encodedAs("float64", [1, 3, null], 2)).toEqual({ value: [-1, 1, 0] });
});

test("a bool is 0 or 1", () => {
  expect(encodedAs("bool", [true, false, true])).toEqual({ value: [1, 0, 1] });
});

test("what is the same in all training rows is left out, and what is missing in all of them", () => {
  expect(encodedAs("float64", [0.1, 0.1, 0.1, 5], 3)).toEqual({});
  expect(encodedAs("string", ["a", "a", "b"], 2)).toEqual({});
  expect(encodedAs("float64", [null, null])).toEqual({});
  expect(encodedAs("float64", [7, null])).toEqual({ missing: [0, 1] });
});

test("texts of at least five rows have a column each, the rest is other, a new one too", () => {
  const cells = [..."aaaaabbbbbbc", null];
  const found = encodedAs("string", [...cells, "new"], cells.length);
  expect(Object.keys(found)).toEqual(["= b", "= a", "other", "missing"]);
  expect(found.other).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 1]);
  expect(found.missing?.slice(-2)).toEqual([1, 0]);
});

test("no more than eight texts, of equally common ones the first in order, whatever order they come in", () => {
  const cells = [..."jihgfedcba"].flatMap((text) => new Array<string>(5).fill(text));
  expect(Object.keys(encodedAs("string", cells))).toEqual(
    [..."abcdefgh"].map((text) => `= ${text}`).concat("other"),
  );
});
