import type { EntitySlice } from "../microfs/core";
import { type Edit, editsOfView, FIRST_ADDED_ROW } from "../scenario/edits/edit";
import { editSlice } from "../scenario/edits/edit-slice";
import { invalidEdits } from "../scenario/edits/invalid-edits";
import { shown } from "../scenario/inline-value";
import type { TrainingPage } from "../worker/results";
import type { App, AppState, SliceKey, TrainingKey } from "./app";
import { storeOf } from "./connection";
import { isOriginalShown } from "./own-copy";
import { Pages } from "./pages";
import { latestData, query } from "./query";
import type { Stage } from "./route/route";
import { type Training, trainingOf } from "./training";

const NO_EDITS: readonly Edit[] = [];

const PAGE_ROWS = 200;
/** A table's rows in sight lie on two pages at most. */
const VISIBLE_PAGES = 2;

/** The edits that concern the view that is looked at; none while the original is. The same reference for the same state. */
export function viewEdits(_app: App): (state: AppState) => readonly Edit[] {
  const known = new WeakMap<readonly Edit[], { view: string; own: readonly Edit[] }>();
  return (state) => {
    const { edits } = state.document;
    if (isOriginalShown(state)) return NO_EDITS;
    const view = currentView(state)?.definition.name ?? "";
    const last = known.get(edits);
    if (last?.view === view) return last.own;
    const found = editsOfView(edits, view);
    const own = found.length === 0 ? NO_EDITS : found;
    known.set(edits, { view, own });
    return own;
  };
}

/**
 * The edits that the training set and the picture are made with: those of the view, and where Train looks at the latest
 * value, what makes every join take it. That is a way of looking: it is in no document, and nothing of it is stored.
 */
export function shownEdits(app: App): (state: AppState) => readonly Edit[] {
  const editsOf = app.part(viewEdits);
  let last: { own: readonly Edit[]; joins: number; shown: readonly Edit[] } | null = null;
  return (state) => {
    const own = editsOf(state);
    if (!showsLatest(state)) return own;
    const joins = currentView(state)?.definition.joins.length ?? 0;
    if (last?.own !== own || last.joins !== joins) {
      const latest = Array.from(
        { length: joins },
        (_, join): Edit => ({ kind: "rule", join, direction: "latest", ttlUs: null }),
      );
      last = { own, joins, shown: [...own, ...latest] };
    }
    return last.shown;
  };
}

/** Whether the joins are shown as they would be on the latest value. */
export function showsLatest({ route }: Pick<AppState, "route">): boolean {
  return route.stage === "train" && route.rule === "latest";
}

/** Keeps the training set and the slice in step with what is looked at. */
export function followTraining(app: App): void {
  const { state } = app;
  const editsOf = app.part(shownEdits);
  // Another view's table is not an older state of this one.
  const keepsLatest = (before: { view: string }, next: { view: string }) => before.view === next.view;
  const training = query<TrainingKey, Training>({
    read: () => state.getState().training,
    write: (now) => state.setState({ training: now }),
    fetch: (key, signal) => fetchTraining(app, key, signal),
    keepsLatest,
    onReady: (data) => reportMissing(app, data),
  });
  const slice = query<SliceKey, EntitySlice>({
    read: () => state.getState().slice,
    write: (now) => state.setState({ slice: now }),
    fetch: (key, signal) => fetchSlice(app, key, editsOf(state.getState()), signal),
    keepsLatest,
    onReady: (data) => reportInvalidEdits(app, data),
  });
  const isLoaded = sliceTest(editsOf);

  const follow = () => {
    const now = state.getState();
    const key = trainingKey(now, editsOf(now));
    if (key === null) return;
    // Until they are stored, the edits lie on top of what is stored before; then both change as one.
    if (now.document.storing === null || now.training.status === "idle") training.ensure(key);
    const sliceNeeded = sliceKey(state.getState());
    if (sliceNeeded !== null && !isLoaded(state.getState(), sliceNeeded)) slice.ensure(sliceNeeded);
  };
  const stop = state.subscribe(follow);
  app.onDispose(() => {
    stop();
    for (const one of [training, slice]) one.reset();
  });
}

