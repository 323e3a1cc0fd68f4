import { NO_MATCH } from "../microfs/core";
import { type ComparedColumn, type ComparedTable, countAt, type Extremes, valuesAt } from "./compared-table";
import type { InPieces } from "./in-pieces";
import { isNumber, isSameList, isSameValue } from "./same-values";

/** A column of both tables. */
export interface ColumnPair {
  readonly above: ComparedColumn;
  readonly below: ComparedColumn;
}

/** A cell that two tables write differently. */
export interface DifferentCell {
  readonly trainingRow: number;
  readonly pair: ColumnPair;
  /** See {@link differences}. */
  readonly size: number | null;
}

/** All cells that two tables write differently. A cell is one of a training row: it may hold several values. */
export interface Differences {
  readonly totalCells: number;
  /** Training rows that have some. */
  readonly totalRows: number;
  /** Cells that other rows made, whatever they hold; `null` where it is not known of all columns which rows made them. */
  readonly otherRowCells: number | null;
  /**
   * The cells [from, to): leaks that hold a value on both sides, then the others that do, then those that hold none on one side, leaks
   * first. Within each the largest first; of equal ones the earlier training row, then the earlier column.
   */
  page(from: number, to: number): DifferentCell[];
}

const ROWS_A_PIECE = 1 << 12;
/** Cells are numbered by training row and column, below this. */
const MOST_CELLS = 2 ** 33;

/**
 * The cells that two tables of the same training rows write differently, by value: another row with the same value is no
 * difference, nor is a row that is missing from one that holds a null. Where a join makes several rows of one, a cell holds the list of
 * their values: it differs where the other does not hold the same ones, each as often. Compared are the columns that both have, by name.
 *
 * The size of a difference of numbers or times is the greatest |Δ| between them over the spread of the column, to a thousandth: the
 * spread is the distance of its quartiles, in a sample of both tables, and where those are equal, its range. Any other difference has
 * none: of texts and bools, and where one cell holds no number. It stands where a size of 1 would.
 *
 * @returns O(training rows × columns), and O(d log d) for d different cells. Lists are looked through once each, and where both cells
 * hold as many values.
 */
export function* differences(above: ComparedTable, below: ComparedTable): InPieces<Differences> {
  const pairs = columnPairs(above, below);
  const n = Math.min(above.numRows, below.numRows);
  const sizeOf = pairs.map((pair) => sizer(pair, n));
  let keys = new Float64Array(1024);
  let totalCells = 0;
  let totalRows = 0;
  let otherRowCells = 0;
  for (let trainingRow = 0; trainingRow < n; trainingRow++) {
    if (trainingRow % ROWS_A_PIECE === 0) yield;
    const before = totalCells;
    for (let column = 0; column < pairs.length; column++) {
      const pair = pairs[column];
      if (pair === undefined || hasSameRows(pair, trainingRow)) continue;
      otherRowCells++;
      if (!isDifferent(pair, trainingRow)) continue;
      if (totalCells === keys.length) {
        const larger = new Float64Array(2 * totalCells);
        larger.set(keys);
        keys = larger;
      }
      const place = placeOf(pair, trainingRow, sizeOf[column]?.(trainingRow) ?? null);
      keys[totalCells++] = place * MOST_CELLS + trainingRow * pairs.length + column;
    }
    if (totalCells > before) totalRows++;
  }
  const sorted = keys.subarray(0, totalCells).sort();
  return {
    totalCells,
    totalRows,
    otherRowCells: pairs.every(hasLineage) ? otherRowCells : null,
    page: (from, to) =>
      Array.from(sorted.subarray(from, to), (key): DifferentCell[] => {
        const cell = key % MOST_CELLS;
        const [trainingRow, column] = [Math.floor(cell / pairs.length), cell % pairs.length];
        const pair = pairs[column];
        return pair === undefined ? [] : [{ trainingRow, pair, size: sizeOf[column]?.(trainingRow) ?? null }];
      }).flat(),
  };
}

/**
 * The next training row after one, or the one before, in which two tables differ in any cell; `null` where there is none. Costs the
 * rows that are passed.
 */
export function* nextDifferent(
  above: ComparedTable,
  below: ComparedTable,
  trainingRow: number,
  by: 1 | -1,
): InPieces<number | null> {
  const pairs = columnPairs(above, below);
  const n = Math.min(above.numRows, below.numRows);
  for (let row = trainingRow + by; row >= 0 && row < n; row += by) {
    if (row % ROWS_A_PIECE === 0) yield;
    if (pairs.some((pair) => isDifferent(pair, row))) return row;
  }
  return null;
}

function columnPairs(above: ComparedTable, below: ComparedTable): ColumnPair[] {
  const byName = new Map(below.columns.map((column) => [column.name, column]));
  return above.columns.flatMap((column) => {
    const other = byName.get(column.name);
    return other === undefined ? [] : [{ above: column, below: other }];
  });
}

/** Whether all rows that made its cells are known, and of one table. */
function hasLineage({ above, below }: ColumnPair): boolean {
  return above.lineage !== null && above.lineage.source === below.lineage?.source;
}

