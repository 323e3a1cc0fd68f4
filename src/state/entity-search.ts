import { createStore, type StoreApi } from "zustand/vanilla";
import type { EntityOrder, EntityPage } from "../worker/live/entity-list";
import type { App, TrainingKey } from "./app";
import { storeOf } from "./connection";
import { Pages } from "./pages";
import { type Query, query } from "./query";

const PAGE_ROWS = 200;

/** What is looked for among the entities of the current training set. */
export interface EntitySearchTerms {
  search: string;
  order: EntityOrder;
}

/** What the entities found are of. */
export interface EntitySearchKey extends EntitySearchTerms, TrainingKey {}

/** The entities that were found, by pages. */
export interface FoundEntities extends Pick<EntityPage, "total" | "found" | "columns"> {
  pages: Pages<EntityPage>;
}

export interface EntitySearch extends EntitySearchTerms {
  found: Query<EntitySearchKey, FoundEntities>;
}

/** The search for an entity. What was found stays while the next data is on its way. */
export function entitySearch(_app: App): StoreApi<EntitySearch> {
  return createStore<EntitySearch>()(() => ({ search: "", order: "rows", found: { status: "idle" } }));
}

function entityQuery(app: App) {
  const { getState, setState } = app.part(entitySearch);
  return query<EntitySearchKey, FoundEntities>({
    read: () => getState().found,
    write: (found) => setState({ found }),
    fetch: (key, signal) => findEntities(app, key, signal),
  });
}

async function findEntities(
  app: App,
  { view, edits, search, order }: EntitySearchKey,
  signal: AbortSignal,
): Promise<FoundEntities> {
  const fetch = (from: number, to: number) =>
    storeOf(app).entities(view, edits, { search, order, from, to }, signal);
  const first = await fetch(0, PAGE_ROWS);
  const pages: Pages<EntityPage> = new Pages({
    pageRows: PAGE_ROWS,
    fetch,
    mayFetch: () => {
      const { found } = app.part(entitySearch).getState();
      return found.status === "ready" && found.data.pages === pages;
    },
    given: new Map([[0, first]]),
  });
  const { total, found, columns } = first;
  return { total, found, columns, pages };
}

/** Searches the entities of the current training set, in the worker. */
export function searchEntities(app: App, change: Partial<EntitySearchTerms>): void {
  const { training } = app.state.getState();
  if (training.status === "idle") return;
  app.part(entitySearch).setState(change);
  const { search, order } = app.part(entitySearch).getState();
  app.part(entityQuery).ensure({ ...training.key, search, order });
}

/** Forgets what was searched and found: the next search may be of another training set. */
export function leaveEntities(app: App): void {
  app.part(entitySearch).setState({ search: "" });
  app.part(entityQuery).reset();
}
