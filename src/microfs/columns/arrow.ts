import {
  Dictionary as ArrowDictionary,
  Schema as ArrowSchema,
  Bool,
  type Data,
  DataType,
  DateUnit,
  Field,
  Float64,
  Int32,
  Int64,
  makeData,
  makeVector,
  RecordBatch,
  Struct,
  Table,
  TimestampMicrosecond,
  TimeUnit,
  Utf8,
  type Vector,
} from "apache-arrow";
import type { CellValue, ColumnType } from "../schema";
import { floorDivide, formatTime } from "../time";
import type { Column } from "./column";

/** Whether every value of an Arrow column can be taken over as it is, without reading each on its own. */
export function isSameType(vector: Vector, type: ColumnType): boolean {
  const arrow: DataType = vector.type;
  switch (type) {
    case "int64":
      return DataType.isInt(arrow) && arrow.bitWidth === 64 && arrow.isSigned;
    case "float64":
      return DataType.isFloat(arrow) && arrow.precision === 2;
    case "bool":
      return DataType.isBool(arrow);
    case "timestamp":
      return DataType.isTimestamp(arrow) && arrow.unit === TimeUnit.MICROSECOND;
    case "string":
      return (
        DataType.isDictionary(arrow) &&
        DataType.isUtf8(arrow.dictionary) &&
        DataType.isInt(arrow.indices) &&
        arrow.indices.bitWidth === 32
      );
  }
}

/** Adds all rows of an Arrow column of the same type, chunk by chunk, as whole arrays. */
export function appendVector(column: Column, vector: Vector): void {
  column.reserve(column.length + vector.length);
  for (const chunk of vector.data) {
    const at = column.length;
    const valid = column.valid.subarray(at, at + chunk.length);
    if (chunk.nullCount === 0) valid.fill(1);
    else for (let row = 0; row < chunk.length; row++) valid[row] = chunk.getValid(row) ? 1 : 0;
    if (column.dictionary !== null) {
      appendCodes(column, chunk.values, valid, chunk.dictionary);
    } else if (column.type === "bool") {
      const bits: Uint8Array = chunk.values;
      for (let row = 0; row < chunk.length; row++) {
        const bit = chunk.offset + row;
        column.values[at + row] = valid[row] & (bits[bit >> 3] >> (bit & 7));
      }
    } else {
      column.values.set(chunk.values.subarray(0, chunk.length) as never, at);
      if (chunk.nullCount > 0) clearNulls(column, at, valid);
    }
    column.length = at + chunk.length;
  }
}

/** Each chunk has a dictionary of its own: its codes are translated, each distinct text once. */
function appendCodes(column: Column, codes: Int32Array, valid: Uint8Array, texts: Vector | undefined): void {
  const translation = new Int32Array(texts?.length ?? 0).fill(-1);
  for (let row = 0; row < valid.length; row++) {
    let code = 0;
    // Arrow allows a null among the texts, too.
    if (valid[row] === 1 && !(texts?.isValid(codes[row]) ?? false)) valid[row] = 0;
    if (valid[row] === 1) {
      if (translation[codes[row]] < 0)
        translation[codes[row]] = column.dictionary?.add(String(texts?.get(codes[row]))) ?? 0;
      code = translation[codes[row]];
    }
    column.values[column.length + row] = code;
  }
}

/** What stands under a null is anything; here it is 0, so that equal rows have equal words. */
function clearNulls(column: Column, at: number, valid: Uint8Array): void {
  const zero = column.values instanceof BigInt64Array ? 0n : 0;
  for (let row = 0; row < valid.length; row++) if (valid[row] === 0) column.values[at + row] = zero;
}

/**
 * Reads an Arrow column value by value, as `readValue` takes them. Times become exact `bigint` microseconds;
 * finer ones that are no whole microsecond become text that `readValue` refuses with the reason.
 */
