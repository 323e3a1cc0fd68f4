import type { EntitySlice } from "../microfs/entity-slice";
import { type Edit, editsOfView, FIRST_ADDED_ROW } from "../scenario/edits/edit";
import { editSlice } from "../scenario/edits/edit-slice";
import { misfits } from "../scenario/edits/misfits";
import { shown } from "../scenario/shown";
import type { App, AppState, SliceKey, TrainingKey } from "./app";
import { storeOf } from "./connection";
import { hasSameProperties, latestData, query } from "./query";
import type { Stage } from "./route/route";
import { decodeTraining, type Training } from "./training/training";

const NO_EDITS: readonly Edit[] = [];

/** The edits that concern the view that is looked at. The same reference for the same state. */
export function viewEdits(_app: App): (state: AppState) => readonly Edit[] {
  let last: { edits: readonly Edit[]; view: string; own: readonly Edit[] } | null = null;
  return (state) => {
    const { edits } = state.document;
    const view = currentView(state)?.definition.name;
    if (view === undefined) return edits;
    if (last?.edits !== edits || last.view !== view) last = { edits, view, own: editsOfView(edits, view) };
    return last.own;
  };
}

/** Keeps the training set and the slice in step with what is looked at. */
export function followTraining(app: App): void {
  const { state } = app;
  const editsOf = app.part(viewEdits);
  const fetchThis = (key: TrainingKey, signal: AbortSignal) => fetchTraining(app, key, signal);
  // Another view's table is not an older state of this one.
  const keepsLatest = (before: { view: string }, next: { view: string }) => before.view === next.view;
  const training = query<TrainingKey, Training>({
    read: () => state.getState().training,
    write: (now) => state.setState({ training: now }),
    fetch: fetchThis,
    keepsLatest,
    onReady: (data) => sayMissing(app, data),
  });
  const unedited = query<TrainingKey, Training>({
    read: () => state.getState().unedited,
    write: (now) => state.setState({ unedited: now }),
    fetch: fetchThis,
    keepsLatest,
  });
  const slice = query<SliceKey, EntitySlice>({
    read: () => state.getState().slice,
    write: (now) => state.setState({ slice: now }),
    fetch: (key, signal) => fetchSlice(app, key, editsOf(state.getState()), signal),
    keepsLatest,
    onReady: (data) => sayInvalidEdits(app, data),
  });
  const isHeld = sliceTest(editsOf);

  const follow = () => {
    const now = state.getState();
    const key = trainingKey(now, editsOf(now));
    if (key === null) return;
    const uneditedKey = { ...key, edits: NO_EDITS };
    if (key.edits.length === 0 && now.draftEdit === null) training.ensure(key);
    else {
      // What was fetched before the first edit is the training set without any.
      if (now.training.status === "ready" && hasSameProperties(now.training.key, uneditedKey))
        unedited.put(uneditedKey, now.training.data);
      else unedited.ensure(uneditedKey);
      training.ensure(key);
    }
    const sliceNeeded = sliceKey(state.getState());
    if (sliceNeeded !== null && !isHeld(state.getState(), sliceNeeded)) slice.ensure(sliceNeeded);
  };
  const stop = state.subscribe(follow);
  app.onDispose(() => {
    stop();
    for (const one of [training, unedited, slice]) one.reset();
  });
}

async function fetchTraining(app: App, { view, edits }: TrainingKey, signal: AbortSignal): Promise<Training> {
  return decodeTraining(await storeOf(app).training(view, edits, signal));
}

function fetchSlice(
  app: App,
  { view, spineRow }: SliceKey,
  edits: readonly Edit[],
  signal: AbortSignal,
): Promise<EntitySlice> {
  return storeOf(app).slice(view, spineRow, edits, signal);
}

/**
 * Changes the state once the training set and the slice of what it will be are there: table and picture go from one state
 * to the next in one step, and show neither without the other.
 */
export async function showAsOne(app: App, change: (state: AppState) => Partial<AppState>): Promise<void> {
  const { signal } = new AbortController();
  const before = app.state.getState();
  const after = { ...before, ...change(before) };
  const edits = app.part(viewEdits)(after);
  const key = trainingKey(after, edits);
  const training = key && ({ status: "ready", key, data: await fetchTraining(app, key, signal) } as const);
  const ofSlice = training && sliceKey({ ...after, training });
  const slice = ofSlice && {
    status: "ready" as const,
    key: ofSlice,
    data: await fetchSlice(app, ofSlice, edits, signal),
  };
  app.state.setState((now) => ({ ...change(now), ...(training && { training }), ...(slice && { slice }) }));
}

