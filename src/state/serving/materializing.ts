import { proxy } from "comlink";
import { createStore, type StoreApi } from "zustand/vanilla";
import type { MaterializeReport } from "../../microfs";
import type { JobProgress } from "../../worker/results";
import type { App } from "../app";
import { onlineChanged, storeOf } from "../connection";
import { toError } from "../query";

/** What became of the last materialize run of a group. */
export type Run =
  | { kind: "waiting" }
  | { kind: "running"; stop: AbortController; progress: JobProgress | null }
  | { kind: "done"; report: MaterializeReport; asOfUs: bigint | null }
  | { kind: "cancelled" }
  | { kind: "failed"; error: Error };

export interface Materializing {
  /** By feature group; runs of another `revision` of the data say nothing about this one. */
  runs: ReadonlyMap<string, Run>;
  revision: number;
}

/** The materialize runs of an app. */
export function materializing(app: App): StoreApi<Materializing> {
  const store = createStore<Materializing>()(() => ({ runs: new Map(), revision: 0 }));
  app.onDispose(() => {
    for (const run of store.getState().runs.values()) if (run.kind === "running") run.stop.abort();
  });
  return store;
}

/**
 * Materializes groups, one after the other.
 *
 * @param asOfUs - Only what was known by then; `null` for everything known.
 */
export async function materialize(
  app: App,
  fgNames: readonly string[],
  asOfUs: bigint | null,
): Promise<void> {
  const { revision } = app.state.getState();
  const store = app.part(materializing);
  if (store.getState().revision !== revision) store.setState({ runs: new Map(), revision });
  for (const fgName of fgNames) putRun(app, fgName, { kind: "waiting" });
  for (const fgName of fgNames) {
    if (runOf(app, fgName)?.kind !== "waiting") continue;
    putRun(app, fgName, await runOne(app, fgName, asOfUs));
    onlineChanged(app);
  }
}

/** Whether a run is under way or waits for its turn. */
export function isMaterializing({ runs }: Materializing): boolean {
  return [...runs.values()].some(({ kind }) => kind === "running" || kind === "waiting");
}

/** Takes the online store back to a moment: clears the groups and materializes them as of then. */
export async function rewind(app: App, fgNames: readonly string[], asOfUs: bigint): Promise<void> {
  for (const fgName of fgNames) await clearOnline(app, fgName);
  await materialize(app, fgNames, asOfUs);
}

/** Stops the run under way, which takes back what it has written, and those that wait for it. */
export function cancelMaterializing(app: App): void {
  for (const [fgName, run] of app.part(materializing).getState().runs) {
    if (run.kind === "waiting") putRun(app, fgName, { kind: "cancelled" });
    if (run.kind === "running") run.stop.abort();
  }
}

/** Removes a group's online rows. */
export async function clearOnline(app: App, fgName: string): Promise<void> {
  await storeOf(app).clearOnline(fgName);
  app.part(materializing).setState(({ runs }) => ({
    runs: new Map([...runs].filter(([name]) => name !== fgName)),
  }));
  onlineChanged(app);
}

async function runOne(app: App, fgName: string, asOfUs: bigint | null): Promise<Run> {
  const stop = new AbortController();
  putRun(app, fgName, { kind: "running", stop, progress: null });
  const onProgress = proxy((progress: JobProgress) => {
    // A word that comes after the end would bring the run back.
    const run = runOf(app, fgName);
    if (run?.kind === "running" && run.stop === stop)
      putRun(app, fgName, { kind: "running", stop, progress });
  });
  try {
    const report = await storeOf(app).materializeInSteps(
      fgName,
      asOfUs ?? undefined,
      onProgress,
      stop.signal,
    );
    return { kind: "done", report, asOfUs };
  } catch (error) {
    if (error instanceof Error && error.name === "AbortError") return { kind: "cancelled" };
    return { kind: "failed", error: toError(error) };
  }
}

function runOf(app: App, fgName: string): Run | undefined {
  return app.part(materializing).getState().runs.get(fgName);
}

function putRun(app: App, fgName: string, run: Run): void {
  app.part(materializing).setState(({ runs }) => ({ runs: new Map(runs).set(fgName, run) }));
}
