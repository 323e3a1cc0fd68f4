import type { Table } from "apache-arrow";
import type { CellValue } from "../microfs/schema";
import { generatedTable } from "./generated-table";
import type { ScenarioGroup } from "./scenario";
import { scenarioRows } from "./scenario-rows";

/**
 * What to hand to `store.insert` for a scenario's group: rows, an Arrow table, or nothing where the rows are in the
 * store already. Kept apart from `scenarioRows` because it needs Arrow, which Home does not load.
 */
export function scenarioBatch(group: ScenarioGroup): Record<string, CellValue>[] | Table | null {
  const rows = scenarioRows(group);
  switch (rows.kind) {
    case "rows":
      return rows.rows;
    case "columns":
      return generatedTable(rows.columns);
    case "stored":
      return null;
  }
}
