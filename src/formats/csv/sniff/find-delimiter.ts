import type { CsvDelimiter } from "../csv-plan";
import { CsvTokenizer } from "../tokenize-csv";
import { kindOf } from "./kind-of";
import { firstLinesOf, type Head } from "./read-head";

const DELIMITERS: readonly CsvDelimiter[] = [",", ";", "\t", "|"];
const SAMPLE_BYTES = 64 * 1024;
const SAMPLE_LINES = 200;

/** The delimiter that the first line says, as spreadsheets write it: `sep=;`. */
export function saidDelimiter(head: Head): CsvDelimiter | undefined {
  const [first = ""] = firstLinesOf(head, 1);
  const said = /^"?sep=([,;\t|])"?[,;\t|]*$/i.exec(first.replace(/^\uFEFF/, ""));
  return said?.[1] as CsvDelimiter | undefined;
}

/**
 * The delimiter by which most rows have the same number of cells, and more than one; of equals the one with more cells.
 * Where none does: blanks, where they line up columns. Else the comma.
 */
export function findDelimiter(head: Head): CsvDelimiter {
  const sample = head.text.subarray(0, SAMPLE_BYTES);
  const isWhole = head.isWhole && sample.length === head.text.length;
  let best: { delimiter: CsvDelimiter; score: number } = { delimiter: ",", score: 0 };
  for (const delimiter of DELIMITERS) {
    const score = regularity(sample, delimiter, isWhole);
    if (score > best.score) best = { delimiter, score };
  }
  if (best.score < 0.5 && areLinedUp(firstLinesOf(head, SAMPLE_LINES))) return " ";
  return best.delimiter;
}

/** The share of rows with the commonest number of cells, and a little for every cell; 0 where that is one. */
function regularity(sample: Uint8Array, delimiter: CsvDelimiter, isWhole: boolean): number {
  const cells = new CsvTokenizer(delimiter);
  cells.tokenize(sample, isWhole);
  if (cells.rows === 0) cells.tokenize(sample, true);
  const rowsByWidth = new Map<number, number>();
  for (let row = 0; row < cells.rows; row++) {
    const width = (cells.rowCells[row + 1] ?? 0) - (cells.rowCells[row] ?? 0);
    rowsByWidth.set(width, (rowsByWidth.get(width) ?? 0) + 1);
  }
  let best = 0;
  for (const [width, rows] of rowsByWidth) {
    if (width > 1)
      best = Math.max(best, rows / (cells.rows + cells.broken.length) + Math.min(width, 50) / 1000);
  }
  return best;
}

/**
 * Whether blanks stand between cells: all lines have as many, at least one column holds numbers, and the lines
 * themselves are not one number, such as 12 345,50, or one time.
 */
function areLinedUp(lines: readonly string[]): boolean {
  const rows = lines.map((line) => line.trim()).filter((line) => line !== "" && !line.startsWith("#"));
  const cells = rows.map((line) => line.split(/ +/));
  const width = cells.at(-1)?.length ?? 0;
  if (width < 2 || rows.length < 2) return false;
  const regular = cells.filter((row) => row.length === width);
  if (regular.length < 0.9 * rows.length) return false;
  const body = rows.slice(1);
  if (body.filter((line) => kindOf(line) !== "text").length > 0.5 * body.length) return false;
  return Array.from({ length: width }, (_, at) => at).some((at) =>
    regular.slice(1).every((row) => kindOf(row[at] ?? "") === "number"),
  );
}
