import { CellFlag, type CellValue, type ViewColumn } from "../../../microfs/core";
import type { OwnJoinRun } from "../../../state/own-join/own-join";
import { cellAt, cellBefore, firstCells, type Training } from "../../../state/training";
import { formatMoment, type MomentStyle } from "../../../timeline/words/format-moment";
import { exactValue, formatValue } from "../../../timeline/words/format-value";
import { rowName } from "../../../timeline/words/row-name";
import type { CellTone, DataTableColumn } from "../../../ui/table/data-table-column";
import { otherRowAt } from "../own-join/other-rows";
import { OwnMark } from "../own-join/own-cells";
import type { SliceCells } from "./slice-cells";

/** The id of the column of row numbers: no column of data is named so, because none is without a name. */
export const ROW_NUMBER = "";

/** Stands in a cell whose page is on its way. */
export const PENDING = "…";

const ROW_NUMBER_PX = 64;
const LEAST_WIDTH_PX = 80;
const MOST_LETTERS = 28;
/** Of a value, and of the smaller letters of a name. */
const LETTER_PX = 8.7;
const NAME_LETTER_PX = 7.2;
const CELL_PADDING_PX = 26;

/** What stands beside a value where the reader's own join takes another row. */
const OWN_MARK_PX = 84;

/** A changed cell shows what it was, too. */
const ROOM_FOR_TWO = 1.6;

/** What a table is shown with, beside the training set that the worker has made. */
export interface Shown {
  /** Whether the steps so far have filled a cell. */
  readonly isWritten: (row: number, column: ViewColumn) => boolean;
  /** The rows of the entity on the screen as the page joins them: ahead of the worker during a drag. */
  readonly sliceCells: SliceCells | null;
  /** Whether a cell that the edits have changed shows what it was, too. */
  readonly showsBefore: boolean;
  /** Where the reader's own join is looked at: what it takes. */
  readonly own: OwnJoinRun | null;
}

/** What of the spine names a row: it comes first, and stays while the rest of the table is scrolled. */
export interface SpineNames {
  readonly labelFg: string;
  /** Its keys, its event time and the label, in the order in which they stand. */
  readonly columns: readonly string[];
}

/** How a column is written and how wide it is: of the training set alone, whatever is dragged. */
export interface WrittenColumn {
  readonly format: (value: CellValue) => string;
  readonly minWidthPx: number;
}

/** How the columns of a training set are written. O(rows of the first page). */
export function writtenColumns(training: Training): WrittenColumn[] {
  return training.columns.map((column, number) => {
    const format = formatOf(training, number);
    const roomFor = column.join < 0 ? 1 : ROOM_FOR_TWO;
    return { format, minWidthPx: widthOf(training, number, format) * roomFor };
  });
}

/** The columns of the training table as they are shown: what names a row, what else the spine has, then join by join. */
export function trainingColumns(
  training: Training,
  written: readonly WrittenColumn[],
  names: SpineNames,
  shown: Shown,
): DataTableColumn[] {
  const spine = `${names.labelFg} · times in UTC`;
  const numbers: DataTableColumn = {
    id: ROW_NUMBER,
    header: "row",
    group: spine,
    pinned: true,
    align: "end",
    minWidthPx: ROW_NUMBER_PX,
    cell: (row) => rowName(training.spineIndex[row] ?? 0),
  };
  const columns = written
    .map((one, number) => dataColumn(training, number, one, shown))
    .filter((column) => column !== null);
  const named = names.columns.flatMap((name) => columns.find(({ id }) => id === name) ?? []);
  const isOfSpine = ({ id }: DataTableColumn) =>
    training.columns.some(({ name, join }) => name === id && join < 0);
  return [
    numbers,
    ...named.map((column) => ({ ...column, group: spine, pinned: true })),
    ...columns
      .filter((column) => !named.includes(column))
      .map((column) => (isOfSpine(column) ? { ...column, group: spine } : column)),
  ];
}

/** The columns that a join writes, by their names in the table. */
export function columnsOfJoin(training: Training, join: number): string[] {
  return training.columns.filter((column) => column.join === join).map(({ name }) => name);
}

