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

export interface MadeDataState {
  readonly curve: Query<CurveKey, readonly CurvePoint[]>;
  /** How far the curve is that is being made. */
  readonly progress: CompareProgress | null;
}

/** What an app knows of the data that its knobs make. */
export function madeDataStore(_app: App): StoreApi<MadeDataState> {
  return createStore<MadeDataState>()(() => ({ curve: { status: "idle" }, progress: null }));
}

function madeDataQuery(app: App) {
  const { getState, setState } = app.part(madeDataStore);
  return query<CurveKey, readonly CurvePoint[]>({
    read: () => getState().curve,
    write: (curve) => setState({ curve }),
    fetch: async ({ knobs }, signal) => {
      setState({ progress: null });
      const onProgress = (progress: CompareProgress) => {
        if (!signal.aborted) setState({ progress });
      };
      const question = { kind: "curve", ...(readKnobs(knobs) ?? DEFAULT_MADE) } as const;
      const answer = await storeOf(app).compare("", [], question, proxy(onProgress), signal);
      if (answer.kind !== "curve") throw new TypeError(`curve must be answered, not ${answer.kind}`);
      return answer.points;
    },
  });
}

/** While data is made: keeps its curve in step with the knobs. */
export function followMadeData(app: App): () => void {
  const curve = app.part(madeDataQuery);
  const follow = () => {
    const { route, connection } = app.state.getState();
    if (connection.status === "ready" && route.stage === "compare" && route.show === "data")
      curve.ensure({ knobs: route.knobs });
  };
  follow();
  return app.state.subscribe(follow);
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