/** Whether the same rows made both cells; where that is not known they did not. */
function hasSameRows(pair: ColumnPair, trainingRow: number): boolean {
  const [one, other] = [pair.above.lineage, pair.below.lineage];
  if (one === null || other === null || !hasLineage(pair)) return false;
  const count = one.countAt(trainingRow);
  if (count !== other.countAt(trainingRow) || one.lastAt(trainingRow) !== other.lastAt(trainingRow))
    return false;
  if (count < 2) return true;
  const rows = other.rowsAt(trainingRow);
  return one.rowsAt(trainingRow).every((row, i) => row === rows[i]);
}

function isDifferent(pair: ColumnPair, trainingRow: number): boolean {
  const { above, below } = pair;
  const count = countAt(above, trainingRow);
  if (count !== countAt(below, trainingRow)) return true;
  if (hasSameRows(pair, trainingRow)) return false;
  if (count > 1) return !isSameList(valuesAt(above, trainingRow), valuesAt(below, trainingRow));
  if (above.lineage !== null && below.lineage !== null && hasLineage(pair)) {
    const { source } = above.lineage;
    const [a, b] = [above.lineage.lastAt(trainingRow), below.lineage.lastAt(trainingRow)];
    return a === NO_MATCH || b === NO_MATCH ? !source.isNull(Math.max(a, b)) : !source.equal(a, b);
  }
  return !isSameValue(above.valueAt(trainingRow), below.valueAt(trainingRow));
}

/** Of a float of 32 bits that is not below 0: those that stand for its power of two, and for a thousandth of it. */
const SIZE_BITS = 18;
const DROPPED_BITS = 31 - SIZE_BITS;

/** Where a difference stands, the least first: below 2^20. */
function placeOf({ above, below }: ColumnPair, trainingRow: number, size: number | null): number {
  const leaks = [above, below].some(({ lineage }) => lineage?.leaksAt(trainingRow) === true);
  const areFilled = [above, below].every((column) => isFilled(column, trainingRow));
  const rank = (areFilled ? 0 : 2) + (leaks ? 0 : 1);
  return rank * 2 ** SIZE_BITS + (2 ** SIZE_BITS - 1 - sizeStep(size ?? 1));
}

function isFilled(column: ComparedColumn, trainingRow: number): boolean {
  if (countAt(column, trainingRow) === 1) return column.valueAt(trainingRow) !== null;
  return column.lineage?.isFilledAt(trainingRow) === true;
}

/** The first bits of a float stand in the order of its size. */
function sizeStep(size: number): number {
  return (new Uint32Array(Float32Array.of(size).buffer)[0] ?? 0) >>> DROPPED_BITS;
}

/** A size to a thousandth: in the order of rounded sizes none is out of place. */
function rounded(size: number): number {
  const bits = new Uint32Array(Float32Array.of(size).buffer);
  const half = 2 ** (DROPPED_BITS - 1);
  bits[0] = (((bits[0] ?? 0) + half) >>> DROPPED_BITS) << DROPPED_BITS;
  return new Float32Array(bits.buffer)[0] ?? 0;
}

const SAMPLED_ROWS = 4096;

/** The size of a column's differences by training row, `null` where there is none to tell. What it is measured by is found once. */
function sizer({ above, below }: ColumnPair, n: number): (trainingRow: number) => number | null {
  let spread: number | null = null;
  return (trainingRow) => {
    const [a, b] = [extremesAt(above, trainingRow), extremesAt(below, trainingRow)];
    if (a === null || b === null) return null;
    const far = Math.max(
      Math.abs(difference(a.greatest, b.least)),
      Math.abs(difference(b.greatest, a.least)),
    );
    spread ??= spreadOf([above, below], n);
    return spread > 0 && !Number.isNaN(far) ? rounded(far / spread) : null;
  };
}

function extremesAt(column: ComparedColumn, trainingRow: number): Extremes | null {
  if (countAt(column, trainingRow) > 1) return column.lineage?.extremesAt(trainingRow) ?? null;
  const value = column.valueAt(trainingRow);
  return isNumber(value) && !Number.isNaN(value) ? { least: value, greatest: value } : null;
}

function difference(a: number | bigint, b: number | bigint): number {
  return typeof a === "bigint" && typeof b === "bigint" ? Number(a - b) : Number(a) - Number(b);
}

/** The distance between the quartiles of what some columns write, or their range where that is 0. */
function spreadOf(columns: readonly ComparedColumn[], n: number): number {
  const step = Math.max(1, Math.floor(n / SAMPLED_ROWS));
  const numbers: number[] = [];
  for (const column of columns) {
    for (let row = 0; row < n; row += step) {
      const found = extremesAt(column, row);
      if (found === null) continue;
      for (const value of countAt(column, row) > 1 ? [found.least, found.greatest] : [found.least])
        if (Number.isFinite(Number(value))) numbers.push(Number(value));
    }
  }
  const sorted = Float64Array.from(numbers).sort();
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] ?? 0;
  return at(0.75) - at(0.25) || at(1) - at(0);
}
