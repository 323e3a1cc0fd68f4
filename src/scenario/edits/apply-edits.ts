import type { CellValue, ColumnType } from "../../microfs/schema";
import { isOfType } from "../inline-value";
import { cellOf } from "./cell-of";
import type { Edit } from "./edit";

/** Rows that edits can be applied to: a slice's on the page, a whole group's in the worker. */
export interface EditableRows {
  typeOf(column: string): ColumnType | undefined;
  /** Does nothing where there is no such row. */
  set(row: number, column: string, value: CellValue): void;
  add(row: number, values: ReadonlyMap<string, CellValue>): void;
  /** Does nothing where there is no such row. */
  delete(row: number): void;
}

/**
 * Applies a group's edits, in order. A link may carry edits of other data: columns that the group does not have, and
 * values that are not of their column's type, are passed over.
 */
export function applyEdits(edits: readonly Edit[], group: string, rows: EditableRows): void {
  for (const edit of edits) {
    if (edit.kind === "rule" || edit.group !== group) continue;
    if (edit.kind === "delete") rows.delete(edit.row);
    else {
      const values = new Map<string, CellValue>();
      for (const [column, value] of Object.entries(edit.values)) {
        const type = rows.typeOf(column);
        if (type !== undefined && isOfType(value, type)) values.set(column, cellOf(value, type));
      }
      if (edit.kind === "add") rows.add(edit.row, values);
      else for (const [column, value] of values) rows.set(edit.row, column, value);
    }
  }
}

/** Whether any of the edits is of this group's rows. */
export function touches(edits: readonly Edit[], group: string): boolean {
  return edits.some((edit) => edit.kind !== "rule" && edit.group === group);
}
