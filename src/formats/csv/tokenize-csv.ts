import { FormatError } from "../format-error";
import { byteAt, CR, HASH, LF, QUOTE, SPACE, skipSpaces, TAB } from "./bytes";
import type { CsvPlan } from "./csv-plan";
import { REASONS } from "./rejection-reasons";

/** A cell's bits: it stood in quotes; it holds doubled quotes, which stand for one each; blanks stood before its quotes. */
export const QUOTED = 1;
export const ESCAPED = 2;
export const INDENTED = 4;

/** A quoted cell that goes on for longer was not meant to: its quote was never closed. Named in the reason. */
const LONGEST_CELL_BYTES = 8 * 2 ** 20;
const LONGEST_ROW_BYTES = 16 * 2 ** 20;
const SHOWN_BYTES = 200;

/** A quote that does not end its cell. The row is left out, and reading goes on with the line after it. */
export interface BrokenQuote {
  /** The line where the quote was opened, from 1. */
  line: number;
  /** Which cell of its row it is, from 0. */
  cell: number;
  /** The line from the quote on. */
  shown: Uint8Array;
  reason: string;
}

/** Which lines are the table, and what else is not as in most files. */
export interface TableLines {
  /** The lines before this one, counted from 1, are no rows, whatever they hold. */
  firstLine: number;
  /** Lines that begin so are no rows. */
  comment: "" | "#";
  /** A first line that is commented is a row all the same, without the comment's sign, where it has so many cells: the names. */
  commentedCells: number;
  /** A quote after blanks opens a quoted cell too, where a quote closes it. */
  quotesAfterBlanks: boolean;
}

const WHOLE_FILE: TableLines = {
  firstLine: 1,
  comment: "",
  commentedCells: 0,
  quotesAfterBlanks: false,
};

/** A tokenizer for the rows that the plan describes. */
export function planTokenizer(plan: CsvPlan): CsvTokenizer {
  return new CsvTokenizer(plan.delimiter, plan.columns.length === 1, {
    firstLine: plan.firstLine,
    comment: plan.comment,
    commentedCells: plan.hasHeader ? plan.columns.length : 0,
    // Which cells stand in quotes must be known before any is read: one column that trims is word enough.
    quotesAfterBlanks: plan.columns.some(({ trim }) => trim),
  });
}

/**
 * Finds the cells of CSV text in UTF-8 bytes, piece by piece, without making a string or an object for any.
 * RFC 4180, and what files in the wild need beyond it: lines may end in LF, CRLF or CR, each as it comes;
 * a quote inside an unquoted cell is a plain character; blank lines are no rows (unless `keepBlankLines`);
 * after a quote that does not end its cell, reading resumes on the next line, so that one stray quote
 * costs one row and not the rest of the file. Where the delimiter is a blank, any run of blanks and tabs is one, and none
 * at the ends of a line.
 *
 * After {@link tokenize}, row r of `rows` has the cells [`rowCells[r]`, `rowCells[r + 1]`); cell c is the
 * bytes [`starts[c]`, `ends[c]`), without its quotes. All are valid until the next call.
 */
export class CsvTokenizer {
  starts = new Int32Array(1 << 14);
  ends = new Int32Array(1 << 14);
  flags = new Uint8Array(1 << 14);
  rowCells = new Int32Array(1 << 12);
  /** The line each row begins on, from 1; a quoted cell may span several. */
  rowLines = new Int32Array(1 << 12);
  rows = 0;
  broken: BrokenQuote[] = [];

  readonly #delimiter: number;
  readonly #keepBlankLines: boolean;
  readonly #lines: TableLines;
  #line = 1;
  #cells = 0;

  /** @param keepBlankLines - Whether a blank line is a row of one blank cell. */
  constructor(delimiter: string, keepBlankLines = false, lines: Partial<TableLines> = {}) {
    this.#delimiter = delimiter.charCodeAt(0);
    this.#keepBlankLines = keepBlankLines;
    this.#lines = { ...WHOLE_FILE, ...lines };
  }

