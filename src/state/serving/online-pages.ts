import type { App } from "../app";
import { storeOf } from "../connection";
import { toError } from "../query";
import { type OnlineRows, type ServingState, servingStore } from "./serving";

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
