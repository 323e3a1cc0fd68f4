import { createStore, type StoreApi } from "zustand/vanilla";
import type { CellValue } from "../../microfs/core";
import type { LookUp, OnlinePage, TrainingRow } from "../../worker/results";
import type { App } from "../app";
import { storeOf } from "../connection";
import { type Query, toError } from "../query";
import type { ServingNow } from "./serving-now";

/** What counts of the online store are of. */
export interface OnlineKey {
  onlineRevision: number;
}

/** What a look-up is of; `now` is as the route has it. */
export interface LookUpKey extends OnlineKey {
  view: string;
  entity: string;
  now: string | null;
}

/** What a look-up found, with the moment it was made for. */
export interface LookedUp extends LookUp {
  nowUs: bigint;
  countedFrom: ServingNow["countedFrom"];
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

/** Rows are fetched in pages of this many. */
const PAGE_ROWS = 100;

function pageKey(fgName: string, page: number): string {
  return `${page}/${fgName}`;
}

/** One row of a group's online rows, by its place in the order of keys; `null` while it is not there. */
export function onlineRowAt(
  pages: ServingState["pages"],
  fgName: string,
  rowIndex: number,
): OnlineRows[number] | null {
  const page = Math.floor(rowIndex / PAGE_ROWS);
  return pages.get(pageKey(fgName, page))?.[rowIndex - page * PAGE_ROWS] ?? null;
}

/** The first page of a group's online rows, as far as it is there. */
export function firstPage(pages: ServingState["pages"], fgName: string): OnlineRows | null {
  return pages.get(pageKey(fgName, 0)) ?? null;
}

/** The place of the first row that is there and fits; `null` for none. Costs O(rows read so far). */
export function findOnlineRow(
  pages: ServingState["pages"],
  fgName: string,
  fits: (row: OnlineRows[number]) => boolean,
): number | null {
  for (const [key, rows] of pages) {
    const page = Number.parseInt(key, 10);
    if (key !== pageKey(fgName, page)) continue;
    const at = rows.findIndex(fits);
    if (at >= 0) return page * PAGE_ROWS + at;
  }
  return null;
}

/**
 * Fetches the page with that row as of a revision of the online store, unless that was fetched already. Until it comes,
 * what was read before a change stays.
 */
export function ensureOnlineRow(app: App, fgName: string, rowIndex: number, onlineRevision: number): void {
  const { getState, setState } = app.part(servingStore);
  if (getState().pagesRevision !== onlineRevision) {
    setState({ pagesRevision: onlineRevision, pagesFetched: new Set(), pagesError: null });
  }
  const page = Math.floor(rowIndex / PAGE_ROWS);
  const key = pageKey(fgName, page);
  const { pagesFetched } = getState();
  if (pagesFetched.has(key)) return;
  setState({ pagesFetched: new Set(pagesFetched).add(key) });
  void fetchPage(app, fgName, page, onlineRevision);
}

async function fetchPage(app: App, fgName: string, page: number, revision: number): Promise<void> {
  const { getState, setState } = app.part(servingStore);
  const isCurrent = () => getState().pagesRevision === revision;
  try {
    const { rows } = await storeOf(app).onlinePage(fgName, page * PAGE_ROWS, PAGE_ROWS);
    if (isCurrent()) setState(({ pages }) => ({ pages: new Map(pages).set(pageKey(fgName, page), rows) }));
  } catch (error) {
    if (isCurrent()) setState({ pagesError: toError(error) });
  }
}
