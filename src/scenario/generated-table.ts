import type { Table } from "apache-arrow";
import { type ArrowColumn, arrowTable, textVector } from "../microfs/columns/to-arrow";
import type { GeneratedColumn, GeneratedColumns } from "./generated-columns";

/** A generated history as an Arrow table, which `store.insert` takes whole. The numbers are not copied, but for bools. */
export function generatedTable({ columns, numRows }: GeneratedColumns): Table {
  const arrowColumns = Array.from(columns, ([name, column]): ArrowColumn => {
    const valid = column.valid ?? new Uint8Array(numRows).fill(1);
    const texts = column.type === "string" ? textVector(column.dictionary) : null;
    return { name, type: column.type, values: valuesOf(column), valid, texts };
  });
  return arrowTable(arrowColumns, numRows);
}

function valuesOf(column: GeneratedColumn): ArrowColumn["values"] {
  return column.type === "string" ? column.codes : column.values;
}