function dataColumn(
  training: Training,
  number: number,
  { format, minWidthPx }: WrittenColumn,
  { isWritten, sliceCells, showsBefore, own }: Shown,
): DataTableColumn | null {
  const column = training.columns[number];
  if (column === undefined) return null;
  return {
    id: column.name,
    header: column.name,
    ...(column.join >= 0 && { group: groupOfJoin(training, column.join) }),
    align: column.type === "int64" || column.type === "float64" ? "end" : "start",
    minWidthPx: minWidthPx + (own?.joins[column.join]?.kind === "compared" ? OWN_MARK_PX : 0),
    cell: (row) => {
      if (!isWritten(row, column)) return "";
      const now = cellNow(training, row, number, sliceCells);
      if (now === undefined) return PENDING;
      const other = own && otherRowAt(own, row, column.join);
      if (other)
        return (
          <>
            {format(now)}
            <OwnMark other={other} />
          </>
        );
      const was = showsBefore ? cellBefore(training, row, number) : undefined;
      if (was === undefined || Object.is(was, now)) return format(now);
      // What names the row has no room for two.
      if (column.join < 0) return `→ ${format(now)}`;
      return (
        <>
          <del>{format(was)}</del> → {format(now)}
        </>
      );
    },
    exact: (row) => {
      const now = isWritten(row, column) ? cellNow(training, row, number, sliceCells) : undefined;
      return now === undefined ? undefined : exactValue(now, column.type);
    },
  };
}

/** A join over its columns; a group that is joined twice is told apart by the number of the join. */
export function groupOfJoin({ joins }: Pick<Training, "joins">, join: number): string {
  const name = joins[join]?.fgName ?? "";
  const isOnce = joins.filter(({ fgName }) => fgName === name).length === 1;
  return isOnce ? name : `${name} (join ${join + 1})`;
}

/** A cell with what is dragged; `undefined` while its page is on its way. */
function cellNow(
  training: Training,
  row: number,
  number: number,
  sliceCells: SliceCells | null,
): CellValue | undefined {
  const column = training.columns[number];
  const now = column && sliceCells?.value(training.spineIndex[row] ?? -1, column);
  return now === undefined ? cellAt(training, row, number) : now;
}

/** A width that shows the header and the first values whole, within reason. */
function widthOf(training: Training, number: number, format: (value: CellValue) => string): number {
  const letters = firstCells(training, number).reduce<number>(
    (most, value) => Math.max(most, format(value).length),
    0,
  );
  const name = training.columns[number]?.name.length ?? 0;
  const widest = Math.max(Math.min(MOST_LETTERS, letters) * LETTER_PX, name * NAME_LETTER_PX);
  return Math.max(LEAST_WIDTH_PX, widest + CELL_PADDING_PX);
}

/**
 * How a column's values are written: floats with the decimals that its first rows need.
 *
 * @param number - Counts the view's columns from 0.
 */
export function formatOf(training: Training, number: number): (value: CellValue) => string {
  const type = training.columns[number]?.type;
  if (type === "timestamp") {
    // A time of another year than the predictions' would look like one of theirs.
    const year = yearOf(training.timesUs[0]);
    const isElsewhen = firstCells(training, number).some(
      (value) => typeof value === "bigint" && yearOf(value) !== year,
    );
    const style = isElsewhen ? { year: true } : yearStyle(training);
    return (value) => (typeof value === "bigint" ? formatMoment(value, style) : formatValue(value));
  }
  // An entity's number is a name: it has no thousands.
  if (type === "int64") return (value) => (value === null ? "null" : String(value));
  const decimals = decimalsOf(firstCells(training, number));
  return (value) => formatValue(value, decimals);
}

function decimalsOf(values: readonly CellValue[]): number {
  let decimals = 2;
  for (const value of values) {
    if (decimals === 4) break;
    if (typeof value !== "number" || !Number.isFinite(value)) continue;
    while (decimals < 4 && Number(value.toFixed(decimals)) !== value) decimals++;
  }
  return decimals;
}

/** Years are written where the spine's times lie in more than one. */
export function yearStyle({ timesUs }: Training): MomentStyle {
  return { year: yearOf(timesUs[0]) !== yearOf(timesUs.at(-1)) };
}

function yearOf(us: bigint | undefined): number {
  return new Date(Number((us ?? 0n) / 1000n)).getUTCFullYear();
}

/** How a cell stands out: a leak by its corner, a null and a row's number by standing back. */
export function cellTone(
  training: Training,
  row: number,
  columnId: string,
  { sliceCells, isWritten }: Pick<Shown, "sliceCells" | "isWritten">,
): CellTone {
  const number = training.columns.findIndex(({ name }) => name === columnId);
  const column = training.columns[number];
  if (column === undefined) return "muted";
  if (!isWritten(row, column)) return "plain";
  const flags = training.joins[column.join]?.flags[row] ?? 0;
  const leaks =
    sliceCells?.leaks(training.spineIndex[row] ?? -1, column.join) ?? (flags & CellFlag.leak) !== 0;
  if (leaks) return "leak";
  return cellNow(training, row, number, sliceCells) == null ? "muted" : "plain";
}
