import type { EntitySlice } from "../../../microfs/entity-slice";
import { goTo } from "../../../state/address/navigate";
import { shownValue } from "../../../state/answer";
import { type AppState, useAppStore } from "../../../state/app-store";
import { editedSlice } from "../../../state/editing";
import { rowInSight } from "../../../state/follow-answers";
import { type Coordinate, isSameStep, phasesAt } from "../../../timeline/step/coordinate";

/** The step that is looked at, and the slice it is a step of. */
export interface StepInSight {
  slice: EntitySlice;
  coordinate: Coordinate;
}

let last: StepInSight | null = null;

/**
 * The step to draw. While the slice of another entity is on its way, the one before stays, so that nothing flickers;
 * `null` where there is none yet, or the view has no joins. A stable reference for the same state.
 */
export function stepInSight(state: AppState): StepInSight | null {
  const training = shownValue(state.training);
  const slice = editedSlice(state);
  if (training === null || slice === null || slice.joins.length === 0) return null;
  const wanted = state.place.row;
  // An added row is on the page before the worker has joined it.
  const isHere = wanted !== null && slice.spine.rows.includes(wanted);
  const spineRow = isHere ? wanted : rowInSight(training, wanted);
  if (spineRow === null) return null;
  if (!slice.spine.rows.includes(spineRow)) return last?.slice === slice ? last : null;
  const join = Math.min(state.place.join, slice.joins.length - 1);
  const together = state.place.joins === "together" && slice.joins.length > 1;
  const phases = phasesAt(slice, { join, together });
  const phase = phases.find((name) => name === state.place.phase) ?? phases[0] ?? "find_entity";
  const coordinate = { spineRow, join, phase, together };
  const isSame = last?.slice === slice && isSameStep(last.coordinate, coordinate);
  if (!isSame) last = { slice, coordinate };
  return last;
}

/** Goes to a step. Another row is a new place; another step of the same row replaces the one before in the history. */
export function goToStep({ spineRow, join, phase, together = false }: Coordinate): void {
  const { coordinate } = stepInSight(useAppStore.getState()) ?? {};
  const isSameRow = coordinate?.spineRow === spineRow;
  const isSameJoin = coordinate?.join === join;
  goTo(
    {
      row: spineRow,
      join,
      phase,
      joins: together ? "together" : "one-by-one",
      ...(isSameJoin ? {} : { column: null }),
      ...(isSameRow ? {} : { from: null, to: null }),
    },
    isSameRow ? "replace" : "push",
  );
}

/** Goes to the next (1) or previous (−1) row of the training table, whichever entity's it is. */
export function goToRow(by: 1 | -1): void {
  const state = useAppStore.getState();
  const training = shownValue(state.training);
  const spineRow = training === null ? null : rowInSight(training, state.place.row);
  if (training === null || spineRow === null) return;
  const next = training.spineIndex[(training.trainingRowOf(spineRow) ?? 0) + by];
  if (next !== undefined) goTo({ row: next, from: null, to: null });
}