  /**
   * Finds all whole rows in `bytes`.
   *
   * @param isLast - Whether the text ends here. Where not, a row that may go on is left for the next call.
   * @returns How many bytes were used; the rest must come first in the next call's `bytes`. Costs O(n).
   * @throws FormatError `row_too_long` for a row of more than 16 MB.
   */
  tokenize(bytes: Uint8Array, isLast: boolean): number {
    this.rows = 0;
    this.#cells = 0;
    this.broken = [];
    const { firstLine } = this.#lines;
    const isAligned = this.#delimiter === SPACE;
    const skipsComments = this.#lines.comment !== "";
    let at = 0;
    while (at < bytes.length) {
      const firstCell = this.#cells;
      const line = this.#line;
      let next: number;
      if (line < firstLine) next = this.#skipLine(bytes, at, isLast);
      else if (skipsComments && bytes[at] === HASH) next = this.#comment(bytes, at, isLast);
      else next = isAligned ? this.#alignedRow(bytes, at, isLast) : this.#row(bytes, at, isLast);
      if (next === -1 || next - at > LONGEST_ROW_BYTES) {
        if (bytes.length - at > LONGEST_ROW_BYTES) throw tooLong(line);
        this.#cells = firstCell;
        this.#line = line;
        break;
      }
      at = next;
    }
    this.rowCells[this.rows] = this.#cells;
    return at;
  }

