import type { EntitySlice } from "../microfs/entity-slice";
import { type Edit, FIRST_ADDED_ROW } from "../scenario/edits/edit";
import { editSlice } from "../scenario/edits/edit-slice";
import { misfits } from "../scenario/edits/misfits";
import { shown } from "../scenario/shown";
import type { Stage } from "./address/place";
import { type Answer, shownValue, toError } from "./answer";
import { type AppState, type SliceInputs, type TrainingInputs, useAppStore } from "./app-store";
import { store } from "./store-connection";
import { decodeTraining, type Training } from "./training/training";

/** Keeps the worker's answers in step with what is looked at: asks for what is wanted and not there. */
export function followAnswers(): () => void {
  return useAppStore.subscribe((state) => {
    const wanted = wantedTraining(state);
    if (wanted === null) return;
    if (!isSame(state.training, wanted)) void askTraining("training", wanted);
    const unedited = { ...wanted, edits: NO_EDITS };
    if (!isSame(state.unedited, unedited)) void askTraining("unedited", unedited);
    const wantedRow = wantedSlice(state);
    if (wantedRow !== null && !isSame(state.slice, wantedRow) && !holds(state, wantedRow))
      void askSlice(wantedRow);
  });
}

const NO_EDITS: TrainingInputs["edits"] = [];

/** The view that is looked at: the chosen one, or the first; `null` where there is none. */
export function viewInSight({ place, overview }: Pick<AppState, "place" | "overview">) {
  const views = overview?.views ?? [];
  return views.find(({ definition }) => definition.name === place.view) ?? views[0] ?? null;
}

function wantedTraining({ place, revision, connection, overview }: AppState): TrainingInputs | null {
  const view = viewInSight({ place, overview });
  if (connection.status !== "ready" || view === null || place.stage === "data") return null;
  // What is served is what is stored, whatever was edited on top of it.
  const edits = showsSteps(place.stage) && place.edits.length > 0 ? place.edits : NO_EDITS;
  return { view: view.definition.name, revision, edits };
}

/** Whether a stage looks at a step, on the data as edited. */
function showsSteps(stage: Stage): boolean {
  return stage === "train" || stage === "code";
}

/** The spine row that is looked at: the chosen one where the training set has it, else the first. */
export function rowInSight(training: Training, row: number | null): number | null {
  if (row !== null && training.trainingRowOf(row) !== undefined) return row;
  return training.spineIndex[0] ?? null;
}

function wantedSlice(state: AppState): SliceInputs | null {
  if (!showsSteps(state.place.stage) || state.training.status !== "ready") return null;
  const spineRow = rowInSight(state.training.value, state.place.row);
  const { view, revision } = state.training.forInputs;
  return spineRow === null ? null : { view, revision, spineRow };
}

/** Whether the slice in hand is of the same entity, and so has the row, be it an added one. */
function holds({ slice, place }: AppState, wanted: SliceInputs): boolean {
  if (slice.status !== "ready") return false;
  const isSameSet = slice.forInputs.view === wanted.view && slice.forInputs.revision === wanted.revision;
  if (!isSameSet || slice.value.spine.rows.includes(wanted.spineRow)) return isSameSet;
  return wanted.spineRow >= FIRST_ADDED_ROW && adds(slice.value, place.edits, wanted.spineRow);
}

let added: { slice: EntitySlice; edits: readonly Edit[]; row: number; isThere: boolean } | null = null;

/** Whether edits add a spine row to a slice. Keeps the last answer: it is asked at every change of the state. */
function adds(slice: EntitySlice, edits: readonly Edit[], row: number): boolean {
  if (added?.slice !== slice || added.edits !== edits || added.row !== row)
    added = { slice, edits, row, isThere: editSlice(slice, edits).spine.rows.includes(row) };
  return added.isThere;
}

