import { expect, test } from "vitest";
import type { CellValue, ColumnType } from "../schema";
import { Column } from "./column";

function columnOf(type: ColumnType, values: readonly CellValue[]): Column {
  const column = new Column(type);
  for (const value of values) column.push(value);
  return column;
}
const read = (column: Column) => Array.from({ length: column.length }, (_, row) => column.get(row));

test("a text is changed once however many rows have it, and none that no row has", () => {
  const column = columnOf("string", ["a", " a", null, "a", "late"]);
  const asked: CellValue[] = [];
  const mapped = column.mapped(4, (value) => {
    asked.push(value);
    return String(value).trim();
  });
  expect(read(mapped)).toEqual(["a", "a", null, "a"]);
  expect(asked).toEqual(["a", " a"]);
  expect(mapped.dictionary?.texts).toEqual(["a"]);
  expect(read(column)).toEqual(["a", " a", null, "a", "late"]);
});

test("times are changed, nulls are not, and the column grows on by itself", () => {
  const column = columnOf("timestamp", [5n, null, -3n]);
  const mapped = column.mapped(3, (value) => (value as bigint) * 10n);
  mapped.push(7n);
  expect(read(mapped)).toEqual([50n, null, -30n, 7n]);
  expect(read(column)).toEqual([5n, null, -3n]);
});
