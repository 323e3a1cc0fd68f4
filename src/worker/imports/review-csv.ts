import type { CsvQuestion, CsvReview } from "../../formats/csv/csv-draft";
import type { CsvPlan, TimeFormat } from "../../formats/csv/csv-plan";
import { tableOfPlan } from "../../formats/csv/review/table-of-plan";
import { reviewHead } from "../../formats/csv/review-csv";
import { columnQuestion } from "../../formats/csv/sniff/guess-column";
import { fitTime } from "../../formats/csv/sniff/guess-time-format";
import { readHead } from "../../formats/csv/sniff/read-head";

/**
 * Reads the head of a file, 256 kB or a few rows, by a plan: what each column holds then, what should be looked at, and the first rows.
 *
 * @throws FormatError as `sniffCsv` and `readCsv` do.
 */
export async function reviewCsv(file: Blob, plan: CsvPlan): Promise<CsvReview> {
  return reviewHead(await readHead(file, plan.encoding), plan);
}

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
  const { time, question } = fitTime(column, tableOfPlan(head, plan).texts[cell] ?? []);
  return { time, question: question === null ? null : columnQuestion(columnName, question) };
}
