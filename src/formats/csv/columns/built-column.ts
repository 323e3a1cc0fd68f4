import type { Utf8Texts } from "../../../microfs/core";
import type { NoteCount } from "./cell-notes";

/**
 * What a column holds after reading. Shape [rows]; `valid` is 1 where there is a value and 0 where null. `notes` counts every
 * cell once, by what was noted of it.
 */
export type BuiltColumn = { valid: Uint8Array; nulls: number; notes: NoteCount[] } & (
  | { type: "int64"; values: BigInt64Array<ArrayBuffer> }
  | { type: "timestamp"; valuesUs: BigInt64Array<ArrayBuffer> }
  | { type: "float64"; values: Float64Array<ArrayBuffer> }
  | { type: "bool"; values: Uint8Array<ArrayBuffer> }
  | { type: "string"; codes: Int32Array<ArrayBuffer>; dictionary: Utf8Texts }
);

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

/** The first rows of a column: the very memory, where most of it is used. */
export function firstRows<
  Values extends
    | BigInt64Array<ArrayBuffer>
    | Float64Array<ArrayBuffer>
    | Int32Array<ArrayBuffer>
    | Uint8Array<ArrayBuffer>,
>(values: Values, rows: number): Values {
  return (2 * rows > values.length ? values.subarray(0, rows) : values.slice(0, rows)) as Values;
}
