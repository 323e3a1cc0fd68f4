import { byteAt, dropSpaces, MINUS, PLUS, POINT, skipSpaces, ZERO } from "../bytes";
import type { NumberFormat } from "../csv-plan";
import { REASONS } from "../rejection-reasons";
import type { BuiltColumn, ColumnBuilder } from "./built-column";
import { CellNotes, LEADING_ZEROS, LOST_SIGN, VALUE } from "./cell-notes";
import { type PlainNumber, plainNumber, toPlainNumber, unitNote } from "./plain-number";

/** Digits that a 64-bit integer has at most. */
const MOST_DIGITS = 19;

/** Whole numbers, exact over all 64 bits. Decimals may be written where all of them are zero. */
export class Int64Column implements ColumnBuilder {
  readonly #values: BigInt64Array<ArrayBuffer>;
  readonly #halves: Int32Array<ArrayBuffer>;
  readonly #notes: CellNotes;
  readonly #valid: Uint8Array<ArrayBuffer>;
  readonly #format: NumberFormat;
  readonly #isPlain: boolean;
  readonly #plain: PlainNumber;
  /** What is to be noted of the cell that is being read. */
  #note = 0;

  constructor(capacity: number, format: NumberFormat) {
    this.#values = new BigInt64Array(capacity);
    this.#halves = new Int32Array(this.#values.buffer);
    this.#notes = new CellNotes(capacity);
    this.#valid = this.#notes.bytes;
    this.#format = format;
    this.#isPlain = format.thousands === "" && format.unit === undefined;
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

  /** Up to fifteen digits, maybe with a sign: nearly every cell. Returns whether it was such a number. */
  #readPlain(bytes: Uint8Array, start: number, end: number, row: number): boolean {
    const sign = bytes[start];
    const from = sign === MINUS || sign === PLUS ? start + 1 : start;
    // Fifteen digits are an exact double.
    if (from === end || end - from > 15) return false;
    let magnitude = 0;
    for (let at = from; at < end; at++) {
      const digit = byteAt(bytes, at) - ZERO;
      if (digit < 0 || digit > 9) return false;
      magnitude = magnitude * 10 + digit;
    }
    if (sign === PLUS || (bytes[from] === ZERO && (end - from > 1 || sign === MINUS)))
      this.#noteSpelling(sign, end - from, magnitude, bytes[from] === ZERO);
    // It is stored as two 32-bit halves (low first: see toTimes in microfs/time.ts), because a bigint would be
    // allocated for each.
    const value = sign === MINUS ? -magnitude : magnitude;
    this.#halves[2 * row] = value; // typed arrays keep the low 32 bits of an integer, of a negative one too
    this.#halves[2 * row + 1] = Math.floor(value / 0x100000000);
    return true;
  }

  /** All that is not written plainly: separators, units, decimals that are zero, more than fifteen digits. */
  #readOtherwise(bytes: Uint8Array, start: number, end: number, row: number): string | undefined {
    toPlainNumber(bytes, start, end, this.#format, this.#plain);
    const { bytes: plain, length } = this.#plain;
    if (length < 0) return longDigits(bytes, start, end) ? REASONS.outsideInt64 : REASONS.notWhole;
    let to = length;
    const point = plain.indexOf(POINT);
    if (point >= 0 && point < length) {
      if (point + 1 === length) return REASONS.notWhole;
      for (let at = point + 1; at < length; at++) if (plain[at] !== ZERO) return REASONS.notWhole;
      to = point;
    }
    if (!this.#readPlain(plain, 0, to, row)) {
      const fault = this.#readLong(plain, to, row);
      if (fault !== undefined) return fault;
    }
    this.#note |= unitNote(this.#plain);
    return undefined;
  }

  #readLong(plain: Uint8Array, end: number, row: number): string | undefined {
    const sign = plain[0];
    const from = sign === MINUS || sign === PLUS ? 1 : 0;
    let digits = "";
    for (let at = from; at < end; at++) {
      const byte = byteAt(plain, at);
      if (byte < ZERO || byte > ZERO + 9) return REASONS.notWhole;
      digits += String.fromCharCode(byte);
    }
    if (digits === "") return REASONS.notWhole;
    const value = sign === MINUS ? -BigInt(digits) : BigInt(digits);
    if (BigInt.asIntN(64, value) !== value) return REASONS.outsideInt64;
    this.#noteSpelling(sign, digits.length, value, digits.startsWith("0"));
    this.#values[row] = value;
    return undefined;
  }

  #noteSpelling(
    sign: number | undefined,
    digits: number,
    value: number | bigint,
    beginsWithZero: boolean,
  ): void {
    if (beginsWithZero && digits > 1) this.#note |= LEADING_ZEROS;
    // Whole numbers have no negative zero.
    if (sign === PLUS || (sign === MINUS && Number(value) === 0)) this.#note |= LOST_SIGN;
  }

  setNull(row: number): undefined {
    this.#valid[row] = 0;
    this.#values[row] = 0n;
  }

  isNull(row: number): boolean {
    return this.#valid[row] === 0;
  }

  drop(row: number): void {
    this.#notes.drop(row);
  }

  finish(rows: number): BuiltColumn {
    const values = this.#values.slice(0, rows);
    return { type: "int64", values, ...this.#notes.finish(rows, (row) => String(values[row])) };
  }
}

/** Whether the cell is a whole number all the same, only longer than any that is rewritten. */
function longDigits(bytes: Uint8Array, start: number, end: number): boolean {
  const from = bytes[start] === MINUS || bytes[start] === PLUS ? start + 1 : start;
  if (end - from <= MOST_DIGITS) return false;
  for (let at = from; at < end; at++) {
    const byte = byteAt(bytes, at);
    if (byte < ZERO || byte > ZERO + 9) return false;
  }
  return true;
}
