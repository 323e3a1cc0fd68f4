import "./transfer-handlers";
import { proxy, type Remote, wrap } from "comlink";
import { MissingPartError } from "./missing-part";
import type { PackedInLink, ReadFromLink } from "./read-link";
import type { StoreApi, StoreEvent, WorkerApi } from "./store-api";

/** A store in the worker, as the page asks it: every method of {@link StoreApi}, asynchronous. */
export type StoreHandle = Remote<StoreApi>;

/** The page's hold on the worker, which keeps as many stores as are opened. */
export interface WorkerHandle {
  /** Opens a store. Opened twice, it is two handles of the same data, and each hears of what the other changes. */
  open(name: string, onEvent: (event: StoreEvent) => void): Promise<StoreHandle>;
  /** Deletes what is stored under a name, readable or not: the way out where it cannot be read. */
  deleteStored(name: string): Promise<void>;
  /** Unpacks and validates what a link carries. */
  readLink(packed: PackedInLink): Promise<ReadFromLink>;
}

/** Starts a worker. */
export function startWorker(): WorkerHandle {
  const worker = new Worker(new URL("./store-worker.ts", import.meta.url), {
    type: "module",
    name: "microfs",
  });
  const api = wrap<WorkerApi>(worker);
  const missing = whenMissing(worker);
  return {
    open: (name, onEvent) => Promise.race([api.open(name, proxy(onEvent)), missing]),
    deleteStored: (name) => Promise.race([api.deleteStored(name), missing]),
    readLink: (packed) => Promise.race([api.readLink(packed), missing]),
  };
}

/** Rejects where the worker's script cannot be had: such a worker never answers. Without an end where it can. */
function whenMissing(worker: Worker): Promise<never> {
  const missing = new Promise<never>((_, reject) => {
    worker.addEventListener("error", (event) => {
      // What a running script throws is told by an event that says more.
      if (!(event instanceof ErrorEvent)) reject(new MissingPartError());
    });
  });
  // Whoever asks hears of it; while nobody does, it is no error of the page's.
  missing.catch(() => undefined);
  return missing;
}
