import { WorkerApi } from "../../worker/worker-api";
import "fake-indexeddb/auto";
import type { StoreHandle, WorkerHandle } from "../../worker/worker-handle";

/** A worker that records its calls. */
export interface RecordedWorker extends WorkerHandle {
  /** The names of the methods that were called, in order. */
  readonly calls: string[];
  /** Lets calls of a method wait until the promise is settled. */
  hold(method: string, until: Promise<unknown>): void;
}

/** A worker in the same process, for tests without a browser: the very same code, asked through promises. */
export function inProcessWorker(): RecordedWorker {
  const api = new WorkerApi();
  const calls: string[] = [];
  const pending = new Map<string, Promise<unknown>>();
  return {
    calls,
    hold: (method, until) => void pending.set(method, until),
    async open(name, onEvent) {
      const store = await api.open(name, onEvent);
      return new Proxy(store, {
        get: (target, method) => {
          // Asked by `await`: a store is no promise.
          if (typeof method !== "string" || method === "then") return undefined;
          return async (...given: unknown[]) => {
            calls.push(method);
            await pending.get(method);
            const call: unknown = Reflect.get(target, method);
            if (typeof call !== "function") throw new TypeError(`a store has no method ${method}`);
            return Reflect.apply(call, target, given);
          };
        },
      }) as unknown as StoreHandle;
    },
    deleteStored: (name) => api.deleteStored(name),
    deleteUnused: (name) => api.deleteUnused(name),
    lookAt: (name) => api.lookAt(name),
    storedNames: () => api.storedNames(),
    readLink: async (packed) => api.readLink(packed),
    score: (question, onProgress, signal) => api.score(question, onProgress, signal),
  };
}
