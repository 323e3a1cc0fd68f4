import {
  Bool,
  type Data,
  type DataType,
  Dictionary,
  Field,
  Float64,
  Int32,
  Int64,
  makeData,
  makeVector,
  RecordBatch,
  Schema,
  Struct,
  Table,
  TimestampMicrosecond,
  Utf8,
} from "apache-arrow";
import type { BatchColumn, ColumnBatch } from "../../../microfs/core";

/**
 * What was read, as an Arrow table of one record batch: for tests, which read it the slow and public way.
 * Built field by field, not from an object by name, so that a column may be named `__proto__`.
 */
export function csvTable({ numRows, columns }: ColumnBatch): Table {
  const data = Array.from(columns.values(), (column) => columnData(column, numRows));
  const fields = Array.from(
    columns.keys(),
    (name, at) => new Field(name, data[at]?.type ?? new Utf8(), true),
  );
  const schema = new Schema(fields);
  const struct = makeData({ type: new Struct(fields), length: numRows, nullCount: 0, children: data });
  return new Table(schema, [new RecordBatch(schema, struct)]);
}

function columnData({ type, values, valid, texts }: BatchColumn, rows: number): Data<DataType> {
  const nullCount = valid.subarray(0, rows).reduce((nulls, isThere) => nulls + (isThere === 1 ? 0 : 1), 0);
  const nulls = { length: rows, nullCount, nullBitmap: nullCount > 0 ? packed(valid) : null };
  if (texts !== null) {
    const { length, offsets, bytes } = texts;
    const dictionary = makeVector(
      makeData({ type: new Utf8(), length, nullCount: 0, valueOffsets: offsets, data: bytes }),
    );
    // A new type for each: two columns of one dictionary id throw.
    return makeData({
      type: new Dictionary(new Utf8(), new Int32()),
      data: values as Int32Array,
      dictionary,
      ...nulls,
    });
  }
  switch (type) {
    case "float64":
      return makeData({ type: new Float64(), data: values as Float64Array, ...nulls });
    case "bool":
      return makeData({ type: new Bool(), data: packed(values as Uint8Array), ...nulls });
    case "timestamp":
      return makeData({ type: new TimestampMicrosecond("UTC"), data: values as BigInt64Array, ...nulls });
    default:
      return makeData({ type: new Int64(), data: values as BigInt64Array, ...nulls });
  }
}

/** One bit for each byte that is not 0, the lowest bit first. */
function packed(flags: Uint8Array): Uint8Array {
  const bits = new Uint8Array((flags.length + 7) >> 3);
  for (let at = 0; at < flags.length; at++) {
    if (flags[at] !== 0) bits[at >> 3] = (bits[at >> 3] ?? 0) | (1 << (at & 7));
  }
  return bits;
}