  #skipLine(bytes: Uint8Array, start: number, isLast: boolean): number {
    let at = start;
    while (at < bytes.length && bytes[at] !== LF && bytes[at] !== CR) at++;
    const next = afterLineEnd(bytes, at, isLast);
    if (next !== -1) this.#line++;
    return next;
  }

  /** Skips a commented line, unless it is the first and holds the names. */
  #comment(bytes: Uint8Array, start: number, isLast: boolean): number {
    const { firstLine, commentedCells } = this.#lines;
    const line = this.#line;
    if (line !== firstLine || commentedCells === 0) return this.#skipLine(bytes, start, isLast);
    const [rows, cells, broken] = [this.rows, this.#cells, this.broken.length];
    const from = skipSpaces(bytes, start + 1, bytes.length);
    const next =
      this.#delimiter === SPACE ? this.#alignedRow(bytes, from, isLast) : this.#row(bytes, from, isLast);
    if (next === -1 || (this.rows > rows && this.#cells - cells === commentedCells)) return next;
    this.rows = rows;
    this.#cells = cells;
    this.broken.length = broken;
    this.#line = line;
    return this.#skipLine(bytes, start, isLast);
  }

  /** The same as {@link #row} for cells with runs of blanks between them. */
  #alignedRow(bytes: Uint8Array, start: number, isLast: boolean): number {
    const end = bytes.length;
    const firstCell = this.#cells;
    const rowLine = this.#line;
    let at = start;
    for (;;) {
      at = skipSpaces(bytes, at, end);
      if (at === end && !isLast) return -1;
      if (at === end || bytes[at] === LF || bytes[at] === CR) break;
      if (bytes[at] === QUOTE) {
        const after = this.#quotedCell(bytes, at, isLast, 0);
        if (after === -1) return -1;
        if (after < -1) return this.#skipBroken(bytes, at, firstCell, after, isLast);
        at = after;
      } else {
        const from = at;
        while (at < end && !isBlankOrLineEnd(byteAt(bytes, at))) at++;
        if (at === end && !isLast) return -1;
        this.#addCell(from, at, 0);
      }
    }
    const next = afterLineEnd(bytes, at, isLast);
    if (next === -1) return -1;
    this.#line++;
    if (this.#cells === firstCell && this.#keepBlankLines) this.#addCell(at, at, 0);
    if (this.#cells > firstCell) this.#addRow(firstCell, rowLine);
    return next;
  }

  /** Reads one line or row from `start`. Returns where the next begins, or −1 where the row may go on. */
  #row(bytes: Uint8Array, start: number, isLast: boolean): number {
    const end = bytes.length;
    const delimiter = this.#delimiter;
    const { quotesAfterBlanks } = this.#lines;
    const firstCell = this.#cells;
    const rowLine = this.#line;
    let at = start;
    for (;;) {
      const from = at;
      const isQuoted = at < end && bytes[at] === QUOTE;
      if (isQuoted || quotesAfterBlanks) {
        const after = isQuoted
          ? this.#quotedCell(bytes, at, isLast, 0)
          : this.#indentedCell(bytes, at, isLast);
        if (after === -1) return -1;
        if (after >= 0) at = after;
        else if (after !== NO_QUOTE) return this.#skipBroken(bytes, at, firstCell, after, isLast);
      }
      // No cell in quotes is without bytes.
      if (at === from) {
        while (at < end) {
          const byte = byteAt(bytes, at);
          if (byte === delimiter || byte === LF || byte === CR) break;
          at++;
        }
        this.#addCell(from, at, 0);
      }
      if (at < end && bytes[at] === delimiter) {
        at++;
        continue;
      }
      const next = afterLineEnd(bytes, at, isLast);
      if (next === -1) return -1;
      this.#line++;
      if (at === start && !this.#keepBlankLines) this.#cells = firstCell;
      else this.#addRow(firstCell, rowLine);
      return next;
    }
  }

  /** Reads a cell whose quote opens after blanks. Returns where it ends, −1, or that it is none. */
  #indentedCell(bytes: Uint8Array, start: number, isLast: boolean): number {
    let open = start;
    while (open < bytes.length && bytes[open] === SPACE) open++;
    if (open === bytes.length && !isLast) return -1;
    if (open === start || bytes[open] !== QUOTE) return NO_QUOTE;
    const after = this.#quotedCell(bytes, open, isLast, INDENTED);
    return after < -1 ? NO_QUOTE : after;
  }

  /** Reads the cell whose quote opens at `open`. Returns where it ends, −1 where it may go on, or a fault. */
  #quotedCell(bytes: Uint8Array, open: number, isLast: boolean, moreFlags: number): number {
    const end = bytes.length;
    const limit = open + LONGEST_CELL_BYTES;
    let flags = QUOTED | moreFlags;
    let close = bytes.indexOf(QUOTE, open + 1);
    while (close !== -1 && close <= limit && bytes[close + 1] === QUOTE) {
      flags |= ESCAPED;
      close = bytes.indexOf(QUOTE, close + 2);
    }
    if (close === -1 || close > limit) {
      if (end > limit) return CLOSED_TOO_LATE;
      return isLast ? NEVER_CLOSED : -1;
    }
    let after = close + 1;
    while (after < end && bytes[after] === SPACE) after++;
    if (after === end && !isLast) return -1;
    const byte = bytes[after];
    const isAtBlank = this.#delimiter === SPACE && (after > close + 1 || byte === TAB);
    if (after < end && byte !== this.#delimiter && byte !== LF && byte !== CR && !isAtBlank)
      return TEXT_AFTER;
    this.#addCell(open + 1, close, flags);
    this.#line += countLineEnds(bytes, open + 1, close);
    return after;
  }

  #skipBroken(bytes: Uint8Array, open: number, firstCell: number, fault: number, isLast: boolean): number {
    let lineEnd = open;
    while (lineEnd < bytes.length && bytes[lineEnd] !== LF && bytes[lineEnd] !== CR) lineEnd++;
    const next = afterLineEnd(bytes, lineEnd, isLast);
    if (next === -1) return -1;
    this.broken.push({
      line: this.#line,
      cell: this.#cells - firstCell,
      shown: bytes.slice(open, Math.min(lineEnd, open + SHOWN_BYTES)),
      reason: QUOTE_FAULTS.get(fault) ?? REASONS.textAfterQuote,
    });
    this.#cells = firstCell;
    this.#line++;
    return next;
  }

  #addCell(start: number, end: number, flags: number): void {
    const cell = this.#cells++;
    if (cell === this.starts.length) {
      this.starts = grown(this.starts);
      this.ends = grown(this.ends);
      const flagsGrown = new Uint8Array(this.flags.length * 2);
      flagsGrown.set(this.flags);
      this.flags = flagsGrown;
    }
    this.starts[cell] = start;
    this.ends[cell] = end;
    this.flags[cell] = flags;
  }

  #addRow(firstCell: number, line: number): void {
    const row = this.rows++;
    // One place more than rows: the last holds where the last row's cells end.
    if (row + 1 === this.rowCells.length) {
      this.rowCells = grown(this.rowCells);
      this.rowLines = grown(this.rowLines);
    }
    this.rowCells[row] = firstCell;
    this.rowLines[row] = line;
  }
}

