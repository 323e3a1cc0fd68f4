import { type ProxyMarked, proxy } from "comlink";
import { FeatureStore } from "../microfs";
import { StoreApi, type StoreEvent } from "./store-api";

/** The worker's side: it keeps stores, as many as are opened. Its methods are what crosses. */
export class WorkerApi {
  async open(name: string, onEvent: (event: StoreEvent) => void): Promise<StoreApi & ProxyMarked> {
    const store = await FeatureStore.open({ name, onChange: onEvent, onLost: () => onEvent("lost") });
    return proxy(new StoreApi(store));
  }

  async deleteStored(name: string): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      const request = indexedDB.deleteDatabase(name);
      request.onsuccess = () => resolve();
      request.onerror = () => reject(request.error);
    });
  }
}
