import type { Scenario } from "../scenario/scenario";
import type { App } from "./app";
import { askToPersist, offlineChanged, storeOf } from "./connection";
import { goTo } from "./route/go-to";
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
    row: sample.start?.row ?? null,
    join: sample.start?.join ?? 0,
    phase: sample.start?.phase ?? START.phase,
  });
  void askToPersist(app, true);
}
