import { useSyncExternalStore } from "react";

/** Whether this page, and every other of the app, opens without a network: a service worker keeps all of it, and answers. */
export function useWorksOffline(): boolean {
  return useSyncExternalStore(subscribe, () => Boolean(serviceWorkers()?.controller));
}

function subscribe(onChange: () => void): () => void {
  const workers = serviceWorkers();
  workers?.addEventListener("controllerchange", onChange);
  return () => workers?.removeEventListener("controllerchange", onChange);
}

/** The browser's service workers: on pages that are served securely, or by this machine; `null` elsewhere. */
export function serviceWorkers(): ServiceWorkerContainer | null {
  try {
    return navigator.serviceWorker ?? null;
  } catch {
    // In a sandboxed frame Chromium throws where it is asked for them.
    return null;
  }
}
