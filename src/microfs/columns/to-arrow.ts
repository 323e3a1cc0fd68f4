import {
  Dictionary as ArrowDictionary,
  Schema as ArrowSchema,
  Bool,
  type Data,
  type DataType,
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
  Utf8,
  type Vector,
  vectorFromArray,
} from "apache-arrow";
import type { ColumnType } from "../schema";
import type { Column } from "./column";

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

/** Texts as an Arrow vector, to be shared by all tables that use them. */
export function textVector(texts: readonly string[]): Vector<Utf8> {
  if (texts.length === 0)
    return makeVector(
      makeData({ type: new Utf8(), length: 0, valueOffsets: new Int32Array(1), data: new Uint8Array() }),
    );
  return vectorFromArray(texts, new Utf8());
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
