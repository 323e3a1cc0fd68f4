import { writeCsv } from "../../formats/csv/write-csv";
import { generatedColumns } from "../../scenario/generators";
import type { Scenario } from "../../scenario/scenario";
import { generatedTable } from "../../scenario/scenario-batch";
import { saveFile } from "../export";

/**
 * Hands the rows of one generated group to the browser to save, as CSV.
 *
 * @throws RangeError where the scenario has no such group, or does not generate it.
 */
export async function saveMadeGroup({ groups }: Scenario, fgName: string): Promise<void> {
  const rows = groups.find(({ definition }) => definition.name === fgName)?.rows;
  if (rows?.kind !== "generated") throw new RangeError(`no rows of "${fgName}" are generated`);
  const table = generatedTable(generatedColumns(rows.generator, rows.seed, fgName, rows.knobs));
  saveFile(new Blob([...writeCsv(table)], { type: "text/csv" }), `${fgName}.csv`);
}
