import { tableToIPC } from "apache-arrow";
import { type FeatureStore, NO_MATCH } from "../microfs";
import type { JoinAnswer, TrainingAnswer } from "./answers";

/** Makes a view's training set, ready to cross to the page. */
export async function trainingAnswer(store: FeatureStore, viewName: string): Promise<TrainingAnswer> {
  const set = await store.getTrainingData(viewName);
  const labelFg = store.featureViews.get(viewName)?.labelFg ?? "";
  const joins = set.joins.map(
    ({ fgName, index, reason, leak }): JoinAnswer => ({
      fgName,
      index,
      reason,
      leak,
      eventTimesUs: eventTimesOf(store, fgName, index),
    }),
  );
  return {
    viewName,
    ipc: tableToIPC(set.table, "stream"),
    columns: set.columns,
    joins,
    spineIndex: set.spineIndex,
    timesUs: eventTimesOf(store, labelFg, set.spineIndex),
  };
}

function eventTimesOf(store: FeatureStore, fgName: string, rows: Int32Array): BigInt64Array {
  const group = store.featureGroups.get(fgName);
  const times = group?.column(group.eventTime).values;
  return BigInt64Array.from(rows, (row) => (row === NO_MATCH ? 0n : BigInt(times?.[row] ?? 0)));
}