/** The training set, together with the pages of it that were looked at last: neither is shown without the other. */
async function fetchTraining(app: App, { view, edits }: TrainingKey, signal: AbortSignal): Promise<Training> {
  const store = storeOf(app);
  const page = (from: number, to: number, signal?: AbortSignal) =>
    store.trainingPage(view, edits, from, to, signal);
  const before = latestData(app.state.getState().training);
  const recentPages = before?.viewName === view ? before.pages.recentPages(VISIBLE_PAGES) : [];
  const numbers = [...new Set([0, ...recentPages])];
  const [live, ...first] = await Promise.all([
    store.training(view, edits, signal),
    ...numbers.map((number) => page(number * PAGE_ROWS, (number + 1) * PAGE_ROWS, signal)),
  ]);
  const pages: Pages<TrainingPage> = new Pages({
    pageRows: PAGE_ROWS,
    fetch: page,
    // Of a training set that is superseded none is fetched: the worker has gone on, and would have to go back.
    mayFetch: () => {
      const { training, document } = app.state.getState();
      return training.status === "ready" && training.data.pages === pages && document.storing === null;
    },
    given: new Map(first.map((given, i) => [numbers[i] ?? 0, given])),
  });
  return trainingOf(live, pages);
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
  const changed = change(before);
  const after = { ...before, ...changed };
  const edits = app.part(shownEdits)(after);
  const key = trainingKey(after, edits);
  const training = key && ({ status: "ready", key, data: await fetchTraining(app, key, signal) } as const);
  const ofSlice = training && sliceKey({ ...after, training });
  const slice = ofSlice && {
    status: "ready" as const,
    key: ofSlice,
    data: await fetchSlice(app, ofSlice, edits, signal),
  };
  app.state.setState((now) => ({
    // The very edits that were fetched for, where nothing has changed meanwhile: they are not fetched for again.
    ...(now === before ? changed : change(now)),
    ...(training && { training }),
    ...(slice && { slice }),
  }));
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
  return stage === "train" || stage === "compare" || stage === "code";
}

function trainingKey(
  { route, revision, connection, overview }: AppState,
  edits: readonly Edit[],
): TrainingKey | null {
  const view = currentView({ route, overview });
  const isLookedAt = route.page === "lab" && route.stage !== "data" && route.stage !== "serve";
  if (connection.status !== "ready" || view === null || !isLookedAt) return null;
  return { view: view.definition.name, revision, edits };
}

/** Whether the training set that is shown is about to be another one. */
export function isTrainingUpdating({ training, document }: AppState): boolean {
  const isEditedSince = document.storing !== null && document.edits !== document.storing;
  return training.status === "fetching" || isEditedSince;
}

function sliceKey({ route, training }: AppState): SliceKey | null {
  if (!showsSteps(route.stage) || training.status !== "ready") return null;
  const spineRow = currentRow(training.data, route.row);
  const { view, revision, edits } = training.key;
  const columnEdits = JSON.stringify(edits.filter(({ kind }) => kind === "column"));
  return spineRow === null ? null : { view, revision, spineRow, columnEdits };
}

/** Makes a test whether the slice that is there is of the same entity, and so has the row, be it an added one. */
function sliceTest(
  editsOf: (state: AppState) => readonly Edit[],
): (state: AppState, key: SliceKey) => boolean {
  // It is asked at every change of the state.
  let last: { slice: EntitySlice; edits: readonly Edit[]; row: number; isThere: boolean } | null = null;
  const adds = (slice: EntitySlice, edits: readonly Edit[], row: number): boolean => {
    if (last?.slice !== slice || last.edits !== edits || last.row !== row)
      last = { slice, edits, row, isThere: editSlice(slice, edits).spine.rows.includes(row) };
    return last.isThere;
  };
  return (state, key) => {
    const { slice } = state;
    if (slice.status !== "ready") return false;
    const isSameSet =
      slice.key.view === key.view &&
      slice.key.revision === key.revision &&
      slice.key.columnEdits === key.columnEdits;
    if (!isSameSet) return false;
    if (slice.data.spine.rows.includes(key.spineRow)) return true;
    return key.spineRow >= FIRST_ADDED_ROW && adds(slice.data, editsOf(state), key.spineRow);
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
function reportInvalidEdits(app: App, slice: EntitySlice): void {
  const state = app.state.getState();
  const { urlReadCount } = state;
  const last = app.part(spoken);
  if (last.invalidEdits === urlReadCount) return;
  last.invalidEdits = urlReadCount;
  const views = state.overview?.views.map(({ definition }) => definition.name) ?? [];
  const ofNoView = state.document.edits.flatMap((edit) =>
    edit.kind === "rule" && edit.view !== undefined && !views.includes(edit.view)
      ? [`It changes a rule of “${edit.view}”, and there is no such view.`]
      : [],
  );
  const problems = [...new Set([...invalidEdits(slice, app.part(viewEdits)(state)), ...ofNoView])];
  if (problems.length === 0) return;
  complain(app, `Not all edits of this link fit the data. ${problems.slice(0, 3).join(" ")}`);
}

/** A link may name what this training set does not have: the first of its kind is shown, and it is said. */
function reportMissing(app: App, { viewName, numRows, trainingRowOf, joins }: Training): void {
  const { route, urlReadCount } = app.state.getState();
  const last = app.part(spoken);
  if (last.missing === urlReadCount) return;
  last.missing = urlReadCount;
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
