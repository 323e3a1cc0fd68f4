import type { ClockName, Direction } from "../../microfs/join/join-rule";
import type { InlineRow } from "../scenario";

/**
 * A change on top of the stored data or of a join's rule, as a plain JSON value. Edits are an immutable list: undo
 * moves along it, a link carries it, and the stored groups stay as they are until somebody applies it to them.
 */
export type Edit =
  /** Columns of a row get other values: a moved row gets another event time. */
  | { kind: "set"; group: string; row: number; values: InlineRow }
  /** A new row, whose number is {@link FIRST_ADDED_ROW} or more. */
  | { kind: "add"; group: string; row: number; values: InlineRow }
  | { kind: "delete"; group: string; row: number }
  | RuleEdit;

/** A join's rule. TTL and delay are microseconds as decimal text; a TTL of `null` is any age. What is absent stays as it was. */
export interface RuleEdit {
  kind: "rule";
  join: number;
  ttlUs?: string | null;
  delayUs?: string;
  direction?: Direction;
  clock?: ClockName;
  allowExactMatches?: boolean;
}

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
