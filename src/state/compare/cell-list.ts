import { createStore, type StoreApi } from "zustand/vanilla";
import type { VariantName } from "../../terms/variants";
import type { CellsBehind } from "../../worker/compare/compare-results";
import type { App, TrainingKey } from "../app";
import { Pages } from "../pages";
import { type Query, query } from "../query";
import type { Route } from "../route/route";
import { readBehind, readTableRows } from "./behind";
import { type AnswerTo, askCompare, compareKey } from "./compare";

const PAGE_ROWS = 200;

/** What is listed: the rows behind a number, all rows of a join's own table, or the cells that two joins write differently. */
export type ListQuestion =
  | { readonly kind: "behind"; readonly behind: CellsBehind }
  | { readonly kind: "rows"; readonly variant: VariantName }
  | { readonly kind: "differences"; readonly above: Route["above"]; readonly below: Route["below"] };

/** A list of a kind: how long it is, and its rows by pages. */
type ListOf<Kind extends ListQuestion["kind"]> = Omit<AnswerTo<Kind>, "from" | "rows"> & {
  readonly question: Extract<ListQuestion, { kind: Kind }>;
  readonly pages: Pages<AnswerTo<Kind>["rows"]>;
};

export type BehindList = ListOf<"behind">;
export type TableRowList = ListOf<"rows">;
export type DifferenceList = ListOf<"differences">;
export type CellList = BehindList | TableRowList | DifferenceList;

interface ListKey extends TrainingKey {
  /** A {@link ListQuestion}, as JSON. */
  question: string;
}

export interface CellListState {
  readonly list: Query<ListKey, CellList>;
  /** The cell that a list was left by: whoever comes back to it finds it as it was. */
  readonly left: LeftCell | null;
}

export interface LeftCell {
  /** Of which list: a {@link ListQuestion}, as JSON. */
  readonly question: string;
  readonly rowIndex: number;
  readonly columnId: string;
  /** Whether it takes the focus once it is there again. */
  readonly isDue: boolean;
}

/** What an app knows of the rows behind a number, and of cells that differ. */
export function cellListStore(_app: App): StoreApi<CellListState> {
  return createStore<CellListState>()(() => ({ list: { status: "idle" }, left: null }));
}

/** What a route lists; `null` where it names no cells that can be. */
export function listQuestion({ behind, above, below }: Pick<Route, "behind" | "above" | "below">) {
  if (behind === null) return { kind: "differences", above, below } satisfies ListQuestion;
  const variant = readTableRows(behind);
  if (variant !== null) return { kind: "rows", variant } satisfies ListQuestion;
  const read = readBehind(behind);
  return read && ({ kind: "behind", behind: read } satisfies ListQuestion);
}

function cellListQuery(app: App) {
  const { getState, setState } = app.part(cellListStore);
  return query<ListKey, CellList>({
    read: () => getState().list,
    write: (list) => setState({ list }),
    keepsLatest: (before, next) => before.view === next.view && before.question === next.question,
    fetch: ({ question, ...key }, signal) =>
      fetchList(app, key, JSON.parse(question) as ListQuestion, signal),
  });
}

async function fetchList(
  app: App,
  key: TrainingKey,
  question: ListQuestion,
  signal: AbortSignal,
): Promise<CellList> {
  switch (question.kind) {
    case "behind": {
      const listed = await byPages(
        (page, until) => askCompare(app, key, { ...question, ...page }, until),
        signal,
      );
      return { ...listed, question };
    }
    case "rows": {
      const listed = await byPages(
        (page, until) => askCompare(app, key, { ...question, ...page }, until),
        signal,
      );
      return { ...listed, question };
    }
    case "differences": {
      const listed = await byPages(
        (page, until) => askCompare(app, key, { ...question, ...page }, until),
        signal,
      );
      return { ...listed, question };
    }
  }
}

/** Asks for the first page of a list, and for the others as they are looked at. */
async function byPages<Answer extends { rows: unknown[] }>(
  ask: (page: { from: number; to: number }, signal: AbortSignal) => Promise<Answer>,
  signal: AbortSignal,
) {
  const { rows, ...first } = await ask({ from: 0, to: PAGE_ROWS }, signal);
  // The others are wanted as long as the list is there: nobody cancels them.
  const { signal: never } = new AbortController();
  const pages = new Pages<Answer["rows"]>({
    pageRows: PAGE_ROWS,
    fetch: async (from, to) => (await ask({ from, to }, never)).rows,
    given: new Map([[0, rows]]),
  });
  return { ...first, pages };
}

/** While the page is looked at: keeps what it lists in step with the data, its edits and the route. */
export function followCellList(app: App): () => void {
  const handle = app.part(cellListQuery);
  const follow = () => {
    const state = app.state.getState();
    const key = compareKey(app, state);
    if (key === null || state.route.show !== "differences" || state.draftEdit !== null) return;
    const question = listQuestion(state.route);
    if (question !== null) handle.ensure({ ...key, question: JSON.stringify(question) });
  };
  follow();
  return app.state.subscribe(follow);
}

/** Fetches again what could not be fetched. */
export function retryCellList(app: App): void {
  const { list } = app.part(cellListStore).getState();
  if (list.status !== "idle") app.part(cellListQuery).refetch(list.key);
}

/** Remembers the cell that the list of the route is left by. */
export function leaveListBy(app: App, cell: { readonly rowIndex: number; readonly columnId: string }): void {
  const question = JSON.stringify(listQuestion(app.state.getState().route));
  app.part(cellListStore).setState({ left: { question, isDue: true, ...cell } });
}

/** The cell that was left is there again, and has the focus. */
export function returnedToList(app: App): void {
  app.part(cellListStore).setState(({ left }) => ({ left: left && { ...left, isDue: false } }));
}
