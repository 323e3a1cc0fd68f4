import type { EntitySlice } from "../microfs/core";
import { type Edit, FIRST_ADDED_ROW, replaces } from "../scenario/edits/edit";
import { editSlice } from "../scenario/edits/edit-slice";
import type { Renumbering } from "../worker/store-edits";
import { type App, type AppState, showMessage } from "./app";
import { offlineChanged, storeOf } from "./connection";
import {
  type EditDocument,
  redo,
  replaceLastEdit,
  startStoring,
  storingDone,
  storingFailed,
  undo,
  withEdit,
  withEdits,
} from "./document";
import { latestData, toError } from "./query";
import { goTo } from "./route/go-to";
import { currentRow, currentView, showAsOne, shownEdits } from "./training-queries";

/** The entity's slice as the edits leave it; `null` while there is none. The same reference for the same state. */
function settledSlice(app: App): (state: AppState) => EntitySlice | null {
  const editsOf = app.part(shownEdits);
  let last: { slice: EntitySlice; edits: readonly Edit[]; edited: EntitySlice } | null = null;
  return (state) => {
    const slice = latestData(state.slice);
    if (slice === null) return null;
    const edits = editsOf(state);
    if (last?.slice !== slice || last.edits !== edits)
      last = { slice, edits, edited: editSlice(slice, edits) };
    return last.edited;
  };
}

/**
 * The same with the edit of a drag that is still under way: at once, by the real kernel on the page, whatever the worker
 * is busy with. The same reference for the same state.
 */
export function editedSlice(app: App): (state: AppState) => EntitySlice | null {
  const settled = app.part(settledSlice);
  let last: { slice: EntitySlice; draftEdit: Edit; edited: EntitySlice } | null = null;
  return (state) => {
    const slice = settled(state);
    const { draftEdit } = state;
    if (slice === null || draftEdit === null) return slice;
    if (last?.slice !== slice || last.draftEdit !== draftEdit)
      last = { slice, draftEdit, edited: editSlice(slice, [draftEdit]) };
    return last.edited;
  };
}

/** Shows what an edit would do while it is being dragged. */
export function showDraftEdit(app: App, draft: Edit): void {
  app.state.setState({ draftEdit: draft });
}

/** Gives up the edit that is being dragged: everything is as it was. */
export function cancelDraft(app: App): void {
  app.state.setState({ draftEdit: null });
}

/** Keys that move one thing on and on, this close together, are one edit. */
const RUN_MS = 1500;

/** When the last edit was made. */
interface Run {
  lastMadeMs: number;
}

function run(): Run {
  return { lastMadeMs: Number.NEGATIVE_INFINITY };
}

/** What is made after this begins a new edit. */
function endRun(app: App): void {
  app.part(run).lastMadeMs = Number.NEGATIVE_INFINITY;
}

/** Makes an edit. One of a rule that names no view is of the one that is looked at. */
export function makeEdit(app: App, made: Edit): void {
  const current = app.part(run);
  const state = app.state.getState();
  const { document } = state;
  const view = currentView(state)?.definition.name;
  const edit = made.kind === "rule" && view !== undefined ? { view, ...made } : made;
  const last = document.edits.at(-1);
  const now = performance.now();
  const isRun = now - current.lastMadeMs < RUN_MS && last !== undefined && replaces(edit, last);
  current.lastMadeMs = now;
  change(app, isRun ? replaceLastEdit(document, edit) : withEdit(document, edit));
}

/** Makes several edits in one step, which undo takes back at once. */
export function makeEdits(app: App, made: readonly Edit[]): void {
  const state = app.state.getState();
  const view = currentView(state)?.definition.name;
  const edits = made.map((edit) => (edit.kind === "rule" && view !== undefined ? { view, ...edit } : edit));
  change(app, withEdits(state.document, [...state.document.edits, ...edits]));
  endRun(app);
}

/** Takes the last change back, without limit: down to the data as loaded. */
export function undoEdit(app: App): void {
  change(app, undo(app.state.getState().document));
  endRun(app);
}

