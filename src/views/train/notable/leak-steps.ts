import type { Training } from "../../../state/training";
import type { Coordinate } from "../../../timeline/step/coordinate";
import { formatNumber } from "../../../ui/format-number";
import { featuresOf } from "./leaked-cells";
import {
  bitsOf,
  NOTABLE_BITS,
  type NotableCells,
  type NotableRow,
  nextNotable,
  weightBefore,
} from "./notable-rows";

type LeakingCells = NotableCells & Pick<Training, "trainingRowOf">;

/** A leak, and whether the round has begun anew with it. */
interface LeakFound {
  readonly found: NotableRow;
  readonly wrapped: boolean;
}

/**
 * The next leak (`by` 1), or the one before (−1), from what is on the screen, in a circle; `null` where there is none. Join by
 * join what is not written yet counts as to come; with all joins side by side all of a row is on the screen, so it goes row
 * by row. O(rows × joins).
 */
export function nextLeak(training: LeakingCells, at: Coordinate, by: 1 | -1): LeakFound | null {
  const row = training.trainingRowOf(at.spineRow) ?? 0;
  const last = training.joins.length - 1;
  const isWritten = at.phase === "write_cell";
  const ahead = at.together ? last : isWritten ? at.join : at.join - 1;
  const from = { trainingRow: row, join: by === 1 ? ahead : at.together ? 0 : at.join };
  const found = nextNotable(training, "leak", from, by);
  if (found === null) return null;
  const isLater =
    found.trainingRow === row
      ? !at.together && (found.join - from.join) * by > 0
      : (found.trainingRow - row) * by > 0;
  // Going back, a row is met at its last join; it is looked at from its first.
  const shown = at.together && by === -1 ? firstLeakOf(training, found) : found;
  return { found: shown, wrapped: !isLater };
}

function firstLeakOf(training: LeakingCells, { trainingRow, join, kind }: NotableRow): NotableRow {
  const first = training.joins.findIndex((_, other) => leaks(training, other, trainingRow));
  return { trainingRow, join: first < 0 ? join : first, kind };
}

function leaks(training: NotableCells, join: number, trainingRow: number): boolean {
  return (bitsOf(training, join, trainingRow) & NOTABLE_BITS.leak) !== 0;
}

/**
 * Which of all leaks is on the screen: `cells 4 to 6 of 40 001`, or with all joins side by side `row 12 of 5 988
 * that leak`; "" where none is. O(rows × joins).
 */
export function leakPlace(training: LeakingCells, at: Coordinate): string {
  const row = training.trainingRowOf(at.spineRow);
  if (row === undefined) return "";
  if (at.together) return rowPlace(training, row);
  return at.phase === "write_cell" && leaks(training, at.join, row) ? cellsPlace(training, row, at.join) : "";
}

function rowPlace(training: NotableCells, trainingRow: number): string {
  const isLeaking = (row: number) => training.joins.some((_, join) => leaks(training, join, row));
  if (!isLeaking(trainingRow)) return "";
  let [before, count] = [0, 0];
  for (let row = 0; row < training.numRows; row++) {
    if (!isLeaking(row)) continue;
    count++;
    if (row < trainingRow) before++;
  }
  return count === 1 ? "the only row" : `row ${formatNumber(before + 1)} of ${formatNumber(count)} that leak`;
}

function cellsPlace(training: NotableCells, trainingRow: number, join: number): string {
  const here = featuresOf(training, join);
  const { before, count } = weightBefore(training, { trainingRow, join, kind: "leak" });
  if (count === here) return here === 1 ? "the only cell" : "the only cells";
  const cells =
    here === 1
      ? `cell ${formatNumber(before + 1)}`
      : `cells ${formatNumber(before + 1)} to ${formatNumber(before + here)}`;
  return `${cells} of ${formatNumber(count)}`;
}
