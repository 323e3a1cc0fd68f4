import { byteAt, dropSpaces, MINUS, PLUS, POINT, skipSpaces, ZERO } from "../bytes";
import type { NumberFormat } from "../csv-plan";
import { REASONS } from "../rejection-reasons";
import { type BuiltColumn, type ColumnBuilder, countNulls } from "./built-column";
import { plainNumber, toPlainNumber } from "./plain-number";

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

/** Numbers, each the nearest double to what is written. `NaN`, `inf` and `Infinity` are read in any case. */
export class Float64Column implements ColumnBuilder {
  readonly #values: Float64Array<ArrayBuffer>;
  readonly #valid: Uint8Array<ArrayBuffer>;
  readonly #format: NumberFormat;
  readonly #isPlain: boolean;
  readonly #plain = plainNumber();

  constructor(capacity: number, format: NumberFormat) {
    this.#values = new Float64Array(capacity);
    this.#valid = new Uint8Array(capacity);
    this.#format = format;
    this.#isPlain = format.decimal === "." && format.thousands === "";
  }

  read(bytes: Uint8Array, start: number, end: number, _quoted: boolean, row: number): string | undefined {
    const from = skipSpaces(bytes, start, end);
    const to = dropSpaces(bytes, from, end);
    if (from === to) return this.setNull(row);
    this.#valid[row] = 1;
    if (this.#isPlain) return this.#readPlain(bytes, from, to, row);
    toPlainNumber(bytes, from, to, this.#format, this.#plain);
    return this.#plain.length < 0
      ? REASONS.notNumber
      : this.#readPlain(this.#plain.bytes, 0, this.#plain.length, row);
  }

  #readPlain(bytes: Uint8Array, start: number, end: number, row: number): string | undefined {
    const sign = bytes[start];
    let mantissa = 0;
    let digits = 0;
    let decimals = -1;
    for (let at = sign === MINUS || sign === PLUS ? start + 1 : start; at < end; at++) {
      const byte = byteAt(bytes, at);
      if (byte === POINT && decimals < 0) decimals = 0;
      else if (byte >= ZERO && byte < ZERO + 10) {
        mantissa = mantissa * 10 + (byte - ZERO);
        digits++;
        if (decimals >= 0) decimals++;
      } else return this.#readSlowly(bytes, start, end, row);
    }
    // Up to fifteen digits and a power of ten that is itself an exact double, one division rounds correctly
    // (Clinger 1990, "How to read floating point numbers accurately"); all else is left to Number().
    if (digits === 0 || digits > 15) return this.#readSlowly(bytes, start, end, row);
    const magnitude = decimals > 0 ? mantissa / (POWERS_OF_TEN[decimals] as number) : mantissa;
    this.#values[row] = sign === MINUS ? -magnitude : magnitude;
    return undefined;
  }

  #readSlowly(bytes: Uint8Array, start: number, end: number, row: number): string | undefined {
    let text = "";
    for (let at = start; at < end; at++) text += String.fromCharCode(byteAt(bytes, at));
    const special = SPECIAL.get(text.toLowerCase());
    const value = special ?? (SPELLING.test(text) ? Number(text) : undefined);
    if (value === undefined) return REASONS.notNumber;
    if (special === undefined && !Number.isFinite(value)) return REASONS.tooLargeForFloat;
    this.#values[row] = value;
    return undefined;
  }

  setNull(row: number): undefined {
    this.#valid[row] = 0;
    this.#values[row] = 0;
  }

  isNull(row: number): boolean {
    return this.#valid[row] === 0;
  }

  finish(rows: number): BuiltColumn {
    return {
      type: "float64",
      values: this.#values.slice(0, rows),
      valid: this.#valid.slice(0, rows),
      nulls: countNulls(this.#valid, rows),
    };
  }
}

const POWERS_OF_TEN = Float64Array.from({ length: 16 }, (_, power) => Number(`1e${power}`));
