import type { EntitySlice } from "../../../microfs/core";
import type { App, AppState } from "../../../state/app";
import { editedSlice } from "../../../state/editing";
import { latestData } from "../../../state/query";
import { goTo } from "../../../state/route/go-to";
import { currentRow } from "../../../state/training-queries";
import { PHASES, type Phase } from "../../../terms/phases";
import { firstWrite } from "../../../timeline/slice-index/slice-index";
import { type Coordinate, isSameStep, phasesAt } from "../../../timeline/step/coordinate";

/** The step that is looked at, and the slice it is a step of. */
export interface Step {
  slice: EntitySlice;
  coordinate: Coordinate;
}

/**
 * The step to draw. While the slice of another entity is on its way, the one before stays, so that nothing flickers;
 * `null` where there is none yet, or the view has no joins. The same reference for the same state.
 */
export function currentStep(app: App): (state: AppState) => Step | null {
  const sliceOf = app.part(editedSlice);
  let last: Step | null = null;
  return (state) => {
    const training = latestData(state.training);
    const slice = sliceOf(state);
    if (training === null || slice === null || slice.joins.length === 0) return null;
    const { route } = state;
    // An added row is on the page before the worker has joined it.
    const isHere = route.row !== null && slice.spine.rows.includes(route.row);
    const spineRow = isHere ? route.row : currentRow(training, route.row);
    if (spineRow === null) return null;
    if (!slice.spine.rows.includes(spineRow)) return last?.slice === slice ? last : null;
    const join = Math.min(route.join, slice.joins.length - 1);
    const together = route.joins === "together" && slice.joins.length > 1;
    const phases = phasesAt(slice, { join, together });
    const phase = phases.find((name) => name === route.phase) ?? phaseBefore(phases, route.phase);
    const coordinate = { spineRow, join, phase, together };
    const isSame = last?.slice === slice && isSameStep(last.coordinate, coordinate);
    if (!isSame) last = { slice, coordinate };
    return last;
  };
}

/** The last of some phases that a step has come to: a join of another rule may not have the very same. */
function phaseBefore(phases: readonly Phase[], phase: Phase): Phase {
  const at = PHASES.indexOf(phase);
  return phases.findLast((name) => PHASES.indexOf(name) < at) ?? phases[0] ?? "find_entity";
}

/** Goes to a step. Another row can be returned from; another step of the same row replaces the one before. */
export function goToStep(app: App, { spineRow, join, phase, together = false }: Coordinate): void {
  const { coordinate } = app.part(currentStep)(app.state.getState()) ?? {};
  const isSameRow = coordinate?.spineRow === spineRow;
  const isSameJoin = coordinate?.join === join;
  goTo(
    app,
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
export function goToRow(app: App, by: 1 | -1): void {
  const state = app.state.getState();
  const training = latestData(state.training);
  const spineRow = training === null ? null : currentRow(training, state.route.row);
  if (training === null || spineRow === null) return;
  const next = training.spineIndex[(training.trainingRowOf(spineRow) ?? 0) + by];
  if (next !== undefined) goTo(app, { row: next, from: null, to: null });
}

/** The feature column that the timeline shows in a join: the requested one where the join writes it, else its first. */
export function shownColumn(slice: EntitySlice, join: number, requested: string | null): string | undefined {
  const shown = slice.joins[join];
  if (shown === undefined) return undefined;
  return (shown.writes.find(({ column }) => column === requested) ?? firstWrite(shown))?.column;
}
