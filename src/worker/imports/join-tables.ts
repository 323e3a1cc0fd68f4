import { makeData, RecordBatch, Struct, Table } from "apache-arrow";

/**
 * Tables of the same columns, one after the other, as one table of many batches. Nothing is copied.
 * Each comes with dictionary types of its own, and Arrow takes batches of different types for a mistake: all
 * batches get the first table's types, and each keeps its dictionary.
 */
export function joinTables(tables: readonly Table[]): Table {
  const [first] = tables;
  if (first === undefined) throw new RangeError("there must be at least one table");
  const { schema } = first;
  const type = new Struct(schema.fields);
  const batches = tables.flatMap((table) =>
    table.batches.map(({ data, numRows }) => {
      const children = data.children.map((column, at) =>
        column.clone(schema.fields[at]?.type ?? column.type),
      );
      return new RecordBatch(schema, makeData({ type, length: numRows, nullCount: 0, children }));
    }),
  );
  return new Table(schema, batches);
}
