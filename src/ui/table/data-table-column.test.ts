import { expect, test } from "vitest";
import { columnTemplate, leastWidthPx } from "./data-table-column";

const column = (minWidthPx: number | undefined, grow: number | undefined) => ({
  id: "a",
  header: "a",
  minWidthPx,
  grow,
  cell: () => "",
});
const columns = [column(60, 0), column(undefined, undefined), column(90, 0.5)];

test("columnTemplate gives what is left over by share, and nothing to a column that does not grow", () => {
  expect(columnTemplate(columns)).toBe("60px minmax(120px, 1fr) minmax(90px, 0.5fr)");
});

test("leastWidthPx is the sum of the least widths", () => {
  expect(leastWidthPx(columns)).toBe(270);
});
