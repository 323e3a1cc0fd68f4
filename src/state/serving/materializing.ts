import { create } from "zustand";
import type { MaterializeReport } from "../../microfs";
import type { JobProgress } from "../../worker/answers";
import { materializeJob } from "../../worker/store-handle";
import { toError } from "../answer";
import { useAppStore } from "../app-store";
import { onlineChanged, store } from "../store-connection";

/** What became of the last materialize run of a group. */
export type Run =
  | { kind: "waiting" }
  | { kind: "running"; job: string; progress: JobProgress | null }
  | { kind: "done"; report: MaterializeReport; asOfUs: bigint | null }
  | { kind: "cancelled" }
  | { kind: "failed"; error: Error };

export interface Materializing {
  /** By feature group; runs of another `revision` of the data say nothing about this one. */
  runs: ReadonlyMap<string, Run>;
  revision: number;
}

export const useMaterializing = create<Materializing>()(() => ({ runs: new Map(), revision: 0 }));

let runsSoFar = 0;

/**
 * Materializes groups, one after the other.
 *
 * @param asOfUs - Only what was known by then; `null` for everything known.
 */
export async function materialize(fgNames: readonly string[], asOfUs: bigint | null): Promise<void> {
  const { revision } = useAppStore.getState();
  if (useMaterializing.getState().revision !== revision)
    useMaterializing.setState({ runs: new Map(), revision });
  for (const fgName of fgNames) putRun(fgName, { kind: "waiting" });
  for (const fgName of fgNames) {
    if (runOf(fgName)?.kind !== "waiting") continue;
    putRun(fgName, await runJob(fgName, asOfUs));
    onlineChanged();
  }
}

/** Whether a run is under way or waits for its turn. */
export function isMaterializing({ runs }: Materializing): boolean {
  return [...runs.values()].some(({ kind }) => kind === "running" || kind === "waiting");
}

/** Takes the online store back to a moment: clears the groups and materializes them as of then. */
export async function rewind(fgNames: readonly string[], asOfUs: bigint): Promise<void> {
  for (const fgName of fgNames) await clearOnline(fgName);
  await materialize(fgNames, asOfUs);
}

/** Stops the run under way, which takes back what it has written, and those that wait for it. */
export function cancelMaterializing(): void {
  for (const [fgName, run] of useMaterializing.getState().runs) {
    if (run.kind === "waiting") putRun(fgName, { kind: "cancelled" });
    if (run.kind === "running") void store().cancel(run.job);
  }
}

/** Removes a group's online rows. */
export async function clearOnline(fgName: string): Promise<void> {
  await store().clearOnline(fgName);
  useMaterializing.setState(({ runs }) => ({
    runs: new Map([...runs].filter(([name]) => name !== fgName)),
  }));
  onlineChanged();
}

async function runJob(fgName: string, asOfUs: bigint | null): Promise<Run> {
  const job = `materialize ${++runsSoFar}`;
  putRun(fgName, { kind: "running", job, progress: null });
  try {
    const report = await materializeJob(store(), job, { fgName, asOfUs }, (progress) => {
      // A word that comes after the end would bring the run back.
      const run = runOf(fgName);
      if (run?.kind === "running" && run.job === job) putRun(fgName, { kind: "running", job, progress });
    });
    return { kind: "done", report, asOfUs };
  } catch (error) {
    if (error instanceof Error && error.name === "AbortError") return { kind: "cancelled" };
    return { kind: "failed", error: toError(error) };
  }
}

function runOf(fgName: string): Run | undefined {
  return useMaterializing.getState().runs.get(fgName);
}

function putRun(fgName: string, run: Run): void {
  useMaterializing.setState(({ runs }) => ({ runs: new Map(runs).set(fgName, run) }));
}
