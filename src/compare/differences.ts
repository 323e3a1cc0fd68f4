import { type CellValue, NO_MATCH } from "../microfs/core";
import type { ComparedColumn, ComparedTable } from "./compared-table";
import type { InPieces } from "./counts/weighted-values";

/** A column of both tables. */
export interface ColumnPair {
  readonly above: ComparedColumn;
  readonly below: ComparedColumn;
}

/** A cell that two tables write differently. */
export interface DifferentCell {
  readonly trainingRow: number;
  readonly pair: ColumnPair;
  /** 0 to 1, see {@link differences}. */
  readonly size: number;
}

/** All cells that two tables write differently. */
export interface Differences {
  readonly totalCells: number;
  /** Training rows that have some. */
  readonly totalRows: number;
  /** The cells [from, to), largest first; of equal ones the earlier training row, then the earlier column. */
  page(from: number, to: number): DifferentCell[];
}

const ROWS_A_PIECE = 1 << 12;
/** Sizes are told apart to two millionths when they are put in order. */
const SIZE_STEPS = 2 ** 19;
/** Cells are numbered by training row and column, below this. */
const MOST_CELLS = 2 ** 33;

/**
 * The cells that two tables of the same training rows write differently, by value: another row with the same value is no
 * difference, nor is a row that is missing from one that holds a null. Compared are the columns that both have, by name.
 *
 * The size of a difference of numbers or times is |Δ| over the spread of the column, cut at 1: the spread is the distance of its
 * quartiles, in a sample of both tables, and where those are equal, its range. Any other difference is 1: of texts and bools, and where
 * one cell is empty.
 *
 * @returns O(training rows × columns), and O(d log d) for d different cells.
 */
export function* differences(above: ComparedTable, below: ComparedTable): InPieces<Differences> {
  const pairs = columnPairs(above, below);
  const n = Math.min(above.numRows, below.numRows);
  const sizeOf = pairs.map((pair) => sizer(pair, n));
  let keys = new Float64Array(1024);
  let totalCells = 0;
  let totalRows = 0;
  for (let trainingRow = 0; trainingRow < n; trainingRow++) {
    if (trainingRow % ROWS_A_PIECE === 0) yield;
    const before = totalCells;
    for (let column = 0; column < pairs.length; column++) {
      const pair = pairs[column];
      if (pair === undefined || !isDifferent(pair, trainingRow)) continue;
      if (totalCells === keys.length) {
        const larger = new Float64Array(2 * totalCells);
        larger.set(keys);
        keys = larger;
      }
      const size = sizeOf[column]?.(trainingRow) ?? 1;
      const cell = trainingRow * pairs.length + column;
      keys[totalCells++] = Math.round((1 - size) * SIZE_STEPS) * MOST_CELLS + cell;
    }
    if (totalCells > before) totalRows++;
  }
  const sorted = keys.subarray(0, totalCells).sort();
  return {
    totalCells,
    totalRows,
    page: (from, to) =>
      Array.from(sorted.subarray(from, to), (key): DifferentCell[] => {
        const cell = key % MOST_CELLS;
        const [trainingRow, column] = [Math.floor(cell / pairs.length), cell % pairs.length];
        const pair = pairs[column];
        return pair === undefined ? [] : [{ trainingRow, pair, size: sizeOf[column]?.(trainingRow) ?? 1 }];
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

function isDifferent({ above, below }: ColumnPair, trainingRow: number): boolean {
  const source = above.lineage?.source;
  if (above.lineage && below.lineage && source !== undefined && source === below.lineage.source) {
    const [a, b] = [above.lineage.rowAt(trainingRow), below.lineage.rowAt(trainingRow)];
    if (a === b) return false;
    if (a === NO_MATCH || b === NO_MATCH) return !source.isNull(Math.max(a, b));
    return !source.equal(a, b);
  }
  return !isSameValue(above.valueAt(trainingRow), below.valueAt(trainingRow));
}

/** NaN equals NaN, and 1 equals 1n: a finished table need not have our types. */
function isSameValue(a: CellValue, b: CellValue): boolean {
  if (a === b || (Number.isNaN(a) && Number.isNaN(b))) return true;
  const areNumbers = isNumber(a) && isNumber(b) && typeof a !== typeof b;
  return areNumbers && Number(a) === Number(b);
}

function isNumber(value: CellValue): value is number | bigint {
  return typeof value === "number" || typeof value === "bigint";
}

const SAMPLED_ROWS = 4096;

/** The size of a column's differences by training row. What it is measured by is found once. */
function sizer({ above, below }: ColumnPair, n: number): (trainingRow: number) => number {
  let spread: number | null = null;
  return (trainingRow) => {
    const [a, b] = [above.valueAt(trainingRow), below.valueAt(trainingRow)];
    if (!isNumber(a) || !isNumber(b) || Number.isNaN(a) || Number.isNaN(b)) return 1;
    const difference = typeof a === "bigint" && typeof b === "bigint" ? Number(a - b) : Number(a) - Number(b);
    spread ??= spreadOf([above, below], n);
    return spread > 0 ? Math.min(1, Math.abs(difference) / spread) : 1;
  };
}

/** The distance between the quartiles of what some columns write, or their range where that is 0. */
function spreadOf(columns: readonly ComparedColumn[], n: number): number {
  const step = Math.max(1, Math.floor(n / SAMPLED_ROWS));
  const numbers: number[] = [];
  for (const { valueAt } of columns) {
    for (let row = 0; row < n; row += step) {
      const value = valueAt(row);
      if (isNumber(value) && Number.isFinite(Number(value))) numbers.push(Number(value));
    }
  }
  const sorted = Float64Array.from(numbers).sort();
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] ?? 0;
  return at(0.75) - at(0.25) || at(1) - at(0);
}
