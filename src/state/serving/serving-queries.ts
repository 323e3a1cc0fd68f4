import type { CellValue } from "../../microfs/core";
import type { TrainingRow } from "../../worker/results";
import type { App, AppState } from "../app";
import { storeOf } from "../connection";
import { query } from "../query";
import { currentView } from "../training-queries";
import { entityColumns, entityOfRow, readEntityValues } from "./entity-columns";
import { readEntity } from "./entity-text";
import {
  firstPage,
  type LatestRowKey,
  type LookedUp,
  type LookUpKey,
  type OnlineKey,
  type ServableKey,
  type SuggestedEntity,
  type SuggestedKey,
  servingStore,
} from "./serving";
import { endOfData, servingNow } from "./serving-now";

const MOST_SUGGESTED = 6;

function servingQueries(app: App) {
  const { getState, setState } = app.part(servingStore);
  const trainingRowQuery = (name: "trained" | "latestRow") =>
    query<LatestRowKey, TrainingRow | null>({
      read: () => getState()[name],
      write: (row) => setState({ [name]: row }),
      fetch: (key, signal) => latestRow(app, key, signal),
      keepsLatest: (before, next) => isSameEntity(before, next) && before.nowUs === next.nowUs,
    });
  return {
    totals: query<OnlineKey, ReadonlyMap<string, number>>({
      read: () => getState().totals,
      write: (totals) => setState({ totals }),
      fetch: async () => {
        const groups = app.state.getState().overview?.groups ?? [];
        const names = groups.map(({ definition }) => definition.name);
        const counts = await Promise.all(names.map((name) => storeOf(app).onlinePage(name, 0, 0)));
        return new Map(names.map((name, i) => [name, counts[i]?.total ?? 0]));
      },
    }),
    problem: query<ServableKey, string | null>({
      read: () => getState().problem,
      write: (problem) => setState({ problem }),
      fetch: ({ view }) => storeOf(app).servingProblem(view),
      keepsLatest: () => false,
    }),
    trained: trainingRowQuery("trained"),
    latestRow: trainingRowQuery("latestRow"),
    suggested: query<SuggestedKey, readonly SuggestedEntity[]>({
      read: () => getState().suggested,
      write: (suggested) => setState({ suggested }),
      fetch: (key, signal) => suggest(app, key, signal),
      keepsLatest: (before, next) => before.view === next.view && before.fgName === next.fgName,
    }),
    lookUp: query<LookUpKey, LookedUp>({
      read: () => getState().lookUp,
      write: (lookUp) => setState({ lookUp }),
      fetch: (key) => lookUp(app, key),
      keepsLatest: isSameEntity,
    }),
  };
}

/** Another entity's values must not stand under this one's name, not for a moment. */
function isSameEntity(before: Entity, next: Entity): boolean {
  return before.view === next.view && before.entity === next.entity;
}

type Entity = Pick<LookUpKey, "view" | "entity">;

/** While Serve is looked at: keeps counts, look-up and whether the view can be served in step with the route. */
export function followServing(app: App): () => void {
  const { totals, problem, lookUp: lookUps, latestRow } = app.part(servingQueries);
  const follow = () => {
    const state = app.state.getState();
    const { connection, overview, route, revision, onlineRevision } = state;
    if (connection.status !== "ready" || overview === null || route.stage !== "serve") return;
    totals.ensure({ onlineRevision });
    const view = currentView(state);
    if (view === null) return;
    problem.ensure({ view: view.definition.name, revision });
    const key = lookUpKey(state);
    if (key === null) return;
    lookUps.ensure(key);
    latestRow.ensure({ view: key.view, revision, entity: key.entity, nowUs: null });
  };
  follow();
  return app.state.subscribe(follow);
}

/** Suggests the entities of the first online rows of a group. */
export function suggestEntities(app: App, fgName: string): void {
  const state = app.state.getState();
  const view = currentView(state);
  const rows = firstPage(app.part(servingStore).getState().pages, fgName);
  if (view === null || rows === null) return;
  const { revision } = state;
  app.part(servingQueries).suggested.ensure({ view: view.definition.name, revision, fgName, rows });
}

/** Looks the same entity up again: at the wall clock what is found may be another by now. */
export function lookUpAgain(app: App): void {
  const key = lookUpKey(app.state.getState());
  if (key !== null) app.part(servingQueries).lookUp.refetch(key);
}

/** The look-up that the route asks for; `null` where it asks for none, or for one that cannot be read. */
function lookUpKey(state: AppState): LookUpKey | null {
  const { route, overview, onlineRevision } = state;
  const view = currentView(state);
  if (view === null || route.entity === null) return null;
  const read = readEntityValues(entityColumns(view, overview?.groups ?? []), readEntity(route.entity) ?? {});
  if (!read.ok) return null;
  return { view: view.definition.name, entity: route.entity, now: route.now, onlineRevision };
}

async function lookUp(app: App, { view, entity, now }: LookUpKey): Promise<LookedUp> {
  const state = app.state.getState();
  const current = currentView(state);
  const endUs = current && endOfData(current, state.overview?.groups ?? []);
  const { us: nowUs, countedFrom } = servingNow(now, endUs);
  const { revision } = state;
  // Both are asked for at once, and neither waits for the other: a first join may take long.
  app.part(servingQueries).trained.ensure({ view, revision, entity, nowUs });
  const found = await storeOf(app).lookUp(view, entityValues(app, entity), nowUs);
  return { ...found, nowUs, countedFrom };
}

function latestRow(
  app: App,
  { view, entity, nowUs }: LatestRowKey,
  signal: AbortSignal,
): Promise<TrainingRow | null> {
  return storeOf(app).latestTrainingRow(view, entityValues(app, entity), nowUs, signal);
}

async function suggest(
  app: App,
  { view, fgName, rows }: SuggestedKey,
  signal: AbortSignal,
): Promise<SuggestedEntity[]> {
  const found = await Promise.all(
    rows.slice(0, MOST_SUGGESTED).map(async ({ key, values }) => {
      const entity = await entityOfRow(app, view, fgName, values, signal);
      return { key, ...entity };
    }),
  );
  return found.filter(({ isWhole }) => isWhole);
}

/** The values of the entity that a text names, in the view that is looked at; none where it cannot be read. */
function entityValues(app: App, entity: string): Record<string, CellValue> {
  const state = app.state.getState();
  const view = currentView(state);
  const columns = view === null ? [] : entityColumns(view, state.overview?.groups ?? []);
  const read = readEntityValues(columns, readEntity(entity) ?? {});
  return read.ok ? read.values : {};
}
