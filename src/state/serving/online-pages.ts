import { toError } from "../answer";
import { store } from "../store-connection";
import { type OnlineRows, type ServingState, useServing } from "./serving";

/** Rows are asked for in pages of this many. */
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
 * Asks for the page with that row as of a revision of the online store, unless that was asked for already. Until it
 * comes, what was read before a change stays.
 */
export function wantOnlineRow(fgName: string, rowIndex: number, onlineRevision: number): void {
  const { pagesRevision } = useServing.getState();
  if (pagesRevision !== onlineRevision) {
    useServing.setState({ pagesRevision: onlineRevision, pagesAsked: new Set(), pagesError: null });
  }
  const page = Math.floor(rowIndex / PAGE_ROWS);
  const key = pageKey(fgName, page);
  const { pagesAsked } = useServing.getState();
  if (pagesAsked.has(key)) return;
  useServing.setState({ pagesAsked: new Set(pagesAsked).add(key) });
  void askPage(fgName, page, key, onlineRevision);
}

async function askPage(fgName: string, page: number, key: string, revision: number): Promise<void> {
  const isCurrent = () => useServing.getState().pagesRevision === revision;
  try {
    const { rows } = await store().onlinePage(fgName, page * PAGE_ROWS, PAGE_ROWS);
    if (isCurrent()) useServing.setState(({ pages }) => ({ pages: new Map(pages).set(key, rows) }));
  } catch (error) {
    if (isCurrent()) useServing.setState({ pagesError: toError(error) });
  }
}
