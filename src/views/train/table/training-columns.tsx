import type { CellValue } from "../../../microfs/schema";
import type { Training, TrainingColumn } from "../../../state/training/training";
import { formatMoment, type MomentStyle } from "../../../timeline/words/format-moment";
import { exactValue, formatValue } from "../../../timeline/words/format-value";
import { formatNumber } from "../../../ui/format-number";
import type { CellTone, DataTableColumn } from "../../../ui/table/data-table-column";
import type { LiveCells } from "./live-cells";

/** The id of the column of row numbers: no column of data is named so, because none is without a name. */
export const ROW_NUMBER = "";

const LEAST_WIDTH_PX = 88;
const MOST_LETTERS = 28;
const LETTER_PX = 8.5;
const CELL_PADDING_PX = 30;

/** A changed cell shows what it was, too. */
const ROOM_FOR_TWO = 1.6;

/** How many rows are looked at to see how a column is best written. */
const SAMPLE_ROWS = 2_000;

/** What a table is shown with, beside the training set that the worker has made. */
export interface Shown {
  /** Whether the steps so far have filled a cell. */
  readonly isWritten: (row: number, column: TrainingColumn) => boolean;
  /** The training set without the edits, for marking what they changed; `null` where there are none. */
  readonly before: Training | null;
  /** The rows of the entity on the screen as the page joins them: ahead of the worker while a hand moves. */
  readonly live: LiveCells | null;
}

/** How a column is written and how wide it is: of the training set alone, whatever a hand moves. */
interface Written {
  readonly format: (value: CellValue) => string;
  readonly minWidthPx: number;
}

const written = new WeakMap<TrainingColumn, Written>();

/** O(rows looked at) once per column. */
function writtenAs(training: Training, column: TrainingColumn, style: MomentStyle): Written {
  const known = written.get(column);
  if (known !== undefined) return known;
  const format = formatOf(training, column, style);
  const roomFor = column.join < 0 ? 1 : ROOM_FOR_TWO;
  const now = { format, minWidthPx: widthOf(training, column, format) * roomFor };
  written.set(column, now);
  return now;
}

/** The columns of the training table as they are shown. */
export function trainingColumns(training: Training, shown: Shown): DataTableColumn[] {
  const style = yearStyle(training);
  const numbers: DataTableColumn = {
    id: ROW_NUMBER,
    header: "row",
    align: "end",
    minWidthPx: 72,
    grow: 0,
    cell: (row) => formatNumber(row + 1),
  };
  return [numbers, ...training.columns.map((column) => dataColumn(training, column, style, shown))];
}

function dataColumn(
  training: Training,
  column: TrainingColumn,
  style: MomentStyle,
  { isWritten, before, live }: Shown,
): DataTableColumn {
  const earlier = before?.columns.find(({ name }) => name === column.name);
  const { format, minWidthPx } = writtenAs(training, column, style);
  return {
    id: column.name,
    header: column.type === "timestamp" ? `${column.name}, UTC` : column.name,
    align: column.type === "int64" || column.type === "float64" ? "end" : "start",
    minWidthPx,
    cell: (row) => {
      if (!isWritten(row, column)) return "";
      const spineRow = training.spineIndex[row] ?? -1;
      const now = valueNow(training, row, column, live);
      const rowBefore = before?.trainingRowOf(spineRow);
      const was = rowBefore === undefined ? now : (earlier?.value(rowBefore) ?? null);
      if (Object.is(was, now)) return format(now);
      return (
        <>
          <del>{format(was)}</del> → {format(now)}
        </>
      );
    },
    exact: (row) =>
      isWritten(row, column) ? exactValue(valueNow(training, row, column, live), column.type) : undefined,
  };
}

function valueNow(
  training: Training,
  row: number,
  column: TrainingColumn,
  live: LiveCells | null,
): CellValue {
  const now = live?.value(training.spineIndex[row] ?? -1, column);
  return now === undefined ? column.value(row) : now;
}

/** A width that shows the header and the first values whole, within reason. */
function widthOf(training: Training, column: TrainingColumn, format: (value: CellValue) => string): number {
  let letters = column.name.length;
  for (let row = 0; row < Math.min(SAMPLE_ROWS, training.numRows); row++)
    letters = Math.max(letters, format(column.value(row)).length);
  return Math.max(LEAST_WIDTH_PX, Math.min(MOST_LETTERS, letters) * LETTER_PX + CELL_PADDING_PX);
}

/** How a column's values are written: floats with the decimals that its first rows need. */
export function formatOf(
  training: Training,
  column: TrainingColumn,
  style: MomentStyle,
): (value: CellValue) => string {
  if (column.type === "timestamp")
    return (value) => (typeof value === "bigint" ? formatMoment(value, style) : formatValue(value));
  // An entity's number is a name: it has no thousands.
  if (column.type === "int64") return (value) => (value === null ? "null" : String(value));
  const decimals = decimalsOf(training, column);
  return (value) => formatValue(value, decimals);
}

function decimalsOf(training: Training, column: TrainingColumn): number {
  let decimals = 2;
  for (let row = 0; row < Math.min(SAMPLE_ROWS, training.numRows) && decimals < 4; row++) {
    const value = column.value(row);
    if (typeof value !== "number" || !Number.isFinite(value)) continue;
    while (decimals < 4 && Number(value.toFixed(decimals)) !== value) decimals++;
  }
  return decimals;
}

/** Years are written where the spine's times lie in more than one. */
export function yearStyle({ timesUs }: Training): MomentStyle {
  const yearOf = (us: bigint | undefined) => new Date(Number((us ?? 0n) / 1000n)).getUTCFullYear();
  return { year: yearOf(timesUs[0]) !== yearOf(timesUs.at(-1)) };
}

/** How a cell stands out: a leak by its corner, a null and a row's number by standing back. */
export function cellTone(
  training: Training,
  row: number,
  columnId: string,
  live: LiveCells | null,
): CellTone {
  const column = training.columns.find(({ name }) => name === columnId);
  if (column === undefined) return "muted";
  const leaks = live?.leaks(training.spineIndex[row] ?? -1, column.join);
  if (leaks ?? training.joins[column.join]?.leak[row] === 1) return "leak";
  return valueNow(training, row, column, live) === null ? "muted" : "plain";
}
