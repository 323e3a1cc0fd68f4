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
import type { BuiltColumn } from "./columns/built-column";

/**
 * The columns as an Arrow table of one record batch. Zero-copy but for the null bits and the bools.
 * Built field by field, not from an object by name, so that a column may be named `__proto__`.
 */
export function batchTable(
  names: ReadonlyArray<{ name: string }>,
  columns: readonly BuiltColumn[],
  rows: number,
): Table {
  const data = columns.map((column) => columnData(column, rows));
  const fields = data.map(({ type }, at) => new Field(names[at]?.name ?? "", type, true));
  const schema = new Schema(fields);
  const batch = new RecordBatch(
    schema,
    makeData({ type: new Struct(fields), length: rows, nullCount: 0, children: data }),
  );
  return new Table(schema, [batch]);
}

function columnData(column: BuiltColumn, rows: number): Data<DataType> {
  const nulls = {
    length: rows,
    nullCount: column.nulls,
    nullBitmap: column.nulls > 0 ? packed(column.valid) : null,
  };
  switch (column.type) {
    case "int64":
      return makeData({ type: new Int64(), data: column.values, ...nulls });
    case "float64":
      return makeData({ type: new Float64(), data: column.values, ...nulls });
    case "bool":
      return makeData({ type: new Bool(), data: packed(column.values), ...nulls });
    case "timestamp":
      return makeData({ type: new TimestampMicrosecond("UTC"), data: column.valuesUs, ...nulls });
    case "string": {
      const { length, offsets, bytes } = column.dictionary;
      const texts = makeVector(
        makeData({ type: new Utf8(), length, nullCount: 0, valueOffsets: offsets, data: bytes }),
      );
      // A new type for each: two columns of one dictionary id throw.
      return makeData({
        type: new Dictionary(new Utf8(), new Int32()),
        data: column.codes,
        dictionary: texts,
        ...nulls,
      });
    }
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
