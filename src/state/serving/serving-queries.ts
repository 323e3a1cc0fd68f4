import { readTimeText, wallClock } from "../../microfs/time";
import type { App, AppState } from "../app";
import { storeOf } from "../connection";
import { query } from "../query";
import { currentView } from "../training-queries";
import { entityColumns, readEntityValues } from "./entity-columns";
import { readEntity } from "./entity-text";
import { type LookedUp, type LookUpKey, type OnlineKey, type ServableKey, servingStore } from "./serving";

function servingQueries(app: App) {
  const { getState, setState } = app.part(servingStore);
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
    lookUp: query<LookUpKey, LookedUp>({
      read: () => getState().lookUp,
      write: (lookUp) => setState({ lookUp }),
      fetch: (key) => lookUp(app, key),
      // Another entity's values must not stand under this one's name, not for a moment.
      keepsLatest: (before, next) => before.view === next.view && before.entity === next.entity,
    }),
  };
}

/** While Serve is looked at: keeps counts, look-up and whether the view can be served in step with the route. */
export function followServing(app: App): () => void {
  const { totals, problem, lookUp: lookUps } = app.part(servingQueries);
  const follow = () => {
    const state = app.state.getState();
    const { connection, overview, route, revision, onlineRevision } = state;
    if (connection.status !== "ready" || overview === null || route.stage !== "serve") return;
    totals.ensure({ onlineRevision });
    const view = currentView(state);
    if (view === null) return;
    problem.ensure({ view: view.definition.name, revision });
    const key = lookUpKey(state);
    if (key !== null) lookUps.ensure(key);
  };
  follow();
  return app.state.subscribe(follow);
}

/** Looks the same entity up again: at the wall clock what is found may be another by now. */
export function lookUpAgain(app: App): void {
  const key = lookUpKey(app.state.getState());
  if (key !== null) app.part(servingQueries).lookUp.refetch(key);
}

/** The look-up that the route asks for; `null` where it asks for none, or for one that cannot be read. */
export function lookUpKey(state: AppState): LookUpKey | null {
  const { route, overview, onlineRevision } = state;
  const view = currentView(state);
  if (view === null || route.entity === null) return null;
  const read = readEntityValues(entityColumns(view, overview?.groups ?? []), readEntity(route.entity) ?? {});
  if (!read.ok) return null;
  return { view: view.definition.name, entity: route.entity, now: route.now, onlineRevision };
}

async function lookUp(app: App, key: LookUpKey): Promise<LookedUp> {
  const state = app.state.getState();
  const view = currentView(state);
  const columns = view === null ? [] : entityColumns(view, state.overview?.groups ?? []);
  const read = readEntityValues(columns, readEntity(key.entity) ?? {});
  const nowUs = key.now === null ? wallClock() : writtenTime(key.now);
  const found = await storeOf(app).lookUp(key.view, read.ok ? read.values : {}, nowUs);
  return { ...found, nowUs };
}

function writtenTime(text: string): bigint {
  const read = readTimeText(text);
  if (read.ok) return read.value;
  throw new RangeError(`now: ${JSON.stringify(text)} ${read.reason}.`);
}
