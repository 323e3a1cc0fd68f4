import { createStore, type StoreApi } from "zustand/vanilla";
import type { App } from "./app";
import { keepText, keptText } from "./kept-text";

const KEPT = "microfs.published";

/** Where this app is published, as its reader has said: for links, where it was opened from an address that no other machine reaches. */
export function publishedAddressStore(_app: App): StoreApi<{ readonly address: string | null }> {
  return createStore(() => ({ address: keptText(KEPT) }));
}

/** Keeps where the app is published; `null` forgets it. */
export function choosePublishedAddress(app: App, address: string | null): void {
  app.part(publishedAddressStore).setState({ address });
  keepText(KEPT, address);
}
