import { CR, LF } from "../bytes";
import type { CsvEncoding } from "../csv-plan";
import { type BrokenQuote, type CsvTokenizer, cellText } from "../tokenize-csv";
import { headAsUtf8, readBytes } from "../utf8-chunks";
import { detectEncoding, emptyFile } from "./detect-encoding";
import { refuseOtherFormats } from "./other-formats";

const HEAD_BYTES = 256 * 1024;
/** Where rows are so long that the head has no more than a few lines, more is read: up to this. */
const MOST_HEAD_BYTES = 16 * 1024 * 1024;
const FEW_LINES = 4;
/** Nothing is guessed from what comes later in a cell. */
const LONGEST_TEXT = 1000;

/** The beginning of a file as UTF-8. */
export interface Head {
  encoding: CsvEncoding;
  hasBom: boolean;
  /** The whole file's size. */
  bytes: number;
  bytesRead: number;
  text: Uint8Array;
  isWhole: boolean;
  /** The file's name without its ending, and the day it was last saved; `null` where it has none. */
  name: string | null;
  savedOn: string | null;
}

/** One row of the head. */
export interface HeadRow {
  line: number;
  cells: string[];
}

/** @throws FormatError `empty_file`, `binary_content`, `other_format`, `nul_bytes` or `unreadable_file`. */
export async function readHead(file: Blob, encoding?: CsvEncoding): Promise<Head> {
  const bytes = await headBytes(file);
  const detected = detectEncoding(bytes, encoding);
  const chosen = encoding ?? detected.encoding;
  const text = headAsUtf8(bytes, chosen);
  if (text.every((byte) => byte <= 32)) throw emptyFile();
  refuseOtherFormats(text);
  return {
    encoding: chosen,
    hasBom: detected.hasBom && chosen === detected.encoding,
    bytes: file.size,
    bytesRead: bytes.length,
    text,
    isWhole: bytes.length === file.size,
    name: file instanceof File ? file.name.replace(/\.[^.]*$/, "") : null,
    savedOn: file instanceof File ? new Date(file.lastModified).toISOString().slice(0, 10) : null,
  };
}

async function headBytes(file: Blob): Promise<Uint8Array<ArrayBuffer>> {
  for (let size = HEAD_BYTES; ; size *= 4) {
    const bytes = await readBytes(file, 0, Math.min(size, MOST_HEAD_BYTES));
    if (bytes.length === file.size || size >= MOST_HEAD_BYTES || hasLines(bytes, FEW_LINES)) return bytes;
  }
}

/** In any encoding a line ends with one of these bytes. */
function hasLines(bytes: Uint8Array, wanted: number): boolean {
  let lines = 0;
  for (let at = 0; at < bytes.length && lines < wanted; at++) {
    if (bytes[at] === LF || (bytes[at] === CR && bytes[at + 1] !== LF)) lines++;
  }
  return lines >= wanted;
}

/** The first `count` lines as they are written, long ones cut. */
export function firstLinesOf({ text }: Head, count: number): string[] {
  const lines: string[] = [];
  for (let at = 0; at < text.length && lines.length < count; ) {
    const next = lineStart(text, 2, at);
    lines.push(decoder.decode(text.subarray(at, Math.min(next, at + LONGEST_LINE))).replace(/[\r\n]+$/, ""));
    at = next;
  }
  return lines;
}

const LONGEST_LINE = 400;
// Lenient: a line may be cut in the middle of a letter.
const decoder = new TextDecoder("utf-8");

/** Where line `line` begins, counted from 1 at `from`; the end of the text where it has fewer. */
function lineStart(text: Uint8Array, line: number, from = 0): number {
  let at = from;
  for (let n = 1; n < line; n++) {
    while (at < text.length && text[at] !== LF && text[at] !== CR) at++;
    at += text[at] === CR && text[at + 1] === LF ? 2 : 1;
  }
  return Math.min(at, text.length);
}

/** Finds the head's cells. Its last row, if it is cut, is left out, unless there is no other. */
export function tokenizeHead(
  head: Head,
  tokenizer: () => CsvTokenizer,
): { cells: CsvTokenizer; bytesUsed: number } {
  const cells = tokenizer();
  const bytesUsed = cells.tokenize(head.text, head.isWhole);
  if (cells.rows + cells.broken.length > 0) return { cells, bytesUsed };
  const cut = tokenizer();
  return { cells: cut, bytesUsed: cut.tokenize(head.text, true) };
}

/** The rows of the head as text, long cells cut. */
export function headRows(
  head: Head,
  tokenizer: () => CsvTokenizer,
): { rows: HeadRow[]; broken: BrokenQuote[]; bytesUsed: number } {
  const { cells, bytesUsed } = tokenizeHead(head, tokenizer);
  const rows: HeadRow[] = [];
  for (let row = 0; row < cells.rows; row++) {
    const [from, to] = [cells.rowCells[row] ?? 0, cells.rowCells[row + 1] ?? 0];
    rows.push({
      line: cells.rowLines[row] ?? 0,
      cells: Array.from({ length: to - from }, (_, at) =>
        cellText(cells, from + at, head.text, LONGEST_TEXT),
      ),
    });
  }
  return { rows, broken: cells.broken, bytesUsed };
}
