import { IDBFactory } from "fake-indexeddb";
import { onTestFinished } from "vitest";
import { createApp } from "../../app";
import { whenReady } from "../../connection";
import { openLab } from "../../open-lab";
import { readSample } from "../../route/read-link";
import { START } from "../../route/url";
import { inProcessWorker } from "../../testing/in-process-worker";
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
  const read = readSample("demo");
  if (!read.ok) throw new Error(read.problems.join(" "));
  const worker = inProcessWorker();
  const app = createApp(read.dataset, { worker: async () => worker, route: { ...START, stage: "serve" } });
  onTestFinished(() => app.dispose());
  openLab(app);
  app.onDispose(followServing(app));
  await whenReady(app);
  return { app, worker, serving: () => app.part(servingStore).getState() };
}
