import type { PreviewRow } from "./csv-draft";
import type { CsvPlan } from "./csv-plan";
import { RowReader } from "./row-reader";
import { type Head, readHead } from "./sniff/read-head";
import { type CsvTokenizer, cellBytes, isBlankRow, planTokenizer, QUOTED, shownText } from "./tokenize-csv";

/**
 * The first rows as they are written, each with what the plan would reject it for. Reads the head of the file only.
 *
 * @throws FormatError as `sniffCsv` and `readCsv` do.
 */
export async function previewCsv(file: Blob, plan: CsvPlan, rows = 100): Promise<PreviewRow[]> {
  return previewHead(await readHead(file, plan.encoding), plan, rows);
}

/** The same for a head that was read already. */
export function previewHead(head: Head, plan: CsvPlan, rows: number): PreviewRow[] {
  const { cells, isCut } = planCells(head, plan);
  if (isCut) return cutPreview(cells, head, plan).slice(0, rows);
  const reader = new RowReader(plan, rows + cells.broken.length + 1);
  for (const quote of cells.broken) reader.rejectBroken(quote);
  const preview: PreviewRow[] = reader.rejected.map(({ line, column, value, reason }) => ({
    line,
    cells: [value],
    isBroken: true,
    problem: { column, reason },
  }));
  for (
    let row = firstRow(cells, plan);
    row < cells.rows && preview.length < rows + cells.broken.length;
    row++
  ) {
    const wasTaken = reader.readRow(cells, row, head.text);
    const rejected = wasTaken ? undefined : reader.rejected.at(-1);
    preview.push({
      line: cells.rowLines[row] ?? 0,
      cells: shownCells(cells, row, head.text, plan),
      ...(rejected === undefined ? {} : { problem: { column: rejected.column, reason: rejected.reason } }),
    });
  }
  return preview.sort((a, b) => a.line - b.line).slice(0, rows);
}

/** The head's cells. Its last row, if it is cut, is left out, unless there is no other. */
function planCells(head: Head, plan: CsvPlan): { cells: CsvTokenizer; isCut: boolean } {
  const cells = planTokenizer(plan);
  cells.tokenize(head.text, head.isWhole);
  if (head.isWhole || cells.rows + cells.broken.length > 0) return { cells, isCut: false };
  const cut = planTokenizer(plan);
  cut.tokenize(head.text, true);
  return { cells: cut, isCut: true };
}

/** The beginning of a row that is longer than the head. What is wrong with it cannot be known from here. */
function cutPreview(cells: CsvTokenizer, head: Head, plan: CsvPlan): PreviewRow[] {
  const [quote] = cells.broken;
  if (quote !== undefined) return [{ line: quote.line, cells: [shownText(quote.shown)], isBroken: true }];
  return cells.rows === 0 || plan.hasHeader
    ? []
    : [{ line: cells.rowLines[0] ?? 0, cells: shownCells(cells, 0, head.text, plan) }];
}

function firstRow(cells: CsvTokenizer, plan: CsvPlan): number {
  if (!plan.hasHeader) return 0;
  let row = 0;
  while (row < cells.rows && isBlankRow(cells, row)) row++;
  return row + 1;
}

function shownCells(
  cells: CsvTokenizer,
  row: number,
  bytes: Uint8Array,
  plan: CsvPlan,
): Array<string | null> {
  const from = cells.rowCells[row] ?? 0;
  const to = cells.rowCells[row + 1] ?? 0;
  return Array.from({ length: to - from }, (_, at) => {
    const text = shownText(cellBytes(cells, from + at, bytes));
    const column = plan.columns[at];
    const isQuoted = ((cells.flags[from + at] ?? 0) & QUOTED) !== 0;
    const isEmptyText = column?.type === "string" && isQuoted && !plan.quotedBlankIsNull;
    const isNull =
      (column?.type === "string" && !column.trim ? text === "" : text.trim() === "") && !isEmptyText;
    const word = column?.type === "string" && !column.trim ? text : text.trim();
    return isNull || column?.nulls.includes(word) === true ? null : text;
  });
}
