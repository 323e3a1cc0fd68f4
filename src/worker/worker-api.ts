import { type ProxyMarked, proxy } from "comlink";
import { FeatureStore, type StoredSummary, storedSummary } from "../microfs";
import type { ScoreAnswer, ScoreProgress, ScoreQuestion } from "./learn/score-results";
import { answerScore } from "./learn/score-work";
import { type PackedInLink, type ReadFromLink, readPackedLink } from "./read-link";
import { StoreApi } from "./store-api";
import { StoresInUse } from "./stores-in-use";

/** What has happened to a store from outside: others of its name changed it, or the browser closed it. */
export type StoreEvent = "offline" | "online" | "lost";

/** The worker's side: it keeps stores, as many as are opened. Its methods are what crosses. */
export class WorkerApi {
  readonly #inUse = new StoresInUse();

  async open(name: string, onEvent: (event: StoreEvent) => void): Promise<StoreApi & ProxyMarked> {
    const release = await this.#inUse.use(name);
    try {
      const store = await FeatureStore.open({ name, onChange: onEvent, onLost: () => onEvent("lost") });
      return proxy(new StoreApi(store, release));
    } catch (error) {
      release();
      throw error;
    }
  }

  async deleteStored(name: string): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      const request = indexedDB.deleteDatabase(name);
      request.onsuccess = () => resolve();
      request.onerror = () => reject(request.error);
    });
  }

  /** Deletes what is stored under a name, unless somebody has it open; tells whether it did. */
  deleteUnused(name: string): Promise<boolean> {
    return this.#inUse.whereUnused(name, () => this.deleteStored(name));
  }

  lookAt(name: string): Promise<StoredSummary | null> {
    return storedSummary(name);
  }

  /** The names of all that is stored; `null` in a browser that does not tell. */
  async storedNames(): Promise<string[] | null> {
    if (typeof indexedDB.databases !== "function") return null;
    return (await indexedDB.databases()).flatMap(({ name }) => name ?? []);
  }

  readLink(packed: PackedInLink): ReadFromLink {
    return readPackedLink(packed);
  }

  /** Trains what a lesson asks for, of data that is made for it: no store is opened. */
  score(
    question: ScoreQuestion,
    onProgress: (progress: ScoreProgress) => void,
    signal: AbortSignal,
  ): Promise<ScoreAnswer> {
    return answerScore(question, onProgress, signal);
  }
}
