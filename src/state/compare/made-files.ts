import { writeCsv } from "../../formats/csv/write-csv";
import { generatedColumns } from "../../scenario/generators";
import type { Scenario } from "../../scenario/scenario";
import { generatedTable } from "../../scenario/scenario-batch";
import { saveFile } from "../export";

/** Hands the rows of one generated group to the browser to save. @throws what {@link madeCsv} throws. */
export function saveMadeGroup(scenario: Scenario, fgName: string): void {
  saveFile(new Blob(madeCsv(scenario, fgName), { type: "text/csv" }), `${fgName}.csv`);
}

/**
 * The rows of one generated group as CSV, in pieces.
 *
 * @throws RangeError where the scenario has no such group, or does not generate it.
 */
export function madeCsv({ groups }: Scenario, fgName: string): string[] {
  const rows = groups.find(({ definition }) => definition.name === fgName)?.rows;
  if (rows?.kind !== "generated") throw new RangeError(`no rows of "${fgName}" are generated`);
  const table = generatedTable(generatedColumns(rows.generator, rows.seed, fgName, rows.knobs));
  return [...writeCsv(table)];
}
