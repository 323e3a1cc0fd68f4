import { expect, test } from "vitest";
import { FIRST_ADDED_ROW } from "../../scenario/edits/edit";
import { rowName } from "./row-name";

test.each([
  [0, "0"],
  [858, "858"],
  [1234567, "1234567"],
  [FIRST_ADDED_ROW, "new 1"],
  [FIRST_ADDED_ROW + 1, "new 2"],
])("row %i is called %s", (row, name) => {
  expect(rowName(row)).toBe(name);
});
