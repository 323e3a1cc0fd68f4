import { Table, tableFromIPC, tableToIPC } from "apache-arrow";
import type {
  FeatureGroupDefinition,
  FeatureViewDefinition,
  InsertReport,
  JoinExplanation,
  MaterializeReport,
  OnlineFeatures,
  Rows,
  TimeInput,
} from "../microfs";
import type { StoreHandle } from "../worker/store-handle";
import { offlineChanged, onlineChanged, whenReady } from "./store-connection";

/**
 * The store in the console, as `window.microfs`: the verbs of `FeatureStore`, asynchronous, with Arrow tables decoded
 * on the page. What is done there is seen in the app at once.
 */
export const consoleStore = {
  /** The feature groups: definitions, row counts, entities. */
  featureGroups: async () => (await (await whenReady()).overview()).groups,
  featureViews: async () => (await (await whenReady()).overview()).views,
  /** A group's whole history as an Arrow table. */
  table: async (fgName: string) => {
    const store = await whenReady();
    return tableFromIPC(await store.groupRows(fgName, 0, Number.MAX_SAFE_INTEGER));
  },
  createFeatureGroup: (definition: FeatureGroupDefinition): Promise<void> =>
    changing((store) => store.createFeatureGroup(definition)),
  /** Rows as a list of plain objects, or an Arrow table. */
  insert: (fgName: string, rows: Rows): Promise<InsertReport> =>
    // Tables themselves do not cross to a worker; their bytes do.
    changing((store) =>
      rows instanceof Table
        ? store.insertIpc(fgName, tableToIPC(rows, "stream"))
        : store.insert(fgName, rows),
    ),
  createFeatureView: (
    definition: FeatureViewDefinition,
    options: { replace?: boolean } = {},
  ): Promise<void> => changing((store) => store.createFeatureView(definition, options)),
  getTrainingData: async (fvName: string) => {
    const { ipc, ...rest } = await (await whenReady()).getTrainingData(fvName);
    return { table: tableFromIPC(ipc), ...rest };
  },
  explain: async (fvName: string, trainingRow: number): Promise<JoinExplanation[]> =>
    (await whenReady()).explain(fvName, trainingRow),
  materialize: async (fgName: string, options: { asOf?: TimeInput } = {}): Promise<MaterializeReport> => {
    const report = await (await whenReady()).materialize(fgName, options);
    onlineChanged();
    return report;
  },
  getOnlineFeatures: async (
    fvName: string,
    entity: Record<string, unknown>,
    options: { now?: TimeInput } = {},
  ): Promise<OnlineFeatures> => (await whenReady()).getOnlineFeatures(fvName, entity, options),
  deleteFeatureGroup: (name: string): Promise<void> => changing((store) => store.deleteFeatureGroup(name)),
  deleteFeatureView: (name: string): Promise<void> => changing((store) => store.deleteFeatureView(name)),
  clearOnline: async (fgName: string): Promise<void> => {
    await (await whenReady()).clearOnline(fgName);
    onlineChanged();
  },
  clear: (): Promise<void> => changing((store) => store.clear()),
};

declare global {
  interface Window {
    microfs: typeof consoleStore;
  }
}

/** Puts the store into the console, and says so there. */
export function installConsoleStore(): void {
  window.microfs = consoleStore;
  console.info(
    '%cmicroFS%c  The store on this page is "microfs". Try: await microfs.featureGroups(), then await microfs.getTrainingData("…")',
    "font-weight: bold",
    "",
  );
}

async function changing<T>(change: (store: StoreHandle) => Promise<T>): Promise<T> {
  const result = await change(await whenReady());
  await offlineChanged();
  return result;
}
