import { CHURN_SAMPLE } from "../scenario/samples/churn-sample";
import { toError } from "./answer";
import { tell, useAppStore } from "./app-store";
import { sampleConflicts } from "./imports/sample-conflicts";
import { loadSample } from "./load-sample";
import { goTo } from "./navigate";
import { openLab } from "./open-lab";
import { START } from "./place";
import { whenReady } from "./store-connection";

/**
 * Opens the sample "Who will cancel?" at its most telling step. Data that is in this browser is never touched: where
 * there is any but the sample's own, this leads to where the sample is offered.
 */
export async function openChurnSample(): Promise<void> {
  try {
    openLab();
    await whenReady();
    const { overview } = useAppStore.getState();
    const isFree = overview !== null && (overview.groups.length === 0 || holdsSample(overview));
    if (isFree) await loadSample(CHURN_SAMPLE, false);
    else goTo(START);
  } catch (thrown) {
    goTo(START);
    tell({ text: `The sample was not loaded. ${toError(thrown).message}`, isError: true });
  }
}

function holdsSample(overview: NonNullable<ReturnType<typeof useAppStore.getState>["overview"]>): boolean {
  const names = new Set(overview.groups.map(({ definition }) => definition.name));
  const isThere = CHURN_SAMPLE.groups.every(({ definition }) => names.has(definition.name));
  return isThere && sampleConflicts(CHURN_SAMPLE, overview).length === 0;
}
