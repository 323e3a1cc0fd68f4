import { DataType, type Table, TimeUnit, type Vector } from "apache-arrow";

export type Cell = bigint | number | string | boolean | null;

/** An Arrow table as plain values: 64-bit integers and times as `bigint`, times in microseconds. */
export interface PlainTable {
  columns: Record<string, string>;
  rows: Cell[][];
}

/** Reads a table value by value, by Arrow's own means only, and says which of the five types each column is. */
export function readTable(table: Table): PlainTable {
  const vectors = table.schema.fields.map((_, i) => table.getChildAt(i));
  const readers = vectors.map((vector) => (vector === null ? () => null : reader(vector)));
  return {
    columns: Object.fromEntries(table.schema.fields.map((field) => [field.name, typeName(field.type)])),
    rows: Array.from({ length: table.numRows }, (_, row) => readers.map((read) => read(row))),
  };
}

/** A table's rows as objects, column name to value. */
export function readRows(table: Table): Record<string, Cell>[] {
  const { columns, rows } = readTable(table);
  const names = Object.keys(columns);
  return rows.map((row) => Object.fromEntries(names.map((name, i) => [name, row[i] ?? null])));
}

/** One column's values. */
export function readColumn(table: Table, name: string): Cell[] {
  const vector = table.getChild(name);
  if (vector === null) throw new RangeError(`the table must have the column: ${name}`);
  const read = reader(vector);
  return Array.from({ length: table.numRows }, (_, row) => read(row));
}

function typeName(type: DataType): string {
  if (DataType.isInt(type) && type.bitWidth === 64 && type.isSigned) return "int64";
  if (DataType.isFloat(type) && type.precision === 2) return "float64";
  if (DataType.isBool(type)) return "bool";
  if (DataType.isDictionary(type) && DataType.isUtf8(type.dictionary)) return "string";
  if (DataType.isTimestamp(type) && type.unit === TimeUnit.MICROSECOND && type.timezone === "UTC")
    return "timestamp";
  return String(type);
}

function reader(vector: Vector): (row: number) => Cell {
  if (!DataType.isTimestamp(vector.type)) return (row) => vector.get(row);
  // Arrow's own `get` turns times into fractional milliseconds, which are not exact: read the integers.
  const integers = vector.data.flatMap((chunk) =>
    Array.from({ length: chunk.length }, (_, row): bigint | null =>
      chunk.getValid(row) ? chunk.values[row] : null,
    ),
  );
  return (row) => integers[row] ?? null;
}
