import type { EntitySlice } from "../microfs/entity-slice";
import { shownValue, toError } from "./answer";
import { type AppState, type SliceInputs, type TrainingInputs, useAppStore } from "./app-store";
import { store } from "./store-connection";
import { decodeTraining, type Training } from "./training";

/** Keeps the worker's answers in step with what is looked at: asks for what is wanted and not there. */
export function followAnswers(): () => void {
  return useAppStore.subscribe((state) => {
    const wanted = wantedTraining(state);
    if (wanted !== null && !isSame(state.training, wanted)) void askTraining(wanted);
    const wantedRow = wantedSlice(state);
    if (wantedRow !== null && !isSame(state.slice, wantedRow) && !holds(state, wantedRow))
      void askSlice(wantedRow);
  });
}

/** The view that is looked at: the chosen one, or the first; `null` where there is none. */
export function viewInSight({ place, overview }: Pick<AppState, "place" | "overview">) {
  const views = overview?.views ?? [];
  return views.find(({ definition }) => definition.name === place.view) ?? views[0] ?? null;
}

function wantedTraining(state: AppState): TrainingInputs | null {
  const { place, revision, connection } = state;
  const view = viewInSight(state);
  if (connection.status !== "ready" || view === null) return null;
  return place.stage === "train" || place.stage === "serve" || place.stage === "view"
    ? { view: view.definition.name, revision }
    : null;
}

/** The spine row that is looked at: the chosen one where the training set has it, else the first. */
export function rowInSight(training: Training, row: number | null): number | null {
  if (row !== null && row < training.trainingRowOf.length) return row;
  return training.spineIndex[0] ?? null;
}

function wantedSlice(state: AppState): SliceInputs | null {
  if (state.place.stage !== "train" || state.training.status !== "ready") return null;
  const spineRow = rowInSight(state.training.value, state.place.row);
  return spineRow === null ? null : { ...state.training.forInputs, spineRow };
}

/** Whether the slice in hand is of the same entity, and so has the row. */
function holds({ slice }: AppState, wanted: SliceInputs): boolean {
  if (slice.status !== "ready") return false;
  const isSameSet = slice.forInputs.view === wanted.view && slice.forInputs.revision === wanted.revision;
  return isSameSet && slice.value.spine.rows.includes(wanted.spineRow);
}

function isSame(
  answer: AppState["training"] | AppState["slice"],
  wanted: TrainingInputs | SliceInputs,
): boolean {
  if (answer.status === "none") return false;
  const inputs: Partial<SliceInputs> = answer.forInputs;
  const { spineRow, view, revision }: Partial<SliceInputs> = wanted;
  return inputs.view === view && inputs.revision === revision && inputs.spineRow === spineRow;
}

async function askTraining(forInputs: TrainingInputs): Promise<void> {
  const { training } = useAppStore.getState();
  // Another view's table is not an older state of this one.
  const last =
    training.status !== "none" && training.forInputs.view === forInputs.view ? shownValue(training) : null;
  useAppStore.setState({ training: { status: "waiting", forInputs, last } });
  const isCurrent = () => isSame(useAppStore.getState().training, forInputs);
  try {
    const value = decodeTraining(await store().training(forInputs.view));
    if (isCurrent()) useAppStore.setState({ training: { status: "ready", forInputs, value } });
  } catch (error) {
    if (isCurrent())
      useAppStore.setState({ training: { status: "failed", forInputs, error: toError(error) } });
  }
}

async function askSlice(forInputs: SliceInputs): Promise<void> {
  const { slice, training } = useAppStore.getState();
  const last: EntitySlice | null =
    slice.status !== "none" && slice.forInputs.view === forInputs.view ? shownValue(slice) : null;
  useAppStore.setState({ slice: { status: "waiting", forInputs, last } });
  const isCurrent = () => isSame(useAppStore.getState().slice, forInputs);
  try {
    const trainingRow = shownValue(training)?.trainingRowOf[forInputs.spineRow] ?? 0;
    const value = await store().slice(forInputs.view, trainingRow);
    if (isCurrent()) useAppStore.setState({ slice: { status: "ready", forInputs, value } });
  } catch (error) {
    if (isCurrent()) useAppStore.setState({ slice: { status: "failed", forInputs, error: toError(error) } });
  }
}
