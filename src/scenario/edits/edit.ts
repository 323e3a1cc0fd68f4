import type { InferOutput } from "valibot";
import type { EditSchema } from "../schema/edit-schema";

/** A change on top of the stored data or of a join's rule. `EditSchema` says what each kind means. */
export type Edit = InferOutput<typeof EditSchema>;

/** An edit of a join's rule. */
export type RuleEdit = Extract<Edit, { kind: "rule" }>;

/** Whether an edit changes just what the other one changes: of the two, only it is needed. */
export function replaces(edit: Edit, earlier: Edit): boolean {
  if (edit.kind === "rule")
    return earlier.kind === "rule" && edit.join === earlier.join && hasSameNames(edit, earlier);
  if (edit.kind !== "set" || earlier.kind !== "set") return false;
  return (
    edit.group === earlier.group && edit.row === earlier.row && hasSameNames(edit.values, earlier.values)
  );
}

function hasSameNames(a: object, b: object): boolean {
  return Object.keys(a).sort().join() === Object.keys(b).sort().join();
}

/** Added rows get numbers of their own, above all that a stored group has, and so stand after them in every tie. */
export const FIRST_ADDED_ROW = 900_000_000;

/** The number for the next row that is added to a group. */
export function nextAddedRow(edits: readonly Edit[], group: string): number {
  const added = edits.flatMap((edit) => (edit.kind === "add" && edit.group === group ? [edit.row] : []));
  return Math.max(FIRST_ADDED_ROW - 1, ...added) + 1;
}
