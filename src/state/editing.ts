import type { EntitySlice } from "../microfs/entity-slice";
import { type Edit, FIRST_ADDED_ROW, replaces } from "../scenario/edits/edit";
import { editSlice } from "../scenario/edits/edit-slice";
import { goTo } from "./address/navigate";
import { shownValue, toError } from "./answer";
import { type AppState, tell, useAppStore } from "./app-store";
import { viewInSight } from "./follow-answers";
import { offlineChanged, store } from "./store-connection";

interface Edited {
  slice: EntitySlice;
  edits: readonly Edit[];
  edited: EntitySlice;
}

let committed: Edited | null = null;
let shown: (Edited & { held: Edit }) | null = null;

/** The slice in hand as the edits leave it. A stable reference for the same state. */
export function committedSlice(state: AppState): EntitySlice | null {
  const slice = shownValue(state.slice);
  if (slice === null) return null;
  const { edits } = state.place;
  if (committed?.slice !== slice || committed.edits !== edits)
    committed = { slice, edits, edited: editSlice(slice, edits) };
  return committed.edited;
}

/**
 * The same with the edit that a hand still holds: at once, by the real kernel on the page, whatever the worker is
 * busy with. A stable reference for the same state.
 */
export function editedSlice(state: AppState): EntitySlice | null {
  const slice = committedSlice(state);
  const { held } = state;
  if (slice === null || held === null) return slice;
  const { edits } = state.place;
  if (shown?.slice !== slice || shown.held !== held)
    shown = { slice, edits, held, edited: editSlice(slice, [held]) };
  return shown.edited;
}

/** Shows what an edit would do while a hand still holds it. */
export function holdEdit(held: Edit): void {
  useAppStore.setState({ held });
}

/** Takes an edit out of the hand before it was made: everything is as it was. */
export function dropEdit(): void {
  useAppStore.setState({ held: null });
}

/** Keys that move one thing on and on, this close together, are one edit. */
const RUN_MS = 1500;

let lastMade = Number.NEGATIVE_INFINITY;

/** Makes an edit. What was undone before it cannot be done again any more. */
export function makeEdit(edit: Edit): void {
  const { edits } = useAppStore.getState().place;
  const last = edits.at(-1);
  const now = performance.now();
  const isRun = now - lastMade < RUN_MS && last !== undefined && replaces(edit, last);
  lastMade = now;
  useAppStore.setState({ held: null, undone: [] });
  goTo({ edits: [...(isRun ? edits.slice(0, -1) : edits), edit] }, "replace");
}

/** Takes the last edit back. Without limit: down to the data as loaded. */
export function undoEdit(): void {
  lastMade = Number.NEGATIVE_INFINITY;
  const { place, undone } = useAppStore.getState();
  const edit = place.edits.at(-1);
  if (edit === undefined) return;
  const edits = place.edits.slice(0, -1);
  const row = rowAfter(edits);
  useAppStore.setState({ held: null, undone: [...undone, edit] });
  goTo({ edits, row }, "replace");
}

/** Does again what was undone last. */
export function redoEdit(): void {
  const { place, undone } = useAppStore.getState();
  const edit = undone.at(-1);
  if (edit === undefined) return;
  useAppStore.setState({ undone: undone.slice(0, -1) });
  goTo({ edits: [...place.edits, edit] }, "replace");
}

/** The row to look at when other edits hold: an added one that they do not add gives way to its neighbour in time. */
function rowAfter(edits: readonly Edit[]): number | null {
  const state = useAppStore.getState();
  const { row } = state.place;
  const slice = committedSlice(state);
  if (row === null || row < FIRST_ADDED_ROW || slice === null) return row;
  const remains = (other: number) =>
    other < FIRST_ADDED_ROW || edits.some((edit) => edit.kind === "add" && edit.row === other);
  if (remains(row)) return row;
  const rows = Array.from(slice.spine.rows);
  const at = rows.indexOf(row);
  return rows.slice(at + 1).find(remains) ?? rows.slice(0, Math.max(0, at)).findLast(remains) ?? null;
}

/** What the row in sight is numbered once the edits are stored: rows close up, and added ones come last. */
function storedNumber({ place: { row }, training }: AppState): number | null {
  const spineIndex = shownValue(training)?.spineIndex;
  if (row === null || spineIndex === undefined) return row;
  return spineIndex.reduce((number, other) => number + (other < row ? 1 : 0), 0);
}

/** Back to the data as loaded; redo brings each edit back. */
export function resetEdits(): void {
  const { place, undone } = useAppStore.getState();
  const row = rowAfter([]);
  useAppStore.setState({ held: null, undone: [...undone, ...place.edits.toReversed()] });
  goTo({ edits: [], row }, "replace");
}

/** Makes the edits part of the stored groups. Then there is nothing to undo: they are the data as loaded. */
export async function storeEdits(): Promise<void> {
  const state = useAppStore.getState();
  const view = viewInSight(state);
  if (view === null) return;
  const row = storedNumber(state);
  try {
    await store().applyEdits(view.definition.name, state.place.edits);
    useAppStore.setState({ held: null, undone: [] });
    goTo({ edits: [], row }, "replace");
    tell({ text: "Your edits are stored.", isError: false });
  } catch (error) {
    tell({ text: toError(error).message, isError: true });
  }
  await offlineChanged();
}
