import { toError } from "../answer";
import { useAppStore } from "../app-store";
import { store } from "../store-connection";
import { type OnlineRows, type ServingState, useServing } from "./serving";

/** Rows are asked for in pages of this many. */
export const PAGE_ROWS = 100;

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

/** Asks for the page with that row, unless it is there or on its way. What was read before a change is forgotten. */
export function wantOnlineRow(fgName: string, rowIndex: number): void {
  const { onlineRevision } = useAppStore.getState();
  const page = Math.floor(rowIndex / PAGE_ROWS);
  const key = pageKey(fgName, page);
  if (useServing.getState().pagesRevision !== onlineRevision) {
    useServing.setState({ pages: new Map(), pagesRevision: onlineRevision, pagesError: null });
  }
  if (useServing.getState().pages.has(key)) return;
  putPage(key, null);
  void askPage(fgName, page, key, onlineRevision);
}

async function askPage(fgName: string, page: number, key: string, revision: number): Promise<void> {
  const isCurrent = () => useServing.getState().pagesRevision === revision;
  try {
    const { rows } = await store().onlinePage(fgName, page * PAGE_ROWS, PAGE_ROWS);
    if (isCurrent()) putPage(key, rows);
  } catch (error) {
    if (isCurrent()) useServing.setState({ pagesError: toError(error) });
  }
}

function putPage(key: string, rows: OnlineRows | null): void {
  useServing.setState(({ pages }) => ({ pages: new Map(pages).set(key, rows) }));
}
