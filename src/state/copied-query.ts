import { createStore, type StoreApi } from "zustand/vanilla";
import type { App } from "./app";
import { storeNameOf } from "./document";

export interface CopiedQueryState {
  /** The text that was copied last, and of whose data; `null` before. */
  readonly copied: { readonly text: string; readonly storeName: string } | null;
}

/** The query that Code was left with. */
export function copiedQueryStore(_app: App): StoreApi<CopiedQueryState> {
  return createStore<CopiedQueryState>()(() => ({ copied: null }));
}

/** A query of the data that is looked at was copied, by a button or by hand. */
export function queryCopied(app: App, text: string): void {
  const storeName = storeNameOf(app.state.getState().document.dataset);
  app.part(copiedQueryStore).setState({ copied: { text, storeName } });
}
