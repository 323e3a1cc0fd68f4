import "./error-transfer";
import { proxy, type Remote, wrap } from "comlink";
import type { CsvPlan } from "../formats/csv/csv-plan";
import type { FeatureGroupDefinition, MaterializeReport } from "../microfs";
import type { ImportReport, JobProgress } from "./answers";
import type { CsvCheck } from "./imports/check-csv";
import type { Heard, StoreDesk } from "./store-desk";

/** The page's hold on the store in its worker: every method of `StoreDesk`, asynchronous. */
export type StoreHandle = Remote<StoreDesk>;

/** Starts the worker. The store must still be opened. */
export function startStore(): StoreHandle {
  const worker = new Worker(new URL("./store-worker.ts", import.meta.url), {
    type: "module",
    name: "microfs",
  });
  return wrap<StoreDesk>(worker);
}

/** Opens the store of that name in the worker. */
export function openStore(handle: StoreHandle, name: string, onHeard: (heard: Heard) => void): Promise<void> {
  return handle.open(name, proxy(onHeard));
}

/** Runs a materialize job, which `cancel(job)` stops. */
export function materializeJob(
  handle: StoreHandle,
  job: string,
  run: { fgName: string; asOfUs: bigint | null },
  onProgress: (progress: JobProgress) => void,
): Promise<MaterializeReport> {
  return handle.materializeJob(job, run.fgName, run.asOfUs ?? undefined, proxy(onProgress));
}

/** Reads a whole file by a plan and stores nothing; `store.cancel(job)` stops it. */
export function checkCsv(
  handle: StoreHandle,
  job: string,
  read: { file: Blob; plan: CsvPlan },
  onProgress: (progress: JobProgress) => void,
): Promise<CsvCheck> {
  return handle.checkCsv(job, read.file, read.plan, proxy(onProgress));
}

/** Stores a file's rows in a group, which is made where there is none; `store.cancel(job)` stops it. */
export function importCsv(
  handle: StoreHandle,
  job: string,
  read: { file: Blob; plan: CsvPlan; group: FeatureGroupDefinition },
  onProgress: (progress: JobProgress) => void,
): Promise<ImportReport> {
  return handle.importCsv(job, read.file, read.plan, read.group, proxy(onProgress));
}
