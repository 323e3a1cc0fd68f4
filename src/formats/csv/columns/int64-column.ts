import { byteAt, dropSpaces, MINUS, PLUS, skipSpaces, ZERO } from "../bytes";
import type { NumberFormat } from "../csv-plan";
import { REASONS } from "../rejection-reasons";
import { type BuiltColumn, type ColumnBuilder, countNulls } from "./built-column";
import { plainNumber, toPlainNumber } from "./plain-number";

/** Whole numbers, exact over all 64 bits. */
export class Int64Column implements ColumnBuilder {
  #values: BigInt64Array<ArrayBuffer>;
  #halves: Int32Array<ArrayBuffer>;
  #valid: Uint8Array<ArrayBuffer>;
  readonly #format: NumberFormat;
  readonly #isPlain: boolean;
  readonly #plain = plainNumber();

  constructor(capacity: number, format: NumberFormat) {
    this.#values = new BigInt64Array(capacity);
    this.#halves = new Int32Array(this.#values.buffer);
    this.#valid = new Uint8Array(capacity);
    this.#format = format;
    this.#isPlain = format.thousands === "";
  }

  read(bytes: Uint8Array, start: number, end: number, _quoted: boolean, row: number): string | undefined {
    const from = skipSpaces(bytes, start, end);
    const to = dropSpaces(bytes, from, end);
    if (from === to) return this.setNull(row);
    this.#valid[row] = 1;
    if (this.#isPlain) return this.#readPlain(bytes, from, to, row);
    toPlainNumber(bytes, from, to, this.#format, this.#plain);
    return this.#plain.length < 0
      ? REASONS.notWhole
      : this.#readPlain(this.#plain.bytes, 0, this.#plain.length, row);
  }

  #readPlain(bytes: Uint8Array, start: number, end: number, row: number): string | undefined {
    const sign = bytes[start];
    const from = sign === MINUS || sign === PLUS ? start + 1 : start;
    if (from === end) return REASONS.notWhole;
    let magnitude = 0;
    for (let at = from; at < end; at++) {
      const digit = byteAt(bytes, at) - ZERO;
      if (digit < 0 || digit > 9) return REASONS.notWhole;
      magnitude = magnitude * 10 + digit;
    }
    // Fifteen digits are an exact double. It is stored as two 32-bit halves (low first: see toTimes in
    // microfs/time.ts), because a bigint would be allocated for each.
    if (end - from > 15) return this.#readLong(bytes, from, end, sign === MINUS, row);
    const value = sign === MINUS ? -magnitude : magnitude;
    this.#halves[2 * row] = value; // typed arrays keep the low 32 bits of an integer, of a negative one too
    this.#halves[2 * row + 1] = Math.floor(value / 0x100000000);
    return undefined;
  }

  #readLong(
    bytes: Uint8Array,
    from: number,
    end: number,
    isNegative: boolean,
    row: number,
  ): string | undefined {
    let digits = "";
    for (let at = from; at < end; at++) digits += String.fromCharCode(byteAt(bytes, at));
    const value = isNegative ? -BigInt(digits) : BigInt(digits);
    if (BigInt.asIntN(64, value) !== value) return REASONS.outsideInt64;
    this.#values[row] = value;
    return undefined;
  }

  setNull(row: number): undefined {
    this.#valid[row] = 0;
    this.#values[row] = 0n;
  }

  isNull(row: number): boolean {
    return this.#valid[row] === 0;
  }

  finish(rows: number): BuiltColumn {
    const built: BuiltColumn = {
      type: "int64",
      values: this.#values.slice(0, rows),
      valid: this.#valid.slice(0, rows),
      nulls: countNulls(this.#valid, rows),
    };
    return built;
  }
}
