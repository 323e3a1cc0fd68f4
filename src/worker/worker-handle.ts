import "./transfer-handlers";
import { proxy, type Remote, wrap } from "comlink";
import type { StoredSummary } from "../microfs";
import type { ScoreAnswer, ScoreProgress, ScoreQuestion } from "./learn/score-results";
import { MissingPartError } from "./missing-part";
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
  /** What a lesson asks of a model, of data that is made for it; rejects once the signal is aborted. */
  score(
    question: ScoreQuestion,
    onProgress: (progress: ScoreProgress) => void,
    signal: AbortSignal,
  ): Promise<ScoreAnswer>;
}

/** Starts a worker. */
export function startWorker(): WorkerHandle {
  const worker = new Worker(new URL("./store-worker.ts", import.meta.url), {
    type: "module",
    name: "microfs",
  });
  const api = wrap<WorkerApi>(worker);
  const missing = whenMissing(worker);
  const heard = <Answer>(answer: Promise<Answer>) => Promise.race([answer, missing]);
  return {
    open: (name, onEvent) => heard(api.open(name, proxy(onEvent))),
    deleteStored: (name) => heard(api.deleteStored(name)),
    deleteUnused: (name) => heard(api.deleteUnused(name)),
    lookAt: (name) => heard(api.lookAt(name)),
    storedNames: () => heard(api.storedNames()),
    readLink: (packed) => heard(api.readLink(packed)),
    score: (question, onProgress, signal) =>
      heard<ScoreAnswer>(api.score(question, proxy(onProgress), signal)),
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
