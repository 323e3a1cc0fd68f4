import "./error-transfer";
import { proxy, type Remote, wrap } from "comlink";
import type { Heard, StoreDesk } from "./store-desk";

/** The page's hold on the store in its worker: every method of `StoreDesk`, asynchronous. */
export type StoreHandle = Remote<StoreDesk>;

/** Starts the worker. The store must still be opened. */
export function startStore(): StoreHandle {
  const worker = new Worker(new URL("./store-worker.ts", import.meta.url), {
    type: "module",
    name: "microfs",
  });
  return wrap<StoreDesk>(worker);
}

/** Opens the store of that name in the worker. */
export function openStore(handle: StoreHandle, name: string, onHeard: (heard: Heard) => void): Promise<void> {
  return handle.open(name, proxy(onHeard));
}
