import "fake-indexeddb/auto";
import { beforeAll, expect, test } from "vitest";
import type { FeatureStore, TrainingSet } from "../../microfs";
import { CHURN_SAMPLE } from "../../scenario/samples/churn-sample";
import { loadScenario } from "../../scenario/testing/load-scenario";
import { StoreApi } from "../store-api";
import type { CellsBehind, VariantCounts } from "./compare-results";

const { signal } = new AbortController();
const noProgress = () => undefined;

let store: FeatureStore;
let api: StoreApi;
let latest: TrainingSet;
let viewName = "";
beforeAll(async () => {
  ({ store } = await loadScenario(CHURN_SAMPLE, "compare of churn"));
  api = new StoreApi(store);
});

const ask = async <Question extends Parameters<StoreApi["compare"]>[2]>(question: Question) =>
  api.compare(viewName, [], question, noProgress, signal);

test("x", async () => {
  viewName = [...store.featureViews.keys()][0] ?? "";
  const t = performance.now();
  const s = await ask({ kind: "summary" });
  console.log(performance.now() - t);
  console.log(JSON.stringify(s, null, 1).slice(0, 20000));
});