const NEVER_CLOSED = -2;
const TEXT_AFTER = -3;
const CLOSED_TOO_LATE = -4;
const NO_QUOTE = -5;
const QUOTE_FAULTS = new Map<number, string>([
  [NEVER_CLOSED, REASONS.neverClosed],
  [CLOSED_TOO_LATE, REASONS.closedTooLate],
]);

function isBlankOrLineEnd(byte: number): boolean {
  return byte === SPACE || byte === TAB || byte === LF || byte === CR;
}

/** Where the line after the one that ends at `at` begins; −1 where a CR may have its LF still to come. */
function afterLineEnd(bytes: Uint8Array, at: number, isLast: boolean): number {
  if (at >= bytes.length) return isLast ? bytes.length : -1;
  if (bytes[at] === LF) return at + 1;
  if (at + 1 === bytes.length && !isLast) return -1;
  return bytes[at + 1] === LF ? at + 2 : at + 1;
}

function countLineEnds(bytes: Uint8Array, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) {
    const byte = byteAt(bytes, at);
    if (byte === LF || (byte === CR && bytes[at + 1] !== LF)) count++;
  }
  return count;
}

function grown(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}

function tooLong(line: number): FormatError {
  return new FormatError(
    "row_too_long",
    `The row that begins on line ${line} is longer than 16 MB. Is this a table with one row a line? Check the delimiter and the line ends.`,
  );
}

// Lenient: what is shown of a cell that is not UTF-8 must still be shown.
const decoder = new TextDecoder("utf-8");
const SHOWN_CHARACTERS = 200;

/** The bytes of cell `cell` with doubled quotes made single. A copy only where there are some. */
export function cellBytes(cells: CsvTokenizer, cell: number, bytes: Uint8Array): Uint8Array {
  const raw = bytes.subarray(cells.starts[cell], cells.ends[cell]);
  return (cells.flags[cell] ?? 0) & ESCAPED ? withoutDoubledQuotes(raw) : raw;
}

/** Whether the row is a blank line. */
export function isBlankRow(cells: CsvTokenizer, row: number): boolean {
  const first = cells.rowCells[row] ?? 0;
  return (
    (cells.rowCells[row + 1] ?? 0) - first === 1 &&
    cells.starts[first] === cells.ends[first] &&
    cells.flags[first] === 0
  );
}

/** The text of cell `cell`; where it has more than `most` bytes the beginning of it, with an ellipsis. */
export function cellText(cells: CsvTokenizer, cell: number, bytes: Uint8Array, most: number): string {
  const all = cellBytes(cells, cell, bytes);
  return all.length <= most ? decoder.decode(all) : `${decoder.decode(all.subarray(0, most))}…`;
}

/** Text as reports show it: what fits, and whether there was more. */
export function shownText(bytes: Uint8Array): string {
  const text = decoder.decode(bytes.subarray(0, 4 * SHOWN_CHARACTERS));
  return text.length > SHOWN_CHARACTERS || bytes.length > 4 * SHOWN_CHARACTERS
    ? `${text.slice(0, SHOWN_CHARACTERS)}…`
    : text;
}

function withoutDoubledQuotes(raw: Uint8Array): Uint8Array {
  const out = new Uint8Array(raw.length);
  let to = 0;
  for (let at = 0; at < raw.length; at++) {
    out[to++] = raw[at] ?? 0;
    if (raw[at] === QUOTE) at++;
  }
  return out.subarray(0, to);
}
