import type { FeatureStore } from "../index";
import { readRows } from "./read-table";

/** Everything that a store shows of the shop, for comparing before and after. */
export async function storeContents(store: FeatureStore) {
  const groups = [...store.featureGroups.values()].map((group) => [
    group.name,
    group.numRows,
    readRows(group.table),
  ]);
  const training = store.featureViews.has("spend")
    ? readRows((await store.getTrainingData("spend")).table)
    : null;
  const online = await Promise.all(
    [...store.featureGroups.keys()].map((name) => store.onlineRows(name, 0, 100)),
  );
  return { groups, views: [...store.featureViews.keys()], training, online };
}
