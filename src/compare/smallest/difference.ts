import type { CellValue, EntitySlice } from "../../microfs/core";

/** Where a cell is, in data that were cut: everything that a table can be made of there. */
export interface CutCell {
  /** With the cell's own join, and no other. */
  readonly slice: EntitySlice;
  /** The spine row's position in the slice. */
  readonly position: number;
  /** A column of the join's group, and its value in a candidate of the slice. */
  readonly column: string;
  readonly read: (candidate: number) => CellValue;
}

/** Whether a row was known at the spine row's time, by its group's own clock and delay; and if not, whether it had happened. */
export type RowKind = "known" | "not_yet_known" | "future";

/** Which rows made a table's cell. */
export interface CellOrigin {
  /** Positions of candidates in the slice, in time order. */
  readonly candidates: Int32Array;
  /** Shape [candidates]. 1 where the row was not yet known. */
  readonly leak: Uint8Array;
  /** The worst of them; `null` where there is none. */
  readonly kind: RowKind | null;
}

/** What a table holds in one cell. */
export interface TableCell {
  /** One for each row of the table that comes of the spine row, in time order: a single null where nothing was found. */
  readonly values: readonly CellValue[];
  /** `null` where nobody knows, as of a table that came finished. */
  readonly origin: CellOrigin | null;
}

/**
 * A table that is compared: it is asked for its cell on data that were cut. Whether a rule makes it anew of these, or it came
 * finished and always gives the same, nobody else knows.
 */
export type ComparedTable = (cell: CutCell) => TableCell;

/** The same cell in two tables. */
export interface Difference {
  readonly above: TableCell;
  readonly below: TableCell;
}

/** Whether two tables write a cell differently: as many rows, and the same values in them, are no difference. */
export function differs({ above, below }: Difference): boolean {
  return (
    above.values.length !== below.values.length ||
    above.values.some((value, i) => !isSame(value, below.values[i] ?? null))
  );
}

/** Whether a row that was not yet known made the cell in either table. */
export function leaks({ above, below }: Difference): boolean {
  return [above, below].some(({ origin }) => origin?.kind === "future" || origin?.kind === "not_yet_known");
}

/**
 * Whether two tables differ after the data were cut as they did before. They do where, above and below each
 * - a cell with one row of the table still has one, and a cell with several still has several;
 * - a cell that nothing was found for still has nothing, and the worst row of another is as it was: known, not yet known, or
 *   of the future. So a leak stays a leak. A table without lineage has only values, of which null is nothing;
 * - a cell with one row still has its value, unless values were replaced;
 * and the two still differ.
 *
 * @param sameValues - False once values were replaced.
 */
export function differsAlike(before: Difference, after: Difference, sameValues: boolean): boolean {
  return (
    differs(after) &&
    isAlike(before.above, after.above, sameValues) &&
    isAlike(before.below, after.below, sameValues)
  );
}

function isAlike(before: TableCell, after: TableCell, sameValues: boolean): boolean {
  const isOne = before.values.length === 1;
  if (isOne !== (after.values.length === 1) || kindOf(before) !== kindOf(after)) return false;
  return !isOne || !sameValues || isSame(before.values[0] ?? null, after.values[0] ?? null);
}

function kindOf({ values, origin }: TableCell): RowKind | "value" | null {
  if (origin !== null) return origin.kind;
  return values.every((value) => value === null) ? null : "value";
}

/** NaN equals NaN, −0 equals 0, as everywhere in the store. */
function isSame(a: CellValue, b: CellValue): boolean {
  return a === b || (Number.isNaN(a) && Number.isNaN(b));
}
