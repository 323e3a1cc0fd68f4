import type { CellValue, ColumnTypeName } from "../microfs/schema";
import type { GeneratedColumns } from "./generated-columns";
import { generatedColumns } from "./generators";
import { UNWRITABLE_FLOATS } from "./inline-value";
import type { InlineRow, InlineValue, ScenarioGroup } from "./scenario";

/** A group's rows: as `store.insert` takes them, as columns to make a table of, or in the store already. */
export type ScenarioRows =
  | { kind: "rows"; rows: Record<string, CellValue>[] }
  | { kind: "columns"; columns: GeneratedColumns }
  | { kind: "stored" };

/**
 * The rows of a scenario's group. Integers of 64 bits become `bigint`, times stay ISO text, which the engine reads.
 * Costs O(rows); a generator is run once for all the groups it makes.
 *
 * @throws RangeError when the generator makes no group of that name.
 */
export function scenarioRows(group: ScenarioGroup): ScenarioRows {
  const { definition, rows: source } = group;
  switch (source.kind) {
    case "stored":
      return { kind: "stored" };
    case "generated":
      return { kind: "columns", columns: generatedColumns(source.generator, source.seed, definition.name) };
    case "inline":
      return { kind: "rows", rows: source.rows.map((row) => insertable(row, definition.schema)) };
  }
}

function insertable(
  row: InlineRow,
  schema: Readonly<Record<string, ColumnTypeName>>,
): Record<string, CellValue> {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, cellValue(value, schema[name])]),
  );
}

function cellValue(value: InlineValue, type: ColumnTypeName | undefined): CellValue {
  if (value === null) return null;
  if (type === "int64" || type === "int") return BigInt(value);
  if (type === "float64" || type === "float") return UNWRITABLE_FLOATS.get(value) ?? value;
  return value;
}
