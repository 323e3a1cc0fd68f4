import type { NoteCount } from "./cell-notes";

/**
 * What a column holds after reading. Shape [rows]; `valid` is 1 where there is a value and 0 where null. `notes` counts every
 * cell once, by what was noted of it.
 */
export type BuiltColumn = { valid: Uint8Array; nulls: number; notes: NoteCount[] } & (
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
  /** Forgets what was noted of a row that is not taken after all. The next one is read in its place. */
  drop(row: number): void;
  /** The first `rows` values. The builder is empty afterwards. */
  finish(rows: number): BuiltColumn;
}
