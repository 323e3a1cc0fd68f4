import { type CellValue, NO_MATCH } from "../microfs/core";
import { FIRST_ADDED_ROW } from "../scenario/edits/edit";
import type { LiveTraining, PageColumn, TrainingPage } from "../worker/results";
import type { Pages } from "./pages";

/** A training set on the page: what its joins did, ways to find a row, and its values by pages. */
export interface Training extends LiveTraining {
  numRows: number;
  /** The training row of a row of the label group, by the number that it is known by; `undefined` where there is none. */
  trainingRowOf: (spineRow: number) => number | undefined;
  pages: Pages<TrainingPage>;
}

/** A training set as the worker has sent it, with its pages. O(training rows). */
export function trainingOf(live: LiveTraining, pages: Pages<TrainingPage>): Training {
  const numRows = live.totals.trainingRows;
  return { ...live, numRows, trainingRowOf: inverseOf(live.spineIndex), pages };
}

/**
 * A cell of the training table.
 *
 * @param column - Counts the view's columns from 0.
 * @returns `undefined` while its page is on its way.
 */
export function cellAt({ pages }: Training, trainingRow: number, column: number): CellValue | undefined {
  return pages.read(trainingRow, ({ columns }, at) => valueAt(columns[column], at));
}

/** What stood in a cell before the edits; `undefined` where its row was added, or while its page is on its way. */
export function cellBefore(training: Training, trainingRow: number, column: number): CellValue | undefined {
  if ((training.spineIndex[trainingRow] ?? NO_MATCH) >= FIRST_ADDED_ROW) return undefined;
  return training.pages.read(trainingRow, ({ columns, before }, at) => {
    const changed = before.trainingRows.indexOf(trainingRow);
    return changed < 0 ? valueAt(columns[column], at) : valueAt(before.columns[column], changed);
  });
}

/** The cells of a column on the first page: by them it is chosen how the column is written. */
export function firstCells({ pages }: Training, column: number): CellValue[] {
  const cells = pages.first?.columns[column];
  return Array.from({ length: cells?.valid.length ?? 0 }, (_, row) => valueAt(cells, row));
}

/** A cell of a page, exactly: integers of 64 bits and times, in microseconds, as `bigint`. */
function valueAt(column: PageColumn | undefined, at: number): CellValue {
  if (column?.valid[at] !== 1) return null;
  const value = column.values[at] ?? null;
  if (column.texts !== null) return column.texts[Number(value)] ?? null;
  return column.type === "bool" ? value === 1 : value;
}

/** Where each number stands in an index vector. Stored rows have small numbers; added ones have theirs far above. */
function inverseOf(index: Int32Array): (number: number) => number | undefined {
  const added = new Map<number, number>();
  let most = -1;
  for (const number of index) if (number < FIRST_ADDED_ROW && number > most) most = number;
  const stored = new Int32Array(most + 1).fill(NO_MATCH);
  index.forEach((number, position) => {
    if (number < FIRST_ADDED_ROW) stored[number] = position;
    else added.set(number, position);
  });
  return (number) => {
    const position = stored[number] ?? NO_MATCH;
    return position === NO_MATCH ? added.get(number) : position;
  };
}
