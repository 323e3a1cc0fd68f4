import type { Table } from "apache-arrow";
import { type ArrowColumn, arrowTable, textVector } from "../microfs";
import type { CellValue } from "../microfs/core";
import type { GeneratedColumn, GeneratedColumns } from "./generated-columns";
import { generatedColumns } from "./generators";
import { insertableRows } from "./inline-value";
import type { ScenarioGroup } from "./scenario";

/**
 * What to hand to `store.insert` for a scenario's group: rows, an Arrow table of what a generator made, or `null` where the
 * rows are in the store already. Costs O(rows); a generator is run once for all the groups it makes. Needs Arrow, which
 * Home does not load.
 *
 * @throws RangeError when the generator makes no group of that name.
 */
export function scenarioBatch({
  definition,
  rows,
}: ScenarioGroup): Record<string, CellValue>[] | Table | null {
  switch (rows.kind) {
    case "inline":
      return insertableRows(rows.rows, definition.schema);
    case "generated":
      return generatedTable(generatedColumns(rows.generator, rows.seed, definition.name, rows.knobs));
    case "stored":
      return null;
  }
}

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
