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

/** Added rows get numbers of their own, above all that a stored group has, and so stand after them in every tie. */
export const FIRST_ADDED_ROW = 900_000_000;

/** The number for the next row that is added to a group. */
export function nextAddedRow(edits: readonly Edit[], group: string): number {
  const added = edits.flatMap((edit) => (edit.kind === "add" && edit.group === group ? [edit.row] : []));
  return Math.max(FIRST_ADDED_ROW - 1, ...added) + 1;
}
