import { createStore, type StoreApi } from "zustand/vanilla";
import type { CellValue } from "../../microfs";
import type { LookUp, OnlinePage, TrainingRow } from "../../worker/answers";
import type { App } from "../app";
import type { Query } from "../query";

/** What counts of the online store are of. */
export interface OnlineKey {
  onlineRevision: number;
}

/** What a look-up is of; `now` is a written time, or `null` for the wall clock at the moment of asking. */
export interface LookUpKey extends OnlineKey {
  view: string;
  entity: string;
  now: string | null;
}

/** What a look-up found, with the moment it was made for. */
export interface LookedUp extends LookUp {
  nowUs: bigint;
}

/** What is asked for whether a view can be served. */
export interface ServableKey {
  view: string;
  revision: number;
}

/** What an entity's latest training row is of; `nowUs` is the moment that it stands at or before, `null` for any. */
export interface LatestRowKey {
  view: string;
  revision: number;
  entity: string;
  nowUs: bigint | null;
}

export type OnlineRows = OnlinePage["rows"];

/** What suggested keys are of. */
export interface SuggestedKey {
  view: string;
  revision: number;
  fgName: string;
  rows: OnlineRows;
}

/** An online key that the view can be looked up by, and the entity that it is of: its values by spine column. */
export interface SuggestedEntity {
  key: string;
  values: ReadonlyMap<string, CellValue>;
}

export interface ServingState {
  /** Online keys per feature group. */
  totals: Query<OnlineKey, ReadonlyMap<string, number>>;
  /** The pages of online rows that have come, by `pageKey`: of `pagesRevision`, or from before it where that is awaited. */
  pages: ReadonlyMap<string, OnlineRows>;
  /** The pages that were fetched, of that revision of the online store. */
  pagesFetched: ReadonlySet<string>;
  pagesRevision: number;
  pagesError: Error | null;
  lookUp: Query<LookUpKey, LookedUp>;
  /** The training row that a look-up is set beside: the entity's latest at the look-up's moment; `null` for none. */
  trained: Query<LatestRowKey, TrainingRow | null>;
  /** The latest training row of all of the entity that is looked up. */
  latestRow: Query<LatestRowKey, TrainingRow | null>;
  suggested: Query<SuggestedKey, readonly SuggestedEntity[]>;
  /** Why the view cannot be served, if so. */
  problem: Query<ServableKey, string | null>;
}

/** What the worker says of the online store. What it is asked for stands in the route. */
export function servingStore(_app: App): StoreApi<ServingState> {
  return createStore<ServingState>()(() => ({
    totals: { status: "idle" },
    pages: new Map(),
    pagesFetched: new Set(),
    pagesRevision: -1,
    pagesError: null,
    lookUp: { status: "idle" },
    trained: { status: "idle" },
    latestRow: { status: "idle" },
    suggested: { status: "idle" },
    problem: { status: "idle" },
  }));
}
