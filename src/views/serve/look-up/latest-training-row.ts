import type { CellValue } from "../../../microfs";
import type { Training } from "../../../state/training/training";

/**
 * The last training row of an entity at or before a moment, as its number in the training table; `null` where there is
 * none. Costs O(training rows).
 *
 * @param entity - Spine column → value. A null matches nothing.
 * @param nowUs - The moment, inclusive; `null` for any.
 */
export function latestTrainingRow(
  training: Training,
  entity: ReadonlyMap<string, CellValue>,
  nowUs: bigint | null,
): number | null {
  const keys = [...entity].map(([name, value]) => ({
    value,
    read: training.columns.find((column) => column.join < 0 && column.column === name)?.value,
  }));
  if (keys.length === 0 || keys.some(({ read, value }) => read === undefined || value === null)) return null;
  for (let row = training.numRows - 1; row >= 0; row--) {
    if (nowUs !== null && (training.timesUs[row] ?? 0n) > nowUs) continue;
    if (keys.every(({ read, value }) => read?.(row) === value)) return row;
  }
  return null;
}
