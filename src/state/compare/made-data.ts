import { proxy } from "comlink";
import { createStore, type StoreApi } from "zustand/vanilla";
import type { CurvePoint } from "../../compare/reaction-curve";
import type { CompareProgress } from "../../worker/compare/compare-results";
import type { App } from "../app";
import { storeOf } from "../connection";
import { type Query, query } from "../query";
import { DEFAULT_MADE, readKnobs } from "./knobs";

/** What a curve is of: knobs as a URL has them. */
interface CurveKey {
  knobs: string | null;
}

/** A curve, and the reaction that it was asked for. */
export interface MadeCurve {
  readonly reaction: number;
  readonly points: readonly CurvePoint[];
}

export interface MadeDataState {
  readonly curve: Query<CurveKey, MadeCurve>;
  /** How far the curve is that is being made. */
  readonly progress: CompareProgress | null;
}

/** What an app knows of the data that its knobs make. */
export function madeDataStore(_app: App): StoreApi<MadeDataState> {
  return createStore<MadeDataState>()(() => ({ curve: { status: "idle" }, progress: null }));
}

function madeDataQuery(app: App) {
  const { getState, setState } = app.part(madeDataStore);
  return query<CurveKey, MadeCurve>({
    read: () => getState().curve,
    write: (curve) => setState({ curve }),
    fetch: async ({ knobs }, signal) => {
      setState({ progress: null });
      const onProgress = (progress: CompareProgress) => {
        if (!signal.aborted) setState({ progress });
      };
      const made = readKnobs(knobs) ?? DEFAULT_MADE;
      const question = { kind: "curve", ...made } as const;
      const answer = await storeOf(app).compare("", [], question, proxy(onProgress), signal);
      if (answer.kind !== "curve") throw new TypeError(`curve must be answered, not ${answer.kind}`);
      return { reaction: made.knobs.reaction, points: answer.points };
    },
  });
}

/** A knob that is slid passes what nobody wants a curve of: one is made of where it comes to rest. */
const REST_MS = 250;

/** While data is made: keeps its curve in step with the knobs, the first at once, and each other when they rest. */
export function followMadeData(app: App): () => void {
  const curve = app.part(madeDataQuery);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wanted: string | null | undefined;
  const follow = () => {
    const { route, connection } = app.state.getState();
    if (connection.status !== "ready" || route.stage !== "compare" || route.show !== "data") return;
    const { knobs } = route;
    if (knobs === wanted) return;
    wanted = knobs;
    clearTimeout(timer);
    if (app.part(madeDataStore).getState().curve.status === "idle") curve.ensure({ knobs });
    else timer = setTimeout(() => curve.ensure({ knobs }), REST_MS);
  };
  follow();
  const unsubscribe = app.state.subscribe(follow);
  return () => {
    clearTimeout(timer);
    unsubscribe();
  };
}

/** Whether what is known of the curve is of other knobs than those that stand now. */
export function isCurveOfOther({ curve }: Pick<MadeDataState, "curve">, knobs: string | null): boolean {
  return curve.status !== "idle" && curve.key.knobs !== knobs;
}

/** Stops the curve that is being made; {@link retryCurve} makes it after all. */
export function cancelCurve(app: App): void {
  app.part(madeDataQuery).cancel();
}

/** Makes the curve again that failed, or was stopped. */
export function retryCurve(app: App): void {
  const { curve } = app.part(madeDataStore).getState();
  if (curve.status !== "idle") app.part(madeDataQuery).refetch(curve.key);
}