export function vectorReader(vector: Vector): (row: number) => unknown {
  const type: DataType = vector.type;
  if (DataType.isTimestamp(type)) return integerReader(vector, TO_MICROSECONDS[type.unit]);
  if (DataType.isDate(type)) {
    return type.unit === DateUnit.DAY
      ? integerReader(vector, (day) => day * 86_400_000_000n)
      : integerReader(vector, (ms) => ms * 1000n);
  }
  return (row) => vector.get(row);
}

const TO_MICROSECONDS: Readonly<Record<TimeUnit, (value: bigint) => bigint | string>> = {
  [TimeUnit.SECOND]: (s) => s * 1_000_000n,
  [TimeUnit.MILLISECOND]: (ms) => ms * 1000n,
  [TimeUnit.MICROSECOND]: (us) => us,
  [TimeUnit.NANOSECOND]: (ns) => (ns % 1000n === 0n ? ns / 1000n : nanosecondText(ns)),
};

/** A time as text with all of its nine decimals: `readValue` says of it that it is too fine. */
function nanosecondText(ns: bigint): string {
  const second = floorDivide(ns, 1_000_000_000n);
  const decimals = String(ns - second * 1_000_000_000n).padStart(9, "0");
  return formatTime(second * 1_000_000n).replace("Z", `.${decimals}Z`);
}

/** Reads the integers behind a time column: Arrow's own `get` gives fractional milliseconds, which are not exact. */
function integerReader(
  vector: Vector,
  convert: (value: bigint) => bigint | string,
): (row: number) => unknown {
  const starts: number[] = [];
  let start = 0;
  for (const chunk of vector.data) {
    starts.push(start);
    start += chunk.length;
  }
  let at = 0;
  return (row) => {
    while (at > 0 && row < starts[at]) at--;
    while (at + 1 < starts.length && row >= starts[at + 1]) at++;
    const chunk = vector.data[at];
    const inChunk = row - starts[at];
    return chunk.getValid(inChunk) ? convert(BigInt(chunk.values[inChunk])) : null;
  };
}

/**
 * Reads an Arrow column of this store's making cell by cell, exactly: int64 and timestamps (microseconds) as `bigint`, and
 * null past its end. Arrow's own `get` turns timestamps into fractional milliseconds.
 */
export function cellReader(vector: Vector | null): (row: number) => CellValue {
  const chunk = vector?.data[0];
  if (vector === null || chunk === undefined) return () => null;
  if (vector.data.length > 1) throw new RangeError(`a column must come in one chunk: ${vector.data.length}`);
  const type: DataType = vector.type;
  if (!DataType.isTimestamp(type)) return (row) => vector.get(row) as CellValue;
  const times: BigInt64Array = chunk.values;
  return (row) => (chunk.getValid(row) ? (times[row] ?? null) : null);
}

/** The columns of an Arrow table by name. */
export function tableColumns(table: Table): Map<string, Vector> {
  return new Map(
    table.schema.fields.flatMap((field, i) => {
      const vector = table.getChildAt(i);
      return vector === null ? [] : [[field.name, vector]];
    }),
  );
}

/** One column of an Arrow table to be: some rows of a column, in some order. */
export interface ArrowColumn {
  name: string;
  type: ColumnType;
  /** Shape [n]. Elements as in `Column.values`. */
  values: Column["values"];
  /** Shape [n]. 1 where there is a value, 0 where there is null. */
  valid: Uint8Array;
  /** The texts behind the codes of a string column. */
  texts: Vector<Utf8> | null;
}

/**
 * An Arrow table of the given columns, all of shape [rows]. The numbers are not copied, but for bools, which Arrow
 * packs into bits.
 */
export function arrowTable(columns: readonly ArrowColumn[], rows: number): Table {
  const children = columns.map((column) => arrowData(column, rows));
  const fields = columns.map((column, i) => new Field(column.name, children[i].type, true));
  const schema = new ArrowSchema(fields);
  const data = makeData({ type: new Struct(fields), length: rows, nullCount: 0, children });
  return new Table(schema, new RecordBatch(schema, data));
}

