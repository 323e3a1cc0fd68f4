import type { CsvDelimiter, CsvEncoding } from "../csv-plan";
import { type BrokenQuote, CsvTokenizer, cellText } from "../tokenize-csv";
import { headAsUtf8, readBytes } from "../utf8-chunks";
import { detectEncoding, emptyFile } from "./detect-encoding";

const HEAD_BYTES = 256 * 1024;

/** The beginning of a file as UTF-8. */
export interface Head {
  encoding: CsvEncoding;
  hasBom: boolean;
  /** The whole file's size. */
  bytes: number;
  bytesRead: number;
  text: Uint8Array;
  isWhole: boolean;
}

/** One row of the head. */
export interface HeadRow {
  line: number;
  cells: string[];
}

/** @throws FormatError `empty_file`, `binary_content`, `nul_bytes` or `unreadable_file`. */
export async function readHead(file: Blob, encoding?: CsvEncoding): Promise<Head> {
  const bytes = await readBytes(file, 0, HEAD_BYTES);
  const detected = detectEncoding(bytes, encoding);
  const chosen = encoding ?? detected.encoding;
  const text = headAsUtf8(bytes, chosen);
  if (text.every((byte) => byte <= 32)) throw emptyFile();
  return {
    encoding: chosen,
    hasBom: detected.hasBom && chosen === detected.encoding,
    bytes: file.size,
    bytesRead: bytes.length,
    text,
    isWhole: bytes.length === file.size,
  };
}

/** Finds the head's cells. Its last row, if it is cut, is left out, unless there is no other. */
export function tokenizeHead(
  head: Head,
  delimiter: CsvDelimiter,
  keepBlankLines: boolean,
): { cells: CsvTokenizer; bytesUsed: number } {
  const cells = new CsvTokenizer(delimiter, keepBlankLines);
  const bytesUsed = cells.tokenize(head.text, head.isWhole);
  if (cells.rows + cells.broken.length > 0) return { cells, bytesUsed };
  const cut = new CsvTokenizer(delimiter, keepBlankLines);
  return { cells: cut, bytesUsed: cut.tokenize(head.text, true) };
}

/** The rows of the head as text. */
export function headRows(
  head: Head,
  delimiter: CsvDelimiter,
  keepBlankLines: boolean,
): { rows: HeadRow[]; broken: BrokenQuote[]; bytesUsed: number } {
  const { cells, bytesUsed } = tokenizeHead(head, delimiter, keepBlankLines);
  const rows: HeadRow[] = [];
  for (let row = 0; row < cells.rows; row++) {
    const [from, to] = [cells.rowCells[row] ?? 0, cells.rowCells[row + 1] ?? 0];
    rows.push({
      line: cells.rowLines[row] ?? 0,
      cells: Array.from({ length: to - from }, (_, at) => cellText(cells, from + at, head.text)),
    });
  }
  return { rows, broken: cells.broken, bytesUsed };
}

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
