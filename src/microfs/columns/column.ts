import { NO_MATCH } from "../asof-join";
import type { CellValue, ColumnType } from "../schema";

type Values =
  | BigInt64Array<ArrayBuffer>
  | Float64Array<ArrayBuffer>
  | Int32Array<ArrayBuffer>
  | Uint8Array<ArrayBuffer>;

const FIRST_CAPACITY = 64;

/**
 * A column that grows: the memory behind an Arrow column, without Arrow's immutability.
 *
 * ```text
 * type               values           one element is
 * int64, timestamp   BigInt64Array    the integer; microseconds since 1970
 * float64            Float64Array     the number
 * string             Int32Array       a code of `dictionary`
 * bool               Uint8Array       0 or 1
 * ```
 *
 * Rows from `length` on are spare room. Views of earlier rows stay true while it grows: rows are never
 * changed, only added, or taken back before anybody saw them.
 */
export class Column {
  readonly type: ColumnType;
  readonly dictionary: Dictionary | null;
  length = 0;
  values: Values;
  /** 1 where there is a value, 0 where there is null. */
  valid = new Uint8Array(FIRST_CAPACITY);

  constructor(type: ColumnType) {
    this.type = type;
    this.dictionary = type === "string" ? new Dictionary() : null;
    this.values = allocate(type, FIRST_CAPACITY);
  }

  /** Adds one value, which must be of the column's type (`readValue` sees to that). */
  push(value: CellValue): void {
    this.reserve(this.length + 1);
    const row = this.length++;
    this.valid[row] = value === null ? 0 : 1;
    if (value === null) this.values[row] = this.values instanceof BigInt64Array ? 0n : 0;
    else if (this.dictionary !== null) this.values[row] = this.dictionary.add(value as string);
    else this.values[row] = typeof value === "boolean" ? Number(value) : (value as number | bigint);
  }

  get(row: number): CellValue {
    if (this.valid[row] === 0) return null;
    if (this.dictionary !== null) return this.dictionary.texts[this.values[row] as number];
    return this.type === "bool" ? this.values[row] === 1 : this.values[row];
  }

  isNull(row: number): boolean {
    return this.valid[row] === 0;
  }

  /** Makes room for `length` rows. Grows by doubling, so that adding a row costs O(1) on average. */
  reserve(length: number): void {
    if (length <= this.valid.length) return;
    const capacity = Math.max(length, 2 * this.valid.length);
    const values = allocate(this.type, capacity);
    values.set(this.values as never);
    this.values = values;
    const valid = new Uint8Array(capacity);
    valid.set(this.valid);
    this.valid = valid;
  }

  /** Gives a row another value: only for rows of a copy, which nobody has seen. */
  set(row: number, value: CellValue): void {
    const { length } = this;
    this.length = row;
    this.push(value);
    this.length = length;
  }

  /**
   * A column of its own with the first `rows` rows, each value as `change` leaves it: of the same type, and a null is none.
   * Texts are changed once each, and only those that a row has. Costs O(rows).
   */
  mapped(rows: number, change: (value: CellValue) => CellValue): Column {
    const mapped = new Column(this.type);
    mapped.length = rows;
    mapped.valid = this.valid.slice(0, rows);
    const values = this.values.slice(0, rows) as Values;
    mapped.values = values;
    const codes = new Int32Array(this.dictionary?.texts.length ?? 0).fill(-1);
    for (let row = 0; row < rows; row++) {
      if (mapped.valid[row] === 0) continue;
      if (mapped.dictionary === null) {
        const value = change(this.get(row));
        values[row] = typeof value === "boolean" ? Number(value) : (value as number | bigint);
        continue;
      }
      const code = this.values[row] as number;
      if (codes[code] < 0) codes[code] = mapped.dictionary.add(change(this.get(row)) as string);
      values[row] = codes[code];
    }
    return mapped;
  }

  /** Moves row `from` to row `to`, which is before it. */
  move(from: number, to: number): void {
    this.values[to] = this.values[from];
    this.valid[to] = this.valid[from];
  }

  /** Takes back every row from `length` on. Texts that only they had stay in the dictionary: codes are stable. */
  truncate(length: number): void {
    this.length = length;
  }

  /** Whether two rows hold the same: null equals null, NaN equals NaN, −0 equals 0. */
  equal(a: number, b: number): boolean {
    if (this.valid[a] !== this.valid[b]) return false;
    if (this.valid[a] === 0 || this.values[a] === this.values[b]) return true;
    return Number.isNaN(this.values[a] as number) && Number.isNaN(this.values[b] as number);
  }

  /**
   * The rows as pairs of 32-bit words, which is what hashing and key coding work on: no strings, no bigints.
   * Rows that are `equal` have equal words; null is (0, 0) too and told apart by `valid`.
   */
  words(): { low: (row: number) => number; high: (row: number) => number } {
    const { values } = this;
    if (values instanceof Int32Array || values instanceof Uint8Array)
      return { low: (row) => values[row], high: () => 0 };
    const halves = new Int32Array(values.buffer);
    if (values instanceof BigInt64Array)
      return { low: (row) => halves[2 * row], high: (row) => halves[2 * row + 1] };
    return {
      low: (row) => (values[row] === 0 || Number.isNaN(values[row]) ? 0 : halves[2 * row]),
      high: (row) => (values[row] === 0 ? 0 : Number.isNaN(values[row]) ? NAN_WORD : halves[2 * row + 1]),
    };
  }
}

/** The high word that stands for every NaN, whatever its bits. */
const NAN_WORD = 0x7ff80000;

/** Room for `capacity` elements of a type, all 0. */
export function allocate(type: ColumnType, capacity: number): Values {
  switch (type) {
    case "int64":
    case "timestamp":
      return new BigInt64Array(capacity);
    case "float64":
      return new Float64Array(capacity);
    case "string":
      return new Int32Array(capacity);
    case "bool":
      return new Uint8Array(capacity);
  }
}

/** The distinct texts of a string column, each with a code: texts are compared once, when they arrive. */
export class Dictionary {
  readonly texts: string[] = [];
  readonly #codes = new Map<string, number>();

  /** The text's code; a new text gets the next one. */
  add(text: string): number {
    const known = this.#codes.get(text);
    if (known !== undefined) return known;
    this.#codes.set(text, this.texts.length);
    return this.texts.push(text) - 1;
  }

  /** The text's code, or `undefined` where no row ever had it. */
  codeOf(text: string): number | undefined {
    return this.#codes.get(text);
  }
}

/**
 * Copies the 64-bit elements at some positions, as two 32-bit words each: reading a 64-bit integer as such would allocate a
 * bigint.
 *
 * @param to - Shape [positions]. Left as it is where a position is −1.
 * @param from - Elements of 64 bits, as `to` has.
 */
export function takeLong(to: ArrayBufferView, from: ArrayBufferView, positions: Int32Array): void {
  const words = new Int32Array(to.buffer, to.byteOffset, 2 * positions.length);
  const source = new Int32Array(from.buffer, from.byteOffset, from.byteLength / 4);
  for (let i = 0; i < positions.length; i++) {
    if (positions[i] === NO_MATCH) continue;
    words[2 * i] = source[2 * positions[i]];
    words[2 * i + 1] = source[2 * positions[i] + 1];
  }
}
