import { createStore, type StoreApi } from "zustand/vanilla";
import { areTasksBegun, type SeenInLab, tasksSeenDone, withTasksDone } from "../../learn/tasks";
import { CellFlag } from "../../microfs/core";
import type { App, AppState } from "../app";
import { smallestStore } from "../compare/smallest";
import { copiedQueryStore } from "../copied-query";
import { type Dataset, storeNameOf } from "../document";
import { START } from "../route/url";
import { currentRow } from "../training-queries";
import { changeProgress, learnStore } from "./progress-store";

/** The sample that the last lesson offers in the place of own files. */
const SAMPLE = "churn";

/** A cell that leaks, and of whose data. */
export interface LeakSeen {
  readonly storeName: string;
  readonly row: number;
  readonly join: number;
}

/** The leak that Train was at last: where the lesson leads on from. */
export function leakSeenStore(_app: App): StoreApi<{ readonly leak: LeakSeen | null }> {
  return createStore<{ readonly leak: LeakSeen | null }>()(() => ({ leak: null }));
}

/** While the Lab is shown: ticks the lesson's tasks as they are done, once its reader has set out to do them. */
export function followTasks(app: App): () => void {
  const follow = () => {
    if (!areTasksBegun(app.part(learnStore).getState().progress)) return;
    const state = app.state.getState();
    const leak = leakAt(state);
    if (leak !== null) app.part(leakSeenStore).setState({ leak });
    const done = tasksSeenDone(seenInLab(app, state));
    if (done.length > 0) changeProgress(app, (progress) => withTasksDone(progress, done));
  };
  follow();
  const stops = [
    app.state.subscribe(follow),
    app.part(smallestStore).subscribe(follow),
    app.part(copiedQueryStore).subscribe(follow),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

function seenInLab(app: App, state: AppState): SeenInLab {
  const { route, document } = state;
  const { example } = app.part(smallestStore).getState();
  const { copied } = app.part(copiedQueryStore).getState();
  const sides =
    example.status === "ready" && example.data !== null ? [example.data.above, example.data.below] : [];
  return {
    data: whoseData(document.dataset),
    trainingRows: trainedRows(state),
    hasStepped: isAt(state, "train") && route.phase !== START.phase,
    isAtLeak: leakAt(state) !== null,
    showsSmallestLeak:
      isAt(state, "compare") && route.smallest && sides.some(({ rows }) => rows.some(({ leaks }) => leaks)),
    isQueryCopied: isAt(state, "code") && copied?.storeName === storeNameOf(document.dataset),
  };
}

function whoseData(dataset: Dataset): SeenInLab["data"] {
  if (dataset.kind === "own") return "own";
  return dataset.kind === "sample" && dataset.name === SAMPLE ? "churn" : "other";
}

function isAt({ route }: AppState, stage: AppState["route"]["stage"]): boolean {
  return route.page === "lab" && route.stage === stage;
}

function trainedRows(state: AppState): number | null {
  const { training } = state;
  return isAt(state, "train") && training.status === "ready" ? training.data.numRows : null;
}

/** The cell that Train has written, where it leaks. */
function leakAt(state: AppState): LeakSeen | null {
  const { route, training, document } = state;
  if (trainedRows(state) === null || training.status !== "ready" || route.phase !== "write_cell") return null;
  const row = currentRow(training.data, route.row);
  const trainingRow = row === null ? undefined : training.data.trainingRowOf(row);
  if (row === null || trainingRow === undefined) return null;
  const isLeak = (join: number) =>
    ((training.data.joins[join]?.flags[trainingRow] ?? 0) & CellFlag.leak) !== 0;
  const joins = route.joins === "together" ? Array.from(training.data.joins.keys()) : [route.join];
  const join = joins.find(isLeak);
  return join === undefined ? null : { storeName: storeNameOf(document.dataset), row, join };
}
