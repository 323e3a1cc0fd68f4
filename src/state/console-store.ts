import { Table, tableFromIPC, tableToIPC } from "apache-arrow";
import type { InsertReport, JoinExplanation, MaterializeReport, OnlineFeatures, Rows } from "../microfs";
import type { FeatureGroupDefinition, FeatureViewDefinition, TimeInput } from "../microfs/core";
import type { StoreHandle } from "../worker/worker-handle";
import type { App } from "./app";
import { offlineChanged, onlineChanged, whenReady } from "./connection";

/**
 * The store in the console, as `window.microfs`: the verbs of `FeatureStore`, asynchronous, with Arrow tables decoded
 * on the page. What is done there is seen in the app at once.
 */
function consoleStore(app: App) {
  const changing = async <T>(change: (store: StoreHandle) => Promise<T>): Promise<T> => {
    const result = await change(await whenReady(app));
    await offlineChanged(app);
    return result;
  };
  return {
    /** The feature groups: definitions, row counts, entities. */
    featureGroups: async () => (await (await whenReady(app)).overview()).groups,
    featureViews: async () => (await (await whenReady(app)).overview()).views,
    /** A group's whole history as an Arrow table. */
    table: async (fgName: string) => {
      const store = await whenReady(app);
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
      const { ipc, ...rest } = await (await whenReady(app)).getTrainingData(fvName);
      return { table: tableFromIPC(ipc), ...rest };
    },
    explain: async (fvName: string, trainingRow: number): Promise<JoinExplanation[]> =>
      (await whenReady(app)).explain(fvName, trainingRow),
    materialize: async (fgName: string, options: { asOf?: TimeInput } = {}): Promise<MaterializeReport> => {
      const report = await (await whenReady(app)).materialize(fgName, options);
      onlineChanged(app);
      return report;
    },
    getOnlineFeatures: async (
      fvName: string,
      entity: Record<string, unknown>,
      options: { now?: TimeInput } = {},
    ): Promise<OnlineFeatures> => (await whenReady(app)).getOnlineFeatures(fvName, entity, options),
    deleteFeatureGroup: (name: string): Promise<void> => changing((store) => store.deleteFeatureGroup(name)),
    deleteFeatureView: (name: string): Promise<void> => changing((store) => store.deleteFeatureView(name)),
    clearOnline: async (fgName: string): Promise<void> => {
      await (await whenReady(app)).clearOnline(fgName);
      onlineChanged(app);
    },
    clear: (): Promise<void> => changing((store) => store.clear()),
  };
}

/** What stands in the console. */
export type ConsoleStore = ReturnType<typeof consoleStore>;

declare global {
  interface Window {
    microfs: ConsoleStore;
  }
}

/** Puts an app's store into the console, and says so there. Of several apps on a page, only one's. */
export function installConsoleStore(app: App): void {
  window.microfs = consoleStore(app);
  console.info(
    '%cmicroFS%c  The store on this page is "microfs". Try: await microfs.featureGroups(), then await microfs.getTrainingData("…")',
    "font-weight: bold",
    "",
  );
}
