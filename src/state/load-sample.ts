import type { Scenario } from "../scenario/scenario";
import { goTo } from "./address/navigate";
import { START } from "./address/place";
import { placeAtStart } from "./address/place-at-start";
import { askToPersist, offlineChanged, store } from "./store-connection";

/**
 * Stores a sample and opens it at its most telling step.
 *
 * @param replacing - Whether everything that is stored gives way.
 */
export async function loadSample(sample: Scenario, replacing: boolean): Promise<void> {
  if (replacing) await store().clear();
  await store().loadScenario(sample);
  await offlineChanged();
  goTo({
    ...START,
    stage: "train",
    view: sample.view.name,
    ...placeAtStart(sample),
  });
  void askToPersist(true);
}
