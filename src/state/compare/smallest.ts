import { createStore, type StoreApi } from "zustand/vanilla";
import { pack } from "../../scenario/pack";
import type { VariantName } from "../../terms/variants";
import type { SmallestExample } from "../../worker/compare/compare-results";
import type { App, AppState, TrainingKey } from "../app";
import { type Query, query } from "../query";
import type { Route } from "../route/route";
import { formatUrl, START } from "../route/url";
import { currentRow, currentView } from "../training-queries";
import { askCompare, compareKey } from "./compare";

/** What an example is of. */
export interface SmallestKey extends TrainingKey {
  above: VariantName;
  below: VariantName;
  spineRow: number;
  /** The feature that is looked at, by its name in the training table; `null` where none was chosen. */
  feature: string | null;
  /** The join that is looked at. */
  join: number;
  blur: boolean;
}

export interface SmallestState {
  readonly example: Query<SmallestKey, SmallestExample | null>;
  /** Whether names and numbers are replaced, while the example is looked at. */
  readonly blur: boolean;
}

/** What an app knows of the smallest example of the row and the two joins that are looked at. */
export function smallestStore(_app: App): StoreApi<SmallestState> {
  return createStore<SmallestState>()(() => ({ example: { status: "idle" }, blur: false }));
}

/** Replaces names and numbers of the example that is open, or leaves them as they are. The next one opens as it is. */
export function chooseBlur(app: App, blur: boolean): void {
  app.part(smallestStore).setState({ blur });
}

/** How many rows the example of what is looked at has; `null` while nobody knows, and where there is none. */
export function smallestRows({ example }: SmallestState): number | null {
  return example.status === "ready" ? (example.data?.rows ?? null) : null;
}

function smallestQuery(app: App) {
  const { getState, setState } = app.part(smallestStore);
  return query<SmallestKey, SmallestExample | null>({
    read: () => getState().example,
    write: (example) => setState({ example }),
    // The same example, blurred or not, may stand until the other comes: nothing else may.
    keepsLatest: ({ blur: _was, ...before }, { blur: _is, ...next }) =>
      Object.entries(before).every(([name, value]) => Reflect.get(next, name) === value),
    fetch: async ({ view, edits, ...asked }, signal) => {
      const ask = async (feature: string | null) => {
        const question = { kind: "smallest", ...asked, feature } as const;
        return (await askCompare(app, { view, edits }, question, signal)).example;
      };
      const { feature } = asked;
      // Where the two agree in what is looked at, any other cell of the row will do.
      return (feature === null ? null : await ask(feature)) ?? (await ask(null));
    },
  });
}

function smallestKey(app: App, state: AppState, blur: boolean): SmallestKey | null {
  const key = compareKey(app, state);
  const { training, route } = state;
  if (key === null || training.status !== "ready" || training.key.view !== key.view) return null;
  const isShown = route.show === "row" || route.smallest;
  const spineRow = currentRow(training.data, route.row);
  if (!isShown || spineRow === null) return null;
  const { above, below, join } = route;
  return { ...key, above, below, spineRow, feature: lookedAt(state), join, blur };
}

function lookedAt({ route, overview }: AppState): string | null {
  const columns = currentView({ route, overview })?.columns ?? [];
  return columns.find(({ join, column }) => join === route.join && column === route.column)?.name ?? null;
}

/** While Compare is looked at: keeps the example in step with the row, the two joins, and the data and its edits. */
export function followSmallest(app: App): () => void {
  const example = app.part(smallestQuery);
  const { getState, subscribe } = app.part(smallestStore);
  const follow = () => {
    const state = app.state.getState();
    // Asks again by itself.
    if (!state.route.smallest && getState().blur) return chooseBlur(app, false);
    const key = smallestKey(app, state, getState().blur);
    // What is being dragged is not looked at before it is let go.
    if (key !== null && state.draftEdit === null) example.ensure(key);
  };
  follow();
  const stops = [
    app.state.subscribe(follow),
    subscribe(({ blur }, before) => {
      if (blur !== before.blur) follow();
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

/** Asks again for what could not be found. */
export function retrySmallest(app: App): void {
  const now = app.part(smallestStore).getState().example;
  if (now.status !== "idle") app.part(smallestQuery).refetch(now.key);
}

/** The part of a URL after `#` that opens an example in Compare, and carries all of it. */
export function exampleUrl(
  { scenario, spineRow, above, below }: SmallestExample,
  { theme, size }: Pick<Route, "theme" | "size">,
): string {
  const packed = pack(scenario);
  const route: Route = {
    ...START,
    stage: "compare",
    // The first row opens by itself.
    row: spineRow === 0 ? null : spineRow,
    above: above.name,
    below: below.name,
    theme,
    size,
  };
  return formatUrl({ route, dataset: { kind: "scenario", packed, scenario }, edits: [] });
}
