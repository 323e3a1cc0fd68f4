import { byteAt, dropSpaces, isDigit, MINUS, PLUS, POINT, skipSpaces, ZERO } from "../bytes";
import type { NumberFormat } from "../csv-plan";
import { REASONS } from "../rejection-reasons";
import { type BuiltColumn, type ColumnBuilder, firstRows } from "./built-column";
import { CellNotes, LEADING_ZEROS, LOST_DIGITS, VALUE } from "./cell-notes";
import { LongDecimalReader } from "./long-decimal";
import { type PlainNumber, plainNumber, toPlainNumber, unitNote } from "./plain-number";

const SPELLING = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const SPECIAL = new Map([
  ["nan", Number.NaN],
  ["inf", Number.POSITIVE_INFINITY],
  ["+inf", Number.POSITIVE_INFINITY],
  ["-inf", Number.NEGATIVE_INFINITY],
  ["infinity", Number.POSITIVE_INFINITY],
  ["+infinity", Number.POSITIVE_INFINITY],
  ["-infinity", Number.NEGATIVE_INFINITY],
]);
/** Nothing longer is meant as a number. */
const LONGEST = 1000;

/** Numbers, each the nearest double to what is written. `NaN`, `inf` and `Infinity` are read in any case. */
export class Float64Column implements ColumnBuilder {
  #values: Float64Array<ArrayBuffer>;
  readonly #notes: CellNotes;
  readonly #valid: Uint8Array<ArrayBuffer>;
  readonly #format: NumberFormat;
  readonly #isPlain: boolean;
  readonly #plain: PlainNumber;
  readonly #long = new LongDecimalReader();
  /** What is to be noted of the cell that is being read. */
  #note = 0;

  constructor(capacity: number, format: NumberFormat) {
    this.#values = new Float64Array(capacity);
    this.#notes = new CellNotes(capacity);
    this.#valid = this.#notes.bytes;
    this.#format = format;
    this.#isPlain = format.decimal === "." && format.thousands === "" && format.unit === undefined;
    this.#plain = plainNumber(format);
  }

  read(bytes: Uint8Array, start: number, end: number, _quoted: boolean, row: number): string | undefined {
    const from = skipSpaces(bytes, start, end);
    const to = dropSpaces(bytes, from, end);
    if (from === to) return this.setNull(row);
    this.#valid[row] = VALUE;
    this.#note = 0;
    if (!this.#isPlain || !this.#readPlain(bytes, from, to, row)) {
      const fault = this.#readOtherwise(bytes, from, to, row);
      if (fault !== undefined) return fault;
    }
    if (this.#note !== 0) this.#notes.add(row, VALUE | this.#note, bytes, from, to);
    return undefined;
  }

  /** Digits, maybe with a sign and a point. Returns whether it was such a number. */
  #readPlain(bytes: Uint8Array, start: number, end: number, row: number): boolean {
    const sign = bytes[start];
    const from = sign === MINUS || sign === PLUS ? start + 1 : start;
    let mantissa = 0;
    let digits = 0;
    let decimals = -1;
    for (let at = from; at < end; at++) {
      const byte = byteAt(bytes, at);
      if (byte === POINT && decimals < 0) decimals = 0;
      else if (byte >= ZERO && byte < ZERO + 10) {
        mantissa = mantissa * 10 + (byte - ZERO);
        digits++;
        if (decimals >= 0) decimals++;
      } else return false;
    }
    if (digits === 0) return false;
    if (bytes[from] === ZERO && end - from > 1 && bytes[from + 1] !== POINT) this.#note |= LEADING_ZEROS;
    // Up to fifteen digits and a power of ten that is itself an exact double, one division rounds correctly
    // (Clinger 1990, "How to read floating point numbers accurately"), and a double holds all of them.
    if (digits <= 15) {
      const magnitude = decimals > 0 ? mantissa / (POWERS_OF_TEN[decimals] as number) : mantissa;
      this.#values[row] = sign === MINUS ? -magnitude : magnitude;
      return true;
    }
    return this.#readLong(bytes, start, end, decimals, row);
  }