/** Does again what was undone last. */
export function redoEdit(app: App): void {
  change(app, redo(app.state.getState().document));
  endRun(app);
}

/** Back to the data as loaded, in one change that can be undone. */
export function resetEdits(app: App): void {
  const { document } = app.state.getState();
  // What is being stored is not the document's to take back any more.
  change(app, withEdits(document, document.storing ?? []));
  endRun(app);
}

function change(app: App, document: EditDocument): void {
  const row = rowAfter(app, document.edits);
  app.state.setState({ document, draftEdit: null, originalShownOf: null });
  if (row !== app.state.getState().route.row) goTo(app, { row }, "replace");
}

/**
 * The row to look at when other edits hold: an added one that they do not add gives way to its neighbour in time, and the
 * first of all, where none is named, stays the one that is looked at though it may not be the first any more.
 */
function rowAfter(app: App, edits: readonly Edit[]): number | null {
  const state = app.state.getState();
  const { row } = state.route;
  const training = latestData(state.training);
  if (row === null) return training === null ? null : currentRow(training, null);
  if (row < FIRST_ADDED_ROW) return row;
  const remains = (other: number) =>
    other < FIRST_ADDED_ROW || edits.some((edit) => edit.kind === "add" && edit.row === other);
  const slice = app.part(settledSlice)(state);
  if (slice === null || remains(row)) return row;
  const rows = Array.from(slice.spine.rows);
  const at = rows.indexOf(row);
  return rows.slice(at + 1).find(remains) ?? rows.slice(0, Math.max(0, at)).findLast(remains) ?? null;
}

/**
 * Makes the edits part of the stored groups: they are the data as loaded then. What is edited while they are being stored
 * stays an edit.
 */
export async function storeEdits(app: App): Promise<void> {
  const { state } = app;
  const view = currentView(state.getState());
  if (view === null || state.getState().document.storing !== null) return;
  const document = startStoring(state.getState().document);
  state.setState({ document });
  endRun(app);
  const isSameDocument = (now: AppState) => now.document.id === document.id;
  try {
    const stored = await storeOf(app).applyEdits(view.definition.name, document.edits);
    const overview = await storeOf(app).overview();
    await showAsOne(app, (now) => ({
      overview,
      revision: now.revision + 1,
      onlineRevision: now.onlineRevision + 1,
      ...(isSameDocument(now) && {
        document: storingDone(now.document, (edit) => renumbered(edit, stored)),
        draftEdit: null,
        route: { ...now.route, row: newNumber(now.route.row, view.definition.labelFg, stored) },
      }),
    }));
    showMessage(app, { text: "Your edits are stored.", isError: false }, document.dataset);
  } catch (error) {
    state.setState((now) => (isSameDocument(now) ? { document: storingFailed(now.document) } : {}));
    showMessage(app, { text: toError(error).message, isError: true }, document.dataset);
    await offlineChanged(app);
  }
}

/** A row's number once edits were stored: rows close up, and added ones come last. `null` where it is gone. */
function newNumber(row: number | null, group: string, renumberings: readonly Renumbering[]): number | null {
  const renumbering = renumberings.find((one) => one.group === group);
  if (row === null || renumbering === undefined) return row;
  const number = renumbering.added.get(row) ?? renumbering.stored[row] ?? -1;
  return number === -1 ? null : number;
}

/** An edit with the numbers that its row has now; `null` where that is gone. */
function renumbered(edit: Edit, renumberings: readonly Renumbering[]): Edit | null {
  // An added row is none of those that were stored: it keeps its number.
  if (edit.kind === "rule" || edit.kind === "column" || edit.kind === "add") return edit;
  const row = newNumber(edit.row, edit.group, renumberings);
  // A row that was added after the storing began is not among the stored ones either.
  if (row === null) return edit.row >= FIRST_ADDED_ROW ? edit : null;
  return row === edit.row ? edit : { ...edit, row };
}
