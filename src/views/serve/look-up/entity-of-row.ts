import type { CellValue } from "../../../microfs";
import type { EntityColumn } from "../../../state/serving/entity-columns";
import type { Training } from "../../../state/training/training";
import { latestTrainingRow } from "./latest-training-row";

/**
 * The entity that an online row is about. Its own key may not name all of it (payments are of a user, plans of an
 * account); the rest is then read from the entity's latest training row.
 *
 * @returns The values by spine column, and whether every one that a look-up must give is there.
 */
export function entityOfRow(
  row: Readonly<Record<string, CellValue>>,
  fgName: string,
  columns: readonly EntityColumn[],
  training: Training | null,
): { values: ReadonlyMap<string, CellValue>; isWhole: boolean } {
  const values = new Map<string, CellValue>();
  for (const { name, sources } of columns) {
    const source = sources.find((candidate) => candidate.fgName === fgName);
    const value = source && row[source.column];
    if (value != null) values.set(name, value);
  }
  const missing = columns.filter(({ name }) => !values.has(name));
  const trainingRow =
    missing.length === 0 || training === null ? null : latestTrainingRow(training, values, null);
  if (trainingRow !== null) {
    for (const { name } of missing) {
      const column = training?.columns.find((candidate) => candidate.join < 0 && candidate.column === name);
      const value = column?.value(trainingRow) ?? null;
      if (value !== null) values.set(name, value);
    }
  }
  return { values, isWhole: columns.every(({ name, isNeeded }) => !isNeeded || values.has(name)) };
}
