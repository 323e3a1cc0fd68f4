import { isOther, WrittenMark } from "../../../compare/written-rows";
import { NO_MATCH } from "../../../microfs/core";
import type { OwnJoinRun } from "../../../state/own-join/own-join";

/** Where a reader's join takes another row than the engine. */
export interface OtherRow {
  readonly trainingRow: number;
  readonly join: number;
  /** The row that it takes, by the number that it is known by; `null` for none. */
  readonly yours: number | null;
  readonly leaks: boolean;
}

type Compared = Pick<OwnJoinRun, "joins">;

/** What the reader's join takes in one cell; `null` where it has not run there, or is not compared. */
export function yoursAt(
  { joins }: Compared,
  trainingRow: number,
  join: number,
): { row: number | null } | null {
  const cells = joins[join];
  if (cells?.kind !== "compared" || cells.written.marks[trainingRow] === WrittenMark.not_run) return null;
  return { row: orNone(cells.written.index[trainingRow]) };
}

/** That it is another there than the engine's; `null` where it is the same, or nobody knows. */
export function otherRowAt({ joins }: Compared, trainingRow: number, join: number): OtherRow | null {
  const cells = joins[join];
  if (cells?.kind !== "compared") return null;
  const mark = cells.written.marks[trainingRow];
  if (!isOther(mark)) return null;
  const yours = orNone(cells.written.index[trainingRow]);
  return { trainingRow, join, yours, leaks: mark === WrittenMark.differs_and_leaks };
}

/** All of them, in the order of the table. O(training rows × joins). */
export function otherRows(run: Compared, numRows: number): OtherRow[] {
  const found: OtherRow[] = [];
  for (let row = 0; row < numRows; row++)
    for (let join = 0; join < run.joins.length; join++) {
      const other = otherRowAt(run, row, join);
      if (other !== null) found.push(other);
    }
  return found;
}

/** The next of them (`by` 1), or the one before (−1), in a circle; `null` where there is none. O(training rows × joins). */
export function nextOtherRow(
  run: Compared,
  numRows: number,
  from: { readonly trainingRow: number; readonly join: number },
  by: 1 | -1,
): OtherRow | null {
  const { length } = run.joins;
  const cells = numRows * length;
  const start = from.trainingRow * length + from.join;
  for (let step = 1; step <= cells; step++) {
    const at = (start + by * step + cells) % cells;
    const other = otherRowAt(run, Math.floor(at / length), at % length);
    if (other !== null) return other;
  }
  return null;
}

function orNone(row: number | undefined): number | null {
  return row === undefined || row === NO_MATCH ? null : row;
}
