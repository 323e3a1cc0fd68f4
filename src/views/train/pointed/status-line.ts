import { createStore, type StoreApi } from "zustand/vanilla";
import type { App, HoveredRow } from "../../../state/app";
import type { CellAddress } from "../../../ui/table/data-table-column";
import type { Sight } from "../interesting/interest";
import type { FedRow } from "./fed-rows";

/** What the line over the table speaks of: the last thing that was hovered or found. */
export type StatusLine =
  | { kind: "nothing" }
  | { kind: "cell"; cell: CellAddress; mark: HoveredRow | null }
  /** `shown` is the fed row that the table was moved to. */
  | { kind: "mark"; mark: HoveredRow; shown: FedRow | null }
  | { kind: "sight"; sight: Sight };

const NOTHING: StatusLine = { kind: "nothing" };

/**
 * The status line of an app's Train stage. It follows what is hovered: a mark makes itself known through the state; what
 * has changed since is not spoken of.
 */
export function statusLine(app: App): StoreApi<{ line: StatusLine }> {
  const store = createStore<{ line: StatusLine }>()(() => ({ line: NOTHING }));
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

/** Speaks of something else. */
export function setStatus(app: App, line: StatusLine): void {
  app.part(statusLine).setState({ line });
}
