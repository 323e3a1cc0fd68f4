import { proxy } from "comlink";
import { createStore, type StoreApi } from "zustand/vanilla";
import type { Consequence, ModelProblem, ModelRequest } from "../../compare/model/model-results";
import type {
  CompareAnswer,
  CompareProgress,
  CompareQuestion,
  CompareSummary,
} from "../../worker/compare/compare-results";
import type { App, AppState, TrainingKey } from "../app";
import { storeOf } from "../connection";
import { type Query, query } from "../query";
import { readNames } from "../route/names";
import type { Route } from "../route/route";
import { currentView, viewEdits } from "../training-queries";

/** What a consequence is of. */
interface ConsequenceKey extends TrainingKey {
  /** A {@link ModelRequest}, as JSON. */
  request: string;
}

export interface CompareState {
  readonly summary: Query<TrainingKey, CompareSummary>;
  readonly consequence: Query<ConsequenceKey, Consequence | ModelProblem>;
  /** How far the model is that is being trained. */
  readonly progress: CompareProgress | null;
  /** The link by which the page of costs was left, until it is there again. */
  readonly leftBy: string | null;
}

/** What an app knows of the joins that it compares. */
export function compareStore(_app: App): StoreApi<CompareState> {
  return createStore<CompareState>()(() => ({
    summary: { status: "idle" },
    consequence: { status: "idle" },
    progress: null,
    leftBy: null,
  }));
}

/** The answer to a question of a kind. */
export type AnswerTo<Kind extends CompareQuestion["kind"]> = Extract<CompareAnswer, { kind: Kind }>;

/**
 * Asks about the view that is looked at, as edited.
 *
 * @throws what the worker throws; an `AbortError` where it is aborted.
 */
export async function askCompare<Kind extends CompareQuestion["kind"]>(
  app: App,
  { view, edits }: Pick<TrainingKey, "view" | "edits">,
  question: Extract<CompareQuestion, { kind: Kind }>,
  signal: AbortSignal,
  onProgress: (progress: CompareProgress) => void = () => undefined,
): Promise<AnswerTo<Kind>> {
  const answer = await storeOf(app).compare(view, edits, question, proxy(onProgress), signal);
  if (answer.kind !== question.kind)
    throw new TypeError(`${question.kind} must be answered, not ${answer.kind}`);
  return answer as AnswerTo<Kind>;
}

/** What is compared now; `null` where there is nothing yet. */
export function compareKey(app: App, state: AppState): TrainingKey | null {
  const { connection, revision, document, route } = state;
  const view = currentView(state);
  const isLookedAt = route.page === "lab" && route.stage === "compare";
  if (connection.status !== "ready" || view === null || document.storing !== null || !isLookedAt) return null;
  return { view: view.definition.name, revision, edits: app.part(viewEdits)(state) };
}

/** The model that a route asks for. */
export function modelRequest({ label, features, folds, seed }: Route): ModelRequest {
  return { label, features: features === null ? null : readNames(features), folds, seed };
}

function compareQueries(app: App) {
  const { getState, setState } = app.part(compareStore);
  const isSameView = (before: TrainingKey, next: TrainingKey) => before.view === next.view;
  return {
    summary: query<TrainingKey, CompareSummary>({
      read: () => getState().summary,
      write: (summary) => setState({ summary }),
      keepsLatest: isSameView,
      fetch: (key, signal) => askCompare(app, key, { kind: "summary" }, signal),
    }),
    consequence: query<ConsequenceKey, Consequence | ModelProblem>({
      read: () => getState().consequence,
      write: (consequence) => setState({ consequence }),
      keepsLatest: isSameView,
      fetch: async ({ request, ...key }, signal) => {
        setState({ progress: null });
        const question = { kind: "consequence", request: JSON.parse(request) as ModelRequest } as const;
        const onProgress = (progress: CompareProgress) => {
          if (!signal.aborted) setState({ progress });
        };
        return (await askCompare(app, key, question, signal, onProgress)).result;
      },
    }),
  };
}

/** While Compare is looked at: keeps the counts, and then the models, in step with the data and its edits. */
export function followCompare(app: App): () => void {
  const queries = app.part(compareQueries);
  const { getState, subscribe } = app.part(compareStore);
  const follow = () => {
    const state = app.state.getState();
    const key = compareKey(app, state);
    // What is being dragged is not counted before it is let go.
    if (key === null || state.draftEdit !== null) return;
    queries.summary.ensure(key);
    // Counts are on the screen first.
    if (getState().summary.status === "ready")
      queries.consequence.ensure({ ...key, request: JSON.stringify(modelRequest(state.route)) });
  };
  follow();
  const stops = [app.state.subscribe(follow), subscribe(follow)];
  return () => {
    for (const stop of stops) stop();
  };
}

/** Trains again what could not be trained, or was cancelled. */
export function retryConsequence(app: App): void {
  const now = app.part(compareStore).getState().consequence;
  if (now.status !== "idle") app.part(compareQueries).consequence.refetch(now.key);
}

/** Stops the models that are being trained; {@link retryConsequence} starts them again. */
export function cancelConsequence(app: App): void {
  app.part(compareQueries).consequence.cancel();
}

/** Counts again what could not be counted. */
export function retrySummary(app: App): void {
  const now = app.part(compareStore).getState().summary;
  if (now.status !== "idle") app.part(compareQueries).summary.refetch(now.key);
}

/** Remembers the link that the page of costs is left by; forgets it with `null`. */
export function leaveCostBy(app: App, href: string | null): void {
  app.part(compareStore).setState({ leftBy: href });
}
