import { ZoneClock } from "../../formats/csv/columns/zone-clock";
import type { CsvQuestion, CsvReview } from "../../formats/csv/csv-draft";
import type { CsvPlan, TimeFormat } from "../../formats/csv/csv-plan";
import { previewHead } from "../../formats/csv/preview-csv";
import { columnQuestion, guessColumn } from "../../formats/csv/sniff/guess-column";
import { headRows, readHead } from "../../formats/csv/sniff/read-head";
import { describeColumn, tryColumn } from "../../formats/csv/sniff/try-column";

const SAMPLE_ROWS = 5_000;
const PREVIEW_ROWS = 100;

/**
 * Reads the head of a file, 256 kB, by a plan: what each column holds then, and the first rows.
 *
 * @throws FormatError as `sniffCsv` and `readCsv` do.
 */
export async function reviewCsv(file: Blob, plan: CsvPlan): Promise<CsvReview> {
  const head = await readHead(file, plan.encoding);
  const texts = columnTexts(headRows(head, plan.delimiter, plan.columns.length === 1).rows, plan);
  const clock = new ZoneClock(plan.zone);
  return {
    findings: plan.columns.map((column, cell) => {
      const columnCells = texts[cell] ?? [];
      return describeColumn(tryColumn(column, columnCells, clock), columnCells);
    }),
    notes: [],
    preview: previewHead(head, plan, PREVIEW_ROWS),
  };
}

const TIME_FORMATS: readonly TimeFormat[] = [
  "iso",
  "day_first",
  "month_first",
  "epoch_s",
  "epoch_ms",
  "epoch_us",
];

/** How a column's times are written, and what to ask where they read in more than one way. */
export interface TimeFit {
  time: TimeFormat;
  question: CsvQuestion | null;
}

/** Finds the way of writing times that reads most of a column; the column's own where none reads more. */
export async function fitTimes(file: Blob, plan: CsvPlan, columnName: string): Promise<TimeFit> {
  const cell = plan.columns.findIndex(({ name }) => name === columnName);
  const column = plan.columns[cell];
  if (column === undefined) throw new RangeError(`the plan must have the column: ${columnName}`);
  const head = await readHead(file, plan.encoding);
  const { rows } = headRows(head, plan.delimiter, plan.columns.length === 1);
  const texts = columnTexts(rows, plan)[cell] ?? [];
  const trialOf = (time: TimeFormat) => tryColumn({ ...column, type: "timestamp", time }, texts);
  const best = TIME_FORMATS.map(trialOf).reduce(
    (most, trial) => (trial.readable > most.readable ? trial : most),
    trialOf(column.time),
  );
  // Of the texts that are times alone, the question is the one that a column of nothing but times would raise.
  const unreadable = new Set(best.unreadable.map(({ row }) => row));
  const { trial, question } = guessColumn(
    columnName,
    texts.filter((_, row) => !unreadable.has(row)),
  );
  if (trial.column.type !== "timestamp") return { time: best.column.time, question: null };
  return {
    time: trial.column.time,
    question: question === undefined ? null : columnQuestion(columnName, question),
  };
}

/** Per column of the plan, the cells of the rows that have as many cells as it has columns. */
function columnTexts(rows: readonly { cells: string[] }[], plan: CsvPlan): string[][] {
  const body = (plan.hasHeader ? rows.slice(1) : rows)
    .filter((row) => row.cells.length === plan.columns.length)
    .slice(0, SAMPLE_ROWS);
  return plan.columns.map((_, cell) => body.map((row) => row.cells[cell] ?? ""));
}
