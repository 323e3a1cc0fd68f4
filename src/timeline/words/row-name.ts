import { FIRST_ADDED_ROW } from "../../scenario/edits/edit";

/** A row as links and screen name it: by its own number in its group, which no edit changes. It is a name and has no thousands. */
export function rowName(row: number): string {
  return row < FIRST_ADDED_ROW ? String(row) : `new ${row - FIRST_ADDED_ROW + 1}`;
}
