import "./transfer-handlers";
import { proxy, type Remote, wrap } from "comlink";
import type { StoredSummary } from "../microfs";
import type { PackedInLink, ReadFromLink } from "./read-link";
import type { StoreApi } from "./store-api";
import type { StoreEvent, WorkerApi } from "./worker-api";

/** A store in the worker, as the page asks it: every method of {@link StoreApi}, asynchronous. */
export type StoreHandle = Remote<StoreApi>;

/** The page's hold on the worker, which keeps as many stores as are opened. */
export interface WorkerHandle {
  /** Opens a store. Opened twice, it is two handles of the same data, and each hears of what the other changes. */
  open(name: string, onEvent: (event: StoreEvent) => void): Promise<StoreHandle>;
  /** Deletes what is stored under a name, readable or not: the way out where it cannot be read. */
  deleteStored(name: string): Promise<void>;
  /** Deletes what is stored under a name, unless it is open, here or in another tab; tells whether it did. */
  deleteUnused(name: string): Promise<boolean>;
  /** Looks what is stored under a name, and changes nothing; `null` where nothing is. */
  lookAt(name: string): Promise<StoredSummary | null>;
  /** The names of all that is stored; `null` in a browser that does not tell. */
  storedNames(): Promise<string[] | null>;
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
  return {
    open: (name, onEvent) => api.open(name, proxy(onEvent)),
    deleteStored: (name) => api.deleteStored(name),
    deleteUnused: (name) => api.deleteUnused(name),
    lookAt: (name) => api.lookAt(name),
    storedNames: () => api.storedNames(),
    readLink: (packed) => api.readLink(packed),
  };
}
