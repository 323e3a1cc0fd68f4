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

/** Browsers have them on pages that are served securely, or by this machine. */
function serviceWorkers(): ServiceWorkerContainer | undefined {
  return navigator.serviceWorker;
}
