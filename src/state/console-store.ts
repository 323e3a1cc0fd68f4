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
import { offlineChanged, onlineChanged, store } from "./store-connection";

/**
 * The store in the console, as `window.microfs`: the verbs of `FeatureStore`, asynchronous, with Arrow tables decoded
 * on the page. What is done there is seen in the app at once.
 */
export const consoleStore = {
  /** The feature groups: definitions, row counts, entities. */
  featureGroups: async () => (await store().overview()).groups,
  featureViews: async () => (await store().overview()).views,
  /** A group's whole history as an Arrow table. */
  table: async (fgName: string) => tableFromIPC(await store().groupRows(fgName, 0, Number.MAX_SAFE_INTEGER)),
  createFeatureGroup: (definition: FeatureGroupDefinition) =>
    changing(store().createFeatureGroup(definition)),
  /** Rows as a list of plain objects, or an Arrow table. */
  insert: (fgName: string, rows: Rows): Promise<InsertReport> =>
    // Tables themselves do not cross to a worker; their bytes do.
    changing(
      rows instanceof Table
        ? store().insertIpc(fgName, tableToIPC(rows, "stream"))
        : store().insert(fgName, rows),
    ),
  createFeatureView: (definition: FeatureViewDefinition, options: { replace?: boolean } = {}) =>
    changing(store().createFeatureView(definition, options)),
  getTrainingData: async (fvName: string) => {
    const { ipc, ...rest } = await store().getTrainingData(fvName);
    return { table: tableFromIPC(ipc), ...rest };
  },
  explain: (fvName: string, trainingRow: number): Promise<JoinExplanation[]> =>
    store().explain(fvName, trainingRow),
  materialize: async (fgName: string, options: { asOf?: TimeInput } = {}): Promise<MaterializeReport> => {
    const report = await store().materialize(fgName, options);
    onlineChanged();
    return report;
  },
  getOnlineFeatures: (
    fvName: string,
    entity: Record<string, unknown>,
    options: { now?: TimeInput } = {},
  ): Promise<OnlineFeatures> => store().getOnlineFeatures(fvName, entity, options),
  deleteFeatureGroup: (name: string) => changing(store().deleteFeatureGroup(name)),
  deleteFeatureView: (name: string) => changing(store().deleteFeatureView(name)),
  clearOnline: async (fgName: string) => {
    await store().clearOnline(fgName);
    onlineChanged();
  },
  clear: () => changing(store().clear()),
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

async function changing<T>(change: Promise<T>): Promise<T> {
  const result = await change;
  await offlineChanged();
  return result;
}
