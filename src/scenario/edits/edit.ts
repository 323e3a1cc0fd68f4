import type { InferOutput } from "valibot";
import type { CellValue, ColumnType } from "../../microfs/core";
import { cellOf, isOfType } from "../inline-value";
import type { EditSchema } from "../schema/scenario-schema";

/** A change on top of the stored data or of a join's rule. `EditSchema` says what each kind means. */
export type Edit = InferOutput<typeof EditSchema>;

/** An edit of a join's rule. */
export type RuleEdit = Extract<Edit, { kind: "rule" }>;

/** Whether an edit changes just what the other one changes: of the two, only it is needed. */
export function replaces(edit: Edit, earlier: Edit): boolean {
  if (edit.kind === "rule") {
    if (earlier.kind !== "rule" || edit.view !== earlier.view) return false;
    return edit.join === earlier.join && hasSameNames(edit, earlier);
  }
  if (edit.kind !== "set" || earlier.kind !== "set") return false;
  return (
    edit.group === earlier.group && edit.row === earlier.row && hasSameNames(edit.values, earlier.values)
  );
}

function hasSameNames(a: object, b: object): boolean {
  return Object.keys(a).sort().join() === Object.keys(b).sort().join();
}

/** The edits that concern a view: without those of other views' rules. The same array where there are none of these. */
export function editsOfView(edits: readonly Edit[], view: string): readonly Edit[] {
  const isOfView = (edit: Edit) => edit.kind !== "rule" || (edit.view ?? view) === view;
  return edits.every(isOfView) ? edits : edits.filter(isOfView);
}

/** Added rows get numbers of their own, above all that a stored group has, and so stand after them in every tie. */
export const FIRST_ADDED_ROW = 900_000_000;

/** The number for the next row that is added to a group. */
export function nextAddedRow(edits: readonly Edit[], group: string): number {
  const added = edits.flatMap((edit) => (edit.kind === "add" && edit.group === group ? [edit.row] : []));
  return Math.max(FIRST_ADDED_ROW - 1, ...added) + 1;
}

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
