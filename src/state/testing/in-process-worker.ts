import "fake-indexeddb/auto";
import { WorkerApi } from "../../worker/worker-api";
import type { StoreHandle, WorkerHandle } from "../../worker/worker-handle";

/** Everything that a worker was asked, by the names of the methods. */
export interface AskedWorker extends WorkerHandle {
  readonly asked: string[];
  /** Lets calls of a method wait until the promise is settled. */
  hold(method: string, until: Promise<unknown>): void;
}

/** A worker in the same process, for tests without a browser: the very same code, asked through promises. */
export function inProcessWorker(): AskedWorker {
  const api = new WorkerApi();
  const asked: string[] = [];
  const held = new Map<string, Promise<unknown>>();
  return {
    asked,
    hold: (method, until) => void held.set(method, until),
    async open(name, onEvent) {
      const store = await api.open(name, onEvent);
      return new Proxy(store, {
        get: (target, method) => {
          // Asked by `await`: a store is no promise.
          if (typeof method !== "string" || method === "then") return undefined;
          return async (...given: unknown[]) => {
            asked.push(method);
            await held.get(method);
            const call: unknown = Reflect.get(target, method);
            if (typeof call !== "function") throw new TypeError(`a store has no method ${method}`);
            return Reflect.apply(call, target, given);
          };
        },
      }) as unknown as StoreHandle;
    },
    deleteStored: (name) => api.deleteStored(name),
  };
}
