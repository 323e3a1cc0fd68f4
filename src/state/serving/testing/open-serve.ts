import { IDBFactory } from "fake-indexeddb";
import { whenReady } from "../../connection";
import { openLab } from "../../open-lab";
import { inProcessWorker } from "../../testing/in-process-worker";
import { appOn, DEMO } from "../../testing/open-app";
import { servingStore } from "../serving";
import { followServing } from "../serving-queries";

/** The groups of the demo. */
export const GROUPS = ["user_activity", "user_payments"];
/** 1 November 2025, noon UTC: the first activities, before any payment. */
export const FIRST_US = 1_761_998_400_000_000n;

/** An app on the demo, at Serve, with nothing materialized, for the length of the test. */
export async function openServe() {
  // A browser of its own for every test: what one stores no other finds.
  globalThis.indexedDB = new IDBFactory();
  const worker = inProcessWorker();
  const app = appOn(DEMO, worker, "serve");
  openLab(app);
  app.onDispose(followServing(app));
  await whenReady(app);
  return { app, worker, serving: () => app.part(servingStore).getState() };
}
