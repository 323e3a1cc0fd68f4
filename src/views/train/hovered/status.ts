import { createStore, type StoreApi } from "zustand/vanilla";
import type { App, HoveredRow } from "../../../state/app";
import type { CellCoordinate } from "../../../ui/table/data-table-column";
import type { NotableRow } from "../notable/notable-rows";
import type { LineageRow } from "./lineage";

/** What the line over the table shows: the last thing that was hovered or found. */
export type Status =
  | { kind: "nothing" }
  | { kind: "cell"; cell: CellCoordinate; mark: HoveredRow | null }
  /** `shown` is the lineage row that the table was moved to. */
  | { kind: "mark"; mark: HoveredRow; shown: LineageRow | null }
  /** `wrapped` where the round has begun anew with it. */
  | { kind: "notable"; notable: NotableRow; wrapped: boolean };

const NOTHING: Status = { kind: "nothing" };

/**
 * The status line of an app's Train stage. It follows what is hovered: a hovered mark is read from the state. An edit or
 * another row clears it.
 */
export function statusLine(app: App): StoreApi<{ line: Status }> {
  const store = createStore<{ line: Status }>()(() => ({ line: NOTHING }));
  app.onDispose(
    app.state.subscribe(({ hovered, route, document, draftEdit }, before) => {
      const isOther =
        route.row !== before.route.row ||
        route.view !== before.route.view ||
        route.stage !== before.route.stage;
      const isTaken = draftEdit !== null && before.draftEdit === null;
      if (isOther || isTaken || document.edits !== before.document.edits) store.setState({ line: NOTHING });
      if (hovered !== before.hovered && hovered !== null && hovered.spineRow === undefined)
        store.setState({ line: { kind: "mark", mark: hovered, shown: null } });
    }),
  );
  return store;
}

/** Shows something else on the status line. */
export function setStatus(app: App, line: Status): void {
  app.part(statusLine).setState({ line });
}
