import type { InferOutput } from "valibot";
import type { EditSchema } from "../schema/scenario-schema";

/** A change on top of the stored data or of a join's rule. `EditSchema` says what each kind means. */
export type Edit = InferOutput<typeof EditSchema>;

/** An edit of a join's rule. */
export type RuleEdit = Extract<Edit, { kind: "rule" }>;

/** An edit of all values of a group's column. */
export type ColumnEdit = Extract<Edit, { kind: "column" }>;

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
