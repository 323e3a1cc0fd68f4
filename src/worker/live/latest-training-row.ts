import { type CellValue, NO_MATCH, reasonName } from "../../microfs";
import { CellFlag } from "../../microfs/join/notable";
import type { TrainingRow } from "../answers";
import type { TrainingState } from "./training-state";

/**
 * The last training row of an entity at or before a moment; `null` where there is none. Costs O(training rows).
 *
 * @param entity - Spine column → value. A null matches nothing, nor does a column that the spine does not have.
 * @param nowUs - The moment, inclusive; `null` for any.
 */
export function latestTrainingRow(
  state: TrainingState,
  entity: Readonly<Record<string, CellValue>>,
  nowUs: bigint | null,
): TrainingRow | null {
  const { spine, order, timesUs } = state;
  const keys = Object.entries(entity);
  if (keys.length === 0 || keys.some(([name, value]) => value === null || spine.typeOf(name) === undefined))
    return null;
  for (let trainingRow = order.rows.length - 1; trainingRow >= 0; trainingRow--) {
    if (nowUs !== null && (timesUs[trainingRow] ?? 0n) > nowUs) continue;
    const row = order.rows[trainingRow] ?? NO_MATCH;
    if (keys.every(([name, value]) => spine.cell(row, name) === value)) return wholeRow(state, trainingRow);
  }
  return null;
}

function wholeRow({ view, spine, order, timesUs, joins }: TrainingState, trainingRow: number): TrainingRow {
  const row = order.rows[trainingRow] ?? NO_MATCH;
  return {
    trainingRow,
    spineRow: spine.idOf(row),
    timeUs: timesUs[trainingRow] ?? 0n,
    values: view.columns.map(({ join, column }) => {
      const cells = joins[join];
      return cells === undefined
        ? spine.cell(row, column)
        : cells.group.cell(cells.index[trainingRow] ?? NO_MATCH, column);
    }),
    joins: joins.map(({ index, reason, flags, eventTimesUs }) => ({
      reason: reasonName(reason[trainingRow] ?? 0),
      isLeak: ((flags[trainingRow] ?? 0) & CellFlag.leak) !== 0,
      eventTimeUs: index[trainingRow] === NO_MATCH ? null : (eventTimesUs[trainingRow] ?? null),
    })),
  };
}
