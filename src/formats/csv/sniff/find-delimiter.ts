import type { CsvDelimiter } from "../csv-plan";
import { CsvTokenizer } from "../tokenize-csv";
import type { Head } from "./read-head";

const DELIMITERS: readonly CsvDelimiter[] = [",", ";", "\t", "|"];
const SAMPLE_BYTES = 64 * 1024;

/**
 * The delimiter by which most rows have the same number of cells, and more than one; of equals the one with more cells.
 * The comma, where each gives one cell.
 */
export function findDelimiter(head: Head): CsvDelimiter {
  const sample = head.text.subarray(0, SAMPLE_BYTES);
  const isWhole = head.isWhole && sample.length === head.text.length;
  let best: { delimiter: CsvDelimiter; score: number } = { delimiter: ",", score: 0 };
  for (const delimiter of DELIMITERS) {
    const score = regularity(sample, delimiter, isWhole);
    if (score > best.score) best = { delimiter, score };
  }
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
