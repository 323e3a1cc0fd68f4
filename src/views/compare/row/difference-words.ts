import type { CellValue, EntitySlice } from "../../../microfs/core";
import { momentStyle } from "../../../timeline/words/format-moment";
import { columnFormat } from "../../../timeline/words/format-value";
import { countOf } from "../../../ui/format-number";
import type { CellDifference, JoinDifference, Taken } from "./row-differences";

/** What a join writes into a cell: a value, how many rows it makes of it, or nothing. */
export function writtenText(
  slice: EntitySlice,
  { column }: Pick<CellDifference, "column">,
  { rows }: Pick<Taken, "rows">,
  value: CellValue,
): string {
  if (rows.length === 0) return "nothing";
  if (rows.length > 1) return countOf(rows.length, "row");
  return column === null ? `row ${rows[0]}` : columnFormat(column, momentStyle(slice))(value);
}

/**
 * All cells of a join that differ, a text each: `amount 14.99 → 0.00`. None where the two agree.
 *
 * @param between - Stands between what is written above and below.
 */
export function cellTexts(
  slice: EntitySlice,
  { above, below, cells }: JoinDifference,
  between: (before: string, after: string) => string,
): string[] {
  const leak = ({ peekUs }: Taken) => (peekUs > 0n ? ", a leak" : "");
  return cells.map((cell) => {
    const before = `${writtenText(slice, cell, above, cell.before)}${leak(above)}`;
    const after = `${writtenText(slice, cell, below, cell.after)}${leak(below)}`;
    return `${cell.name} ${between(before, after)}`;
  });
}

/** What became of the rows that a join takes: whether there are any, and whether one leaks. */
export function writtenTone({ rows, peekUs }: Pick<Taken, "rows" | "peekUs">): "chosen" | "leak" | "nothing" {
  if (rows.length === 0) return "nothing";
  return peekUs > 0n ? "leak" : "chosen";
}
