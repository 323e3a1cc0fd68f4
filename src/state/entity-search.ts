import { createStore, type StoreApi } from "zustand/vanilla";
import type { EntityAnswer, EntityOrder } from "../worker/training/entity-list";
import type { App, TrainingKey } from "./app";
import { storeOf } from "./connection";
import { type Query, query } from "./query";

/** What is looked for among the entities of the current training set. */
export interface EntitySearchTerms {
  search: string;
  order: EntityOrder;
}

/** What the entities found are of. */
export interface EntitySearchKey extends EntitySearchTerms, TrainingKey {}

export interface EntitySearch extends EntitySearchTerms {
  found: Query<EntitySearchKey, EntityAnswer>;
}

/** The search for an entity. What was found stays while the next data is on its way. */
export function entitySearch(_app: App): StoreApi<EntitySearch> {
  return createStore<EntitySearch>()(() => ({ search: "", order: "rows", found: { status: "idle" } }));
}

function entityQuery(app: App) {
  const { getState, setState } = app.part(entitySearch);
  return query<EntitySearchKey, EntityAnswer>({
    read: () => getState().found,
    write: (found) => setState({ found }),
    fetch: ({ view, ...key }, signal) => storeOf(app).entities({ viewName: view, ...key }, signal),
  });
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