/** The view that is looked at: the chosen one, or the first; `null` where there is none. */
export function currentView({ route, overview }: Pick<AppState, "route" | "overview">) {
  const views = overview?.views ?? [];
  return views.find(({ definition }) => definition.name === route.view) ?? views[0] ?? null;
}

/** The spine row that is looked at: the chosen one where the training set has it, else the first. */
export function currentRow(training: Training, row: number | null): number | null {
  if (row !== null && training.trainingRowOf(row) !== undefined) return row;
  return training.spineIndex[0] ?? null;
}

/** Whether a stage looks at a step, on the data as edited. */
function showsSteps(stage: Stage): boolean {
  return stage === "train" || stage === "code";
}

function trainingKey(
  { route, revision, connection, overview }: AppState,
  edits: readonly Edit[],
): TrainingKey | null {
  const view = currentView({ route, overview });
  if (connection.status !== "ready" || view === null || route.page !== "lab" || route.stage === "data")
    return null;
  // What is served is what is stored, whatever was edited on top of it.
  const isEdited = showsSteps(route.stage) && edits.length > 0;
  return { view: view.definition.name, revision, edits: isEdited ? edits : NO_EDITS };
}

function sliceKey({ route, training }: AppState): SliceKey | null {
  if (!showsSteps(route.stage) || training.status !== "ready") return null;
  const spineRow = currentRow(training.data, route.row);
  const { view, revision } = training.key;
  return spineRow === null ? null : { view, revision, spineRow };
}

/** Makes a test whether the slice that is there is of the same entity, and so has the row, be it an added one. */
function sliceTest(
  editsOf: (state: AppState) => readonly Edit[],
): (state: AppState, wanted: SliceKey) => boolean {
  // It is asked at every change of the state.
  let last: { slice: EntitySlice; edits: readonly Edit[]; row: number; isThere: boolean } | null = null;
  const adds = (slice: EntitySlice, edits: readonly Edit[], row: number): boolean => {
    if (last?.slice !== slice || last.edits !== edits || last.row !== row)
      last = { slice, edits, row, isThere: editSlice(slice, edits).spine.rows.includes(row) };
    return last.isThere;
  };
  return (state, wanted) => {
    const { slice } = state;
    if (slice.status !== "ready") return false;
    const isSameSet = slice.key.view === wanted.view && slice.key.revision === wanted.revision;
    if (!isSameSet) return false;
    if (slice.data.spine.rows.includes(wanted.spineRow)) return true;
    return wanted.spineRow >= FIRST_ADDED_ROW && adds(slice.data, editsOf(state), wanted.spineRow);
  };
}

/** Which link was spoken of last, by its number. */
interface Spoken {
  missing: number;
  invalidEdits: number;
}

function spoken(): Spoken {
  return { missing: 0, invalidEdits: 0 };
}

/** Edits that a link brought and that do not fit are passed over; it is said which. */
function sayInvalidEdits(app: App, slice: EntitySlice): void {
  const state = app.state.getState();
  const { linksRead } = state;
  const last = app.part(spoken);
  if (last.invalidEdits === linksRead) return;
  last.invalidEdits = linksRead;
  const problems = [...new Set(misfits(slice, app.part(viewEdits)(state)))];
  if (problems.length === 0) return;
  complain(app, `Not all edits of this link fit the data. ${problems.slice(0, 3).join(" ")}`);
}

/** A link may name what this training set does not have: the first of its kind is shown, and it is said. */
function sayMissing(app: App, { viewName, numRows, trainingRowOf, joins }: Training): void {
  const { route, linksRead } = app.state.getState();
  const last = app.part(spoken);
  if (last.missing === linksRead) return;
  last.missing = linksRead;
  const { view, row, join } = route;
  const problems = [
    view !== null && view !== viewName && `There is no view ${shown(view)}; this is ${viewName}.`,
    row !== null &&
      numRows > 0 &&
      trainingRowOf(row) === undefined &&
      `This view has no row for number ${row} of its label group; this is the first one.`,
    join > 0 && join >= joins.length && `This view has no join ${join + 1}; this is the last one.`,
  ].filter((problem) => problem !== false);
  if (problems.length > 0) complain(app, problems.join(" "));
}

/** Says what is wrong with a link, after what was said of it before. */
function complain(app: App, text: string): void {
  app.state.setState(({ message }) => ({
    message: { text: message?.isError ? `${message.text} ${text}` : text, isError: true },
  }));
}

/** What the training set without edits was, where there are any or one is being made; of another view it says nothing. */
export function uneditedTraining({ document, draftEdit, training, unedited }: AppState): Training | null {
  const before = document.edits.length === 0 && draftEdit === null ? null : latestData(unedited);
  return before?.viewName === latestData(training)?.viewName ? before : null;
}
