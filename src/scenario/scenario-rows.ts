import type { CellValue } from "../microfs/schema";
import type { GeneratedColumns } from "./generated-columns";
import { generatedColumns } from "./generators";
import { insertableRows } from "./inline-rows";
import type { ScenarioGroup } from "./scenario";

/** A group's rows: as `store.insert` takes them, as columns to make a table of, or in the store already. */
export type ScenarioRows =
  | { kind: "rows"; rows: Record<string, CellValue>[] }
  | { kind: "columns"; columns: GeneratedColumns }
  | { kind: "stored" };

/**
 * The rows of a scenario's group. Costs O(rows); a generator is run once for all the groups it makes.
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
      return { kind: "rows", rows: insertableRows(source.rows, definition.schema) };
  }
}