function arrowData(column: ArrowColumn, length: number): Data<DataType> {
  const nullCount = countNulls(column.valid);
  const nullBitmap = nullCount === 0 ? null : packBits(column.valid);
  const { values } = column;
  switch (column.type) {
    case "int64":
      return makeData({ type: new Int64(), length, nullCount, nullBitmap, data: values as BigInt64Array });
    case "timestamp":
      return makeData({
        type: new TimestampMicrosecond("UTC"),
        length,
        nullCount,
        nullBitmap,
        data: values as BigInt64Array,
      });
    case "float64":
      return makeData({ type: new Float64(), length, nullCount, nullBitmap, data: values as Float64Array });
    case "bool":
      return makeData({
        type: new Bool(),
        length,
        nullCount,
        nullBitmap,
        data: packBits(values as Uint8Array),
      });
    case "string": {
      const dictionary = column.texts ?? textVector([]);
      // A type of its own for each column: two columns that share a dictionary's id cannot be written.
      const type = new ArrowDictionary(new Utf8(), new Int32());
      return makeData({ type, length, nullCount, nullBitmap, data: values as Int32Array, dictionary });
    }
  }
}

/** Texts as an Arrow vector, to be shared by all tables that use them. Written here: Arrow's own builder takes ten times as long. */
export function textVector(texts: readonly string[]): Vector<Utf8> {
  const { valueOffsets, data } = encodeTexts(texts);
  return makeVector(makeData({ type: new Utf8(), length: texts.length, valueOffsets, data }));
}

/** So many letters fit into one string everywhere. */
const MOST_JOINED = 2 ** 27;

function encodeTexts(texts: readonly string[]): { valueOffsets: Int32Array; data: Uint8Array } {
  const encoder = new TextEncoder();
  const valueOffsets = new Int32Array(texts.length + 1);
  for (let i = 0; i < texts.length; i++) valueOffsets[i + 1] = valueOffsets[i] + texts[i].length;
  const letters = valueOffsets[texts.length];
  if (letters <= MOST_JOINED) {
    const data = encoder.encode(texts.join(""));
    // As many bytes as letters: each is one byte, and what was counted are the offsets.
    if (data.length === letters) return { valueOffsets, data };
  }
  const room = new Uint8Array(3 * letters);
  for (let i = 0, at = 0; i < texts.length; i++) {
    at += encoder.encodeInto(texts[i], room.subarray(at)).written;
    valueOffsets[i + 1] = at;
  }
  return { valueOffsets, data: room.slice(0, valueOffsets[texts.length]) };
}

/**
 * The codes of some rows with the texts that they use, and no others: what a few rows of a column of many texts cost is
 * what they hold. Shape [n] to [n]; O(n).
 *
 * @param valid - 1 where there is a value; under a null the code is 0.
 */
export function usedTexts(
  codes: Int32Array,
  valid: Uint8Array,
  texts: readonly string[],
): { values: Int32Array<ArrayBuffer>; texts: Vector<Utf8> } {
  const known = new Map<number, number>();
  const used: string[] = [];
  const values = new Int32Array(codes.length);
  for (let row = 0; row < codes.length; row++) {
    if (valid[row] === 0) continue;
    let code = known.get(codes[row]);
    if (code === undefined) {
      code = used.push(texts[codes[row]]) - 1;
      known.set(codes[row], code);
    }
    values[row] = code;
  }
  return { values, texts: textVector(used) };
}

function countNulls(valid: Uint8Array): number {
  let nulls = 0;
  for (let row = 0; row < valid.length; row++) nulls += 1 - valid[row];
  return nulls;
}

/** One byte a row to one bit a row, lowest bit first, as Arrow keeps flags. */
function packBits(flags: Uint8Array): Uint8Array {
  const bits = new Uint8Array(Math.ceil(flags.length / 64) * 8);
  for (let row = 0; row < flags.length; row++) bits[row >> 3] |= flags[row] << (row & 7);
  return bits;
}