function isSame(
  answer: Answer<Partial<TrainingInputs & SliceInputs>, unknown>,
  wanted: TrainingInputs | SliceInputs,
): boolean {
  if (answer.status === "none") return false;
  const { forInputs } = answer;
  const { spineRow, view, revision, edits }: Partial<TrainingInputs & SliceInputs> = wanted;
  return (
    forInputs.view === view &&
    forInputs.revision === revision &&
    forInputs.spineRow === spineRow &&
    forInputs.edits === edits
  );
}

async function askTraining(which: "training" | "unedited", forInputs: TrainingInputs): Promise<void> {
  const { [which]: before, unedited } = useAppStore.getState();
  // Another view's table is not an older state of this one.
  const last =
    before.status !== "none" && before.forInputs.view === forInputs.view ? shownValue(before) : null;
  useAppStore.setState({ [which]: { status: "waiting", forInputs, last } });
  const isCurrent = () => isSame(useAppStore.getState()[which], forInputs);
  try {
    // Without edits both are the same question: it is asked once.
    const isThere = unedited.status === "ready" && isSame(unedited, forInputs);
    const value = isThere
      ? unedited.value
      : decodeTraining(await store().training(forInputs.view, forInputs.edits));
    if (!isCurrent()) return;
    useAppStore.setState({ [which]: { status: "ready", forInputs, value } });
    if (which === "training") sayMissing(value);
  } catch (error) {
    if (isCurrent())
      useAppStore.setState({ [which]: { status: "failed", forInputs, error: toError(error) } });
  }
}

/** Edits that a link brought and that do not fit are passed over; it is said which. */
function sayMisfits(slice: EntitySlice, edits: readonly Edit[]): void {
  const { linksRead } = useAppStore.getState();
  if (said.misfits === linksRead) return;
  said.misfits = linksRead;
  const problems = [...new Set(misfits(slice, edits))];
  if (problems.length === 0) return;
  complain(`Not all edits of this link fit the data. ${problems.slice(0, 3).join(" ")}`);
}

/** Says what is wrong with a link, after what was said of it before. */
function complain(text: string): void {
  const { message } = useAppStore.getState();
  const before = message?.isError ? `${message.text} ` : "";
  useAppStore.setState({ message: { text: `${before}${text}`, isError: true } });
}

/** Which link was spoken of last, by its number. */
const said = { missing: 0, misfits: 0 };

/** A link may name what this training set does not have: the first of its kind is shown, and it is said. */
function sayMissing({ viewName, numRows, trainingRowOf, joins }: Training): void {
  const { place, linksRead } = useAppStore.getState();
  if (said.missing === linksRead) return;
  said.missing = linksRead;
  const { view, row, join } = place;
  const problems = [
    view !== null && view !== viewName && `There is no view ${shown(view)}; this is ${viewName}.`,
    row !== null &&
      numRows > 0 &&
      trainingRowOf(row) === undefined &&
      `This view has no row for number ${row} of its label group; this is the first one.`,
    join > 0 && join >= joins.length && `This view has no join ${join + 1}; this is the last one.`,
  ].filter((problem) => problem !== false);
  if (problems.length > 0) complain(problems.join(" "));
}

async function askSlice(forInputs: SliceInputs): Promise<void> {
  const { slice } = useAppStore.getState();
  const last: EntitySlice | null =
    slice.status !== "none" && slice.forInputs.view === forInputs.view ? shownValue(slice) : null;
  useAppStore.setState({ slice: { status: "waiting", forInputs, last } });
  const isCurrent = () => isSame(useAppStore.getState().slice, forInputs);
  try {
    const { edits } = useAppStore.getState().place;
    const value = await store().slice(forInputs.view, forInputs.spineRow, edits);
    if (!isCurrent()) return;
    useAppStore.setState({ slice: { status: "ready", forInputs, value } });
    sayMisfits(value, edits);
  } catch (error) {
    if (isCurrent()) useAppStore.setState({ slice: { status: "failed", forInputs, error: toError(error) } });
  }
}
