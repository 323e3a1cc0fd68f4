import type { Scenario } from "../scenario/scenario";
import type { App } from "./app";
import { askToPersist, offlineChanged, storeOf } from "./connection";
import { goTo } from "./route/go-to";
import { routeAtStart } from "./route/route-at-start";
import { START } from "./route/url";

/**
 * Stores a sample and opens it at its most telling step.
 *
 * @param replacing - Whether everything that is stored gives way.
 */
export async function loadSample(app: App, sample: Scenario, replacing: boolean): Promise<void> {
  if (replacing) await storeOf(app).clear();
  await storeOf(app).loadScenario(sample);
  await offlineChanged(app);
  goTo(app, {
    ...START,
    stage: "train",
    view: sample.view.name,
    ...routeAtStart(sample),
  });
  void askToPersist(app, true);
}