  #readLong(bytes: Uint8Array, start: number, end: number, decimals: number, row: number): boolean {
    const sign = bytes[start];
    const from = sign === MINUS || sign === PLUS ? start + 1 : start;
    if (end - from > LONGEST) return false;
    if (this.#long.read(bytes, from, end, decimals)) {
      const { value, keepsDigits } = this.#long.found;
      if (!keepsDigits) this.#note |= LOST_DIGITS;
      this.#values[row] = sign === MINUS ? -value : value;
      return true;
    }
    const text = asciiText(bytes, start, end);
    const value = Number(text);
    if (!Number.isFinite(value)) return false;
    if (String(value) !== text && !holdsDigits(value, text)) this.#note |= LOST_DIGITS;
    this.#values[row] = value;
    return true;
  }

  /** Separators, units, exponents, and the words for what is no number or beyond all. */
  #readOtherwise(bytes: Uint8Array, start: number, end: number, row: number): string | undefined {
    if (end - start > LONGEST) return REASONS.notNumber;
    let from = bytes;
    let at = start;
    let to = end;
    if (!this.#isPlain || !isPlainStart(bytes[start])) {
      toPlainNumber(bytes, start, end, this.#format, this.#plain);
      if (this.#plain.length >= 0) {
        from = this.#plain.bytes;
        at = 0;
        to = this.#plain.length;
        if (this.#readPlain(from, at, to, row)) {
          this.#note |= unitNote(this.#plain);
          return undefined;
        }
      } else if (!this.#isPlain) return REASONS.notNumber;
    }
    const text = asciiText(from, at, to);
    const special = SPECIAL.get(text.toLowerCase());
    const value = special ?? (SPELLING.test(text) ? Number(text) : undefined);
    if (value === undefined) return REASONS.notNumber;
    if (special === undefined) {
      if (!Number.isFinite(value)) return REASONS.tooLargeForFloat;
      if (/^[+-]?0\d/.test(text)) this.#note |= LEADING_ZEROS;
      if (!holdsDigits(value, text)) this.#note |= LOST_DIGITS;
    }
    this.#values[row] = value;
    if (from === this.#plain.bytes) this.#note |= unitNote(this.#plain);
    return undefined;
  }

  setNull(row: number): undefined {
    this.#valid[row] = 0;
    this.#values[row] = 0;
  }

  isNull(row: number): boolean {
    return this.#valid[row] === 0;
  }

  drop(row: number): void {
    this.#notes.drop(row);
  }

  finish(rows: number): BuiltColumn {
    const values = firstRows(this.#values, rows);
    this.#values = new Float64Array(this.#values.length);
    const written = (row: number) => {
      const text = Object.is(values[row], -0) ? "-0" : String(values[row]);
      return this.#format.decimal === "," ? text.replace(".", ",") : text;
    };
    return { type: "float64", values, ...this.#notes.finish(rows, written) };
  }
}

const POWERS_OF_TEN = Float64Array.from({ length: 16 }, (_, power) => Number(`1e${power}`));

function isPlainStart(byte: number | undefined): boolean {
  return isDigit(byte) || byte === POINT || byte === PLUS || byte === MINUS;
}

function asciiText(bytes: Uint8Array, start: number, end: number): string {
  let text = "";
  for (let at = start; at < end; at++) text += String.fromCharCode(byteAt(bytes, at));
  return text;
}

/** Whether the shortest text that reads as `value` has the digits that are written, zeros before and behind left out. */
function holdsDigits(value: number, written: string): boolean {
  return significand(String(value)) === significand(written);
}

/** A number's digits from the first that is not 0 to the last, and the power of ten of the first, as `12e3`. */
function significand(text: string): string {
  const [mantissa = "", exponent = "0"] = text.toLowerCase().split("e");
  const [whole = "", decimals = ""] = mantissa.replace(/^[+-]/, "").split(".");
  const digits = whole + decimals;
  const first = digits.search(/[1-9]/);
  if (first < 0) return "0";
  return `${digits.slice(first).replace(/0+$/, "")}e${Number(exponent) + whole.length - first}`;
}
