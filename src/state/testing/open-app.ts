import { IDBFactory } from "fake-indexeddb";
import { beforeEach, expect, onTestFinished } from "vitest";
import { DEMO_SAMPLE } from "../../scenario/samples/demo-sample";
import type { Scenario } from "../../scenario/scenario";
import { type App, createApp } from "../app";
import { offlineChanged, storeOf } from "../connection";
import { type Dataset, OWN } from "../document";
import { openLab } from "../open-lab";
import type { Stage } from "../route/route";
import { START } from "../route/url";
import { eventually } from "./eventually";
import { inProcessWorker, type RecordedWorker } from "./in-process-worker";

/** Gives every test of a file a browser of its own: what one stores no other finds. */
export function inOwnBrowser(): void {
  beforeEach(() => {
    globalThis.indexedDB = new IDBFactory();
  });
}

/** An app that ends with the test. Nothing is opened yet. */
export function appOn(dataset: Dataset, worker: RecordedWorker, stage: Stage = "data"): App {
  const app = createApp(dataset, { worker: async () => worker, route: { ...START, stage } });
  onTestFinished(() => app.dispose());
  return app;
}

/** A scenario as a sample of the app. */
export function sampleOf(scenario: Scenario): Dataset {
  return { kind: "sample", name: scenario.name, scenario };
}

export const DEMO = sampleOf(DEMO_SAMPLE);

/** An app whose store is ready, with a worker in this process. At Train it has a training set, too. */
export async function openApp(
  dataset: Dataset,
  stage: Stage = "data",
  worker: RecordedWorker = inProcessWorker(),
): Promise<App> {
  const app = appOn(dataset, worker, stage);
  openLab(app);
  await eventually(() => {
    const { connection, slice } = app.state.getState();
    expect(connection.status).toBe("ready");
    if (stage === "train") expect(slice.status).toBe("ready");
  });
  return app;
}

/** The same where the scenario's data is the reader's own. */
export async function openOwn(scenario: Scenario, worker: RecordedWorker = inProcessWorker()): Promise<App> {
  const app = await openApp(OWN, "data", worker);
  await storeOf(app).loadScenario(scenario);
  await offlineChanged(app);
  return app;
}
