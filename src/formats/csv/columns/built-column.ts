/** What a column holds after reading. Shape [rows]; `valid` is 1 where there is a value and 0 where null. */
export type BuiltColumn = { valid: Uint8Array; nulls: number } & (
  | { type: "int64"; values: BigInt64Array<ArrayBuffer> }
  | { type: "timestamp"; valuesUs: BigInt64Array<ArrayBuffer> }
  | { type: "float64"; values: Float64Array<ArrayBuffer> }
  | { type: "bool"; values: Uint8Array }
  | { type: "string"; codes: Int32Array<ArrayBuffer>; dictionary: Utf8Texts }
);

/** Texts end to end in UTF-8: text i is the bytes [`offsets[i]`, `offsets[i + 1]`). */
export interface Utf8Texts {
  length: number;
  offsets: Int32Array<ArrayBuffer>;
  bytes: Uint8Array<ArrayBuffer>;
}

/** Reads one column's cells into typed arrays, without an object per cell. */
export interface ColumnBuilder {
  /**
   * Reads the bytes [`start`, `end`) as the value of `row`, over whatever was there.
   * Returns undefined, or why they cannot be read.
   */
  read(bytes: Uint8Array, start: number, end: number, quoted: boolean, row: number): string | undefined;
  setNull(row: number): void;
  isNull(row: number): boolean;
  /** The first `rows` values. The builder is empty afterwards. */
  finish(rows: number): BuiltColumn;
}

/** How many of the first `rows` are null. */
export function countNulls(valid: Uint8Array, rows: number): number {
  let nulls = 0;
  for (let row = 0; row < rows; row++) if (valid[row] === 0) nulls++;
  return nulls;
}
