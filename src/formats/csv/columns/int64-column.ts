import { byteAt, dropSpaces, isDigit, MINUS, PLUS, POINT, skipSpaces, ZERO } from "../bytes";
import type { NumberFormat } from "../csv-plan";
import { REASONS } from "../rejection-reasons";
import { type BuiltColumn, type ColumnBuilder, firstRows } from "./built-column";
import { CellNotes, LEADING_ZEROS, LOST_SIGN, VALUE } from "./cell-notes";
import { type PlainNumber, plainNumber, toPlainNumber, unitNote } from "./plain-number";

/** Digits that a 64-bit integer has at most. */
const MOST_DIGITS = 19;
/** What became of a cell. */
const READ = 0;
const NOT_DIGITS = 1;
const OUTSIDE = 2;
const TWO_TO_32 = 0x100000000;
/** 10^15 as two halves of 32 bits. */
const QUADRILLION_HIGH = 232_830;
const QUADRILLION_LOW = 2_764_472_320;

/** Whole numbers, exact over all 64 bits. Decimals may be written where all of them are zero. */
export class Int64Column implements ColumnBuilder {
  #values: BigInt64Array<ArrayBuffer>;
  #halves: Int32Array<ArrayBuffer>;
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
    let read = this.#isPlain ? this.#readDigits(bytes, from, to, row) : NOT_DIGITS;
    if (read === NOT_DIGITS) read = this.#readOtherwise(bytes, from, to, row);
    if (read !== READ) return read === OUTSIDE ? REASONS.outsideInt64 : REASONS.notWhole;
    if (this.#note !== 0) this.#notes.add(row, VALUE | this.#note, bytes, from, to);
    return undefined;
  }

  #readDigits(bytes: Uint8Array, start: number, end: number, row: number): number {
    const sign = bytes[start];
    const from = sign === MINUS || sign === PLUS ? start + 1 : start;
    if (from === end) return NOT_DIGITS;
    let magnitude = 0;
    for (let at = from; at < end; at++) {
      const digit = byteAt(bytes, at) - ZERO;
      if (digit < 0 || digit > 9) return NOT_DIGITS;
      magnitude = magnitude * 10 + digit;
    }
    if (bytes[from] === ZERO && end - from > 1) this.#note |= LEADING_ZEROS;
    // Whole numbers have no negative zero.
    if (sign === PLUS || (sign === MINUS && magnitude === 0)) this.#note |= LOST_SIGN;
    // Fifteen digits are an exact double. It is stored as two 32-bit halves (low first: see toTimes in
    // microfs/time.ts), because a bigint would be allocated for each.
    if (end - from > 15) return this.#readLong(bytes, from, end, sign === MINUS, row);
    const value = sign === MINUS ? -magnitude : magnitude;
    this.#halves[2 * row] = value; // typed arrays keep the low 32 bits of an integer, of a negative one too
    this.#halves[2 * row + 1] = Math.floor(value / TWO_TO_32);
    return READ;
  }

  /** More than fifteen digits: the last fifteen and those before are each an exact double. */
  #readLong(bytes: Uint8Array, start: number, end: number, isNegative: boolean, row: number): number {
    let from = start;
    while (from < end && bytes[from] === ZERO) from++;
    if (end - from > MOST_DIGITS) return OUTSIDE;
    const cut = Math.max(from, end - 15);
    let quadrillions = 0;
    for (let at = from; at < cut; at++) quadrillions = quadrillions * 10 + (byteAt(bytes, at) - ZERO);
    let rest = 0;
    for (let at = cut; at < end; at++) rest = rest * 10 + (byteAt(bytes, at) - ZERO);
    const lowSum = quadrillions * QUADRILLION_LOW + (rest % TWO_TO_32);
    const low = lowSum % TWO_TO_32;
    const high =
      quadrillions * QUADRILLION_HIGH + Math.floor(rest / TWO_TO_32) + Math.floor(lowSum / TWO_TO_32);
    const isLeast = isNegative && high === TWO_TO_32 / 2 && low === 0;
    if (high >= TWO_TO_32 / 2 && !isLeast) return OUTSIDE;
    this.#halves[2 * row] = isNegative ? -low : low;
    this.#halves[2 * row + 1] = isNegative ? -high - (low === 0 ? 0 : 1) : high;
    return READ;
  }

  /** All that is more than a sign and digits: separators, units, decimals that are zero. */
  #readOtherwise(bytes: Uint8Array, start: number, end: number, row: number): number {
    const plain = this.#plain;
    toPlainNumber(bytes, start, end, this.#format, plain);
    if (plain.length < 0) return NOT_DIGITS;
    let to = plain.length;
    while (to > 0 && plain.bytes[to - 1] === ZERO) to--;
    // Zeros behind a point are dropped with it; others stay.
    const hasDecimals =
      to > 0 && to < plain.length && plain.bytes[to - 1] === POINT && isDigit(plain.bytes[to - 2]);
    this.#note |= unitNote(plain);
    return this.#readDigits(plain.bytes, 0, hasDecimals ? to - 1 : plain.length, row);
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
    const values = firstRows(this.#values, rows);
    this.#values = new BigInt64Array(this.#values.length);
    this.#halves = new Int32Array(this.#values.buffer);
    return { type: "int64", values, ...this.#notes.finish(rows, (row) => String(values[row])) };
  }
}
