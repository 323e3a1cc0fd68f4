import { createStore, type StoreApi } from "zustand/vanilla";
import type { FeatureViewDefinition } from "../../microfs/core";
import type { StoreHandle } from "../../worker/worker-handle";
import { type App, type AppState, showMessage } from "../app";
import { offlineChanged, storeOf } from "../connection";
import { type EditDocument, rekeyed, withEdits } from "../document";
import { toError } from "../query";
import { joinNumbers, withJoinNumber } from "./join-numbers";
import { takenBack } from "./taken-back";

/** A view's definition, or `null` where there is none of its name. */
export type MaybeView = FeatureViewDefinition | null;

/** What a change makes of a view: of the newest definition there is when its turn comes. The same object changes nothing. */
export type ViewChange = (newest: MaybeView) => MaybeView;

/** A change of a stored view that can be taken back. */
export interface MadeChange {
  readonly store: StoreHandle;
  readonly name: string;
  readonly before: MaybeView;
  readonly after: MaybeView;
  /** The edits around it: a join that goes takes those of its rule along. */
  readonly documentBefore: EditDocument;
  readonly documentAfter: EditDocument;
}

export interface ViewChanges {
  /** How many are asked for and not stored yet. */
  readonly waiting: number;
  /** Those that can be taken back, the latest last. */
  readonly made: readonly MadeChange[];
}

/** The changes of stored views that an app has made. */
export function viewChanges(_app: App): StoreApi<ViewChanges> {
  return createStore<ViewChanges>()(() => ({ waiting: 0, made: [] }));
}

/** The end of the last change that was asked for: each waits for the one before. */
interface Line {
  end: Promise<void>;
}

function line(): Line {
  return { end: Promise.resolve() };
}

/**
 * Changes a stored view, once every change that was asked for before is stored: none is made on top of a definition that
 * another one is about to replace. What makes no sense is refused with a message, and nothing changes.
 *
 * @param also - What else of the state is then to change, in the same step.
 */
export function changeView(
  app: App,
  name: string,
  change: ViewChange,
  also: (state: AppState) => Partial<AppState> = () => ({}),
): Promise<void> {
  return inLine(app, async (store) => {
    const before = definitionOf(app.state.getState(), name);
    const after = change(before);
    if (after === before || !(await isPut(app, store, name, after))) return;
    await offlineChanged(app, (state) => {
      const document = withoutLostEdits(state.document, name, before, after);
      const made = { store, name, before, after, documentBefore: state.document, documentAfter: document };
      // What was not there is taken back by deleting it, for which there is a button.
      if (before !== null) remember(app, made);
      return { document, ...also({ ...state, document }) };
    });
  });
}

/** The last change of a stored view that can be taken back; `null` for none. */
export function lastChange(app: App): (changes: ViewChanges) => MadeChange | null {
  return ({ made }) => {
    const last = made.at(-1);
    return last !== undefined && isStillOpen(app, last.store) ? last : null;
  };
}

/** Takes the last change of a stored view back, and what it took along of the edits. */
export function takeBackChange(app: App): Promise<void> {
  return inLine(app, async (store) => {
    const { getState, setState } = app.part(viewChanges);
    const last = getState().made.at(-1);
    if (last === undefined || last.store !== store) return;
    const { name, before, after } = last;
    const now = definitionOf(app.state.getState(), name);
    const to = before && after && now ? takenBack(now, before, after) : before;
    if (!(await isPut(app, store, name, to))) return;
    setState(({ made }) => ({ made: made.filter((change) => change !== last) }));
    await offlineChanged(app, (state) => ({
      document: withLostEdits(state.document, last, now, to),
      route: { ...state.route, view: name },
    }));
  });
}

/** Waits until no change is under way. At once where none is. */
export async function whenViewsStand(app: App): Promise<void> {
  while (app.part(viewChanges).getState().waiting > 0) await app.part(line).end;
}

async function inLine(app: App, change: (store: StoreHandle) => Promise<void>): Promise<void> {
  const { setState } = app.part(viewChanges);
  const own = app.part(line);
  const store = storeOf(app);
  const count = (by: number) => setState(({ waiting }) => ({ waiting: waiting + by }));
  count(1);
  const turn = own.end.then(async () => {
    try {
      // Of another dataset's view it says nothing.
      if (isStillOpen(app, store)) await change(store);
    } catch (error) {
      showMessage(app, { text: toError(error).message, isError: true });
    } finally {
      count(-1);
    }
  });
  own.end = turn;
  await turn;
}

function isStillOpen(app: App, store: StoreHandle): boolean {
  return app.state.getState().connection.status === "ready" && storeOf(app) === store;
}

/** Stores a definition, or deletes the view where there is to be none. Says why where that cannot be. */
async function isPut(app: App, store: StoreHandle, name: string, view: MaybeView): Promise<boolean> {
  try {
    if (view === null) await store.deleteFeatureView(name);
    else await store.createFeatureView(view, { replace: true });
  } catch (error) {
    showMessage(app, { text: toError(error).message, isError: true });
    await offlineChanged(app);
    return false;
  }
  showMessage(app, null);
  return true;
}

function definitionOf({ overview }: AppState, name: string): MaybeView {
  return overview?.views.find(({ definition }) => definition.name === name)?.definition ?? null;
}

const MOST_REMEMBERED = 50;

function remember(app: App, change: MadeChange): void {
  app.part(viewChanges).setState(({ made }) => ({
    made: [...made.filter(({ store }) => store === change.store), change].slice(-MOST_REMEMBERED),
  }));
}

/** The document once a view is another: rule edits keep their join, and go where it goes. */
function withoutLostEdits(
  document: EditDocument,
  view: string,
  before: MaybeView,
  after: MaybeView,
): EditDocument {
  const numbers = joinNumbers(before?.joins ?? [], after?.joins ?? []);
  if (before === null || numbers.every((number, i) => number === i)) return document;
  return rekeyed(document, (edit) => withJoinNumber(edit, view, numbers));
}

/** The document once a change is taken back: as it was, where nothing was edited since; else what had gone is added to it. */
function withLostEdits(
  document: EditDocument,
  taken: MadeChange,
  now: MaybeView,
  to: MaybeView,
): EditDocument {
  const { name, before, after, documentBefore, documentAfter } = taken;
  if (document === documentAfter) return withoutLostEdits(documentBefore, name, before, to);
  const renumbered = withoutLostEdits(document, name, now, to);
  const kept = joinNumbers(before?.joins ?? [], after?.joins ?? []);
  const restored = joinNumbers(before?.joins ?? [], to?.joins ?? []);
  const lost = documentBefore.edits.flatMap((edit) =>
    withJoinNumber(edit, name, kept) === null ? (withJoinNumber(edit, name, restored) ?? []) : [],
  );
  return lost.length === 0 ? renumbered : withEdits(renumbered, [...renumbered.edits, ...lost]);
}
