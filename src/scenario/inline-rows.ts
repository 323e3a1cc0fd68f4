import type { CellValue, ColumnTypeName } from "../microfs/schema";
import { type InlineValue, UNWRITABLE_FLOATS } from "./inline-value";
import type { InlineRow } from "./scenario";

/**
 * Rows written out in a scenario as `store.insert` takes them: integers of 64 bits become `bigint`, a column left out a
 * null, and times stay ISO text, which the engine reads. Costs O(rows × columns).
 */
export function insertableRows(
  rows: readonly InlineRow[],
  schema: Readonly<Record<string, ColumnTypeName>>,
): Record<string, CellValue>[] {
  const columns = Object.entries(schema);
  return rows.map((row) =>
    Object.fromEntries(
      columns.map(([name, type]) => [
        name,
        Object.hasOwn(row, name) ? insertable(row[name] ?? null, type) : null,
      ]),
    ),
  );
}

/** One value likewise. */
export function insertable(value: InlineValue, type: ColumnTypeName): CellValue {
  if (value === null) return null;
  if (type === "int64" || type === "int") return BigInt(value);
  if (type === "float64" || type === "float") return UNWRITABLE_FLOATS.get(value) ?? value;
  return value;
}
