import { createStore, type StoreApi } from "zustand/vanilla";
import type { Offer } from "../../why-empty/why-empty";
import type { WhyEmptyCell, WhyEmptySummary } from "../../worker/why-empty/why-empty-results";
import type { App, AppState, TrainingKey } from "../app";
import { storeOf } from "../connection";
import { changeJoin } from "../edit-view";
import { makeEdits, undoEdit } from "../editing";
import { type Query, query } from "../query";
import { currentView, viewEdits } from "../training-queries";
import { takeBackChange } from "../view/view-changes";

/** One empty cell of the training set. */
interface CellKey extends TrainingKey {
  join: number;
  trainingRow: number;
}

/** A change that was pressed, and what it was said to do. */
export interface AppliedOffer {
  readonly offer: Offer;
  /** The data that it is still the last change of. */
  readonly edits: AppState["document"]["edits"];
}

/** A row that was pressed on the page: its line, and how far from the window's top it stood, pixels. */
export interface LeftRow {
  readonly line: string;
  readonly trainingRow: number;
  readonly topPx: number;
}

export interface WhyEmptyState {
  readonly summary: Query<TrainingKey, WhyEmptySummary>;
  /** The cell that Train shows, where it is empty. */
  readonly cell: Query<CellKey, WhyEmptyCell | null>;
  /** The change that was pressed last, as long as nothing else was changed since. */
  readonly applied: AppliedOffer | null;
  /** The lines that are open on the page, and how many of its rows each shows: Back finds them as they were. */
  readonly opened: ReadonlyMap<string, number>;
  /** The row that the page was left by, until it is there again. */
  readonly left: LeftRow | null;
}

/** What an app knows of why cells are empty. */
export function whyEmptyStore(_app: App): StoreApi<WhyEmptyState> {
  return createStore<WhyEmptyState>()(() => ({
    summary: { status: "idle" },
    cell: { status: "idle" },
    applied: null,
    opened: new Map(),
    left: null,
  }));
}

function whyEmptyQueries(app: App) {
  const { getState, setState } = app.part(whyEmptyStore);
  const isSameView = (before: TrainingKey, next: TrainingKey) => before.view === next.view;
  return {
    summary: query<TrainingKey, WhyEmptySummary>({
      read: () => getState().summary,
      write: (summary) => setState({ summary }),
      keepsLatest: isSameView,
      fetch: async ({ view, edits }, signal) => {
        const answer = await storeOf(app).whyEmpty(view, edits, { kind: "summary" }, signal);
        if (answer.kind !== "summary") throw new TypeError("a summary must be answered");
        return answer;
      },
    }),
    cell: query<CellKey, WhyEmptyCell | null>({
      read: () => getState().cell,
      write: (cell) => setState({ cell }),
      keepsLatest: () => false,
      fetch: async ({ view, edits, join, trainingRow }, signal) => {
        const answer = await storeOf(app).whyEmpty(view, edits, { kind: "cell", join, trainingRow }, signal);
        return answer.kind === "cell" ? answer.found : null;
      },
    }),
  };
}

/** While the page is looked at: keeps what it shows in step with the data and its edits. */
export function followWhyEmpty(app: App): () => void {
  const { summary } = app.part(whyEmptyQueries);
  const { getState, setState } = app.part(whyEmptyStore);
  const follow = () => {
    const state = app.state.getState();
    const { applied } = getState();
    if (applied !== null && applied.edits !== state.document.edits) setState({ applied: null });
    const key = keyOf(app, state);
    if (key !== null && state.route.empty) summary.ensure(key);
  };
  follow();
  return app.state.subscribe(follow);
}

/** Asks why one cell is empty. Only while the training set that it is of is there. */
export function askCell(app: App, join: number, trainingRow: number): void {
  const state = app.state.getState();
  const key = keyOf(app, state);
  if (key !== null && state.training.status === "ready")
    app.part(whyEmptyQueries).cell.ensure({ ...key, join, trainingRow });
}

function keyOf(app: App, state: AppState): TrainingKey | null {
  const { connection, revision, document } = state;
  const view = currentView(state);
  if (connection.status !== "ready" || view === null || document.storing !== null) return null;
  // The reader's own edits: as if every join took the latest value nothing would be empty for a reason.
  return { view: view.definition.name, revision, edits: app.part(viewEdits)(state) };
}

/** The training rows [from, to) of a line. */
export async function missedRows(app: App, line: number, from: number, to: number, signal: AbortSignal) {
  const state = app.state.getState();
  const key = keyOf(app, state);
  if (key === null) return null;
  const question = { kind: "rows", line, from, to } as const;
  const answer = await storeOf(app).whyEmpty(key.view, key.edits, question, signal);
  return answer.kind === "rows" ? answer : null;
}

/** Makes a change that is offered, as one step that undo takes back. */
export function applyOffer(app: App, offer: Offer): void {
  const { change } = offer;
  if (change.kind === "mapping") {
    const view = currentView(app.state.getState());
    if (view === null) return;
    const isSameName = change.on.every(([spineColumn, column]) => spineColumn === column);
    const on = isSameName ? change.on.map(([name]) => name) : Object.fromEntries(change.on);
    void changeJoin(app, view.definition, change.join, { on });
  } else makeEdits(app, change.edits);
  app.part(whyEmptyStore).setState({ applied: { offer, edits: app.state.getState().document.edits } });
}

/** Takes back what {@link applyOffer} did last. */
export function takeBackOffer(app: App): void {
  const { applied } = app.part(whyEmptyStore).getState();
  if (applied === null) return;
  app.part(whyEmptyStore).setState({ applied: null });
  if (applied.offer.change.kind === "mapping") void takeBackChange(app);
  else undoEdit(app);
}

/** Takes the last change back where it is one of the view, which is no edit. Tells whether it was. */
export function takeBackMapping(app: App): boolean {
  const { applied } = app.part(whyEmptyStore).getState();
  if (applied?.offer.change.kind !== "mapping") return false;
  takeBackOffer(app);
  return true;
}

/** Opens a line of the page and shows so many of its rows; closes it with `null`. */
export function openLine(app: App, line: string, rows: number | null): void {
  const opened = new Map(app.part(whyEmptyStore).getState().opened);
  if (rows === null) opened.delete(line);
  else opened.set(line, rows);
  app.part(whyEmptyStore).setState({ opened });
}

/** Remembers the row that the page is left by; forgets it with `null`. */
export function leaveBy(app: App, left: LeftRow | null): void {
  app.part(whyEmptyStore).setState({ left });
}
