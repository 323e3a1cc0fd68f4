import type { GroupDefinition, Scenario } from "../scenario/scenario";
import type { StoreOverview } from "../worker/results";
import type { App } from "./app";
import { askToPersist, offlineChanged, storeOf } from "./connection";
import { goTo } from "./route/go-to";
import { routeAtStart } from "./route/route-at-start";
import { START } from "./route/url";

/**
 * Stores a sample and opens it at the step that it names as its start.
 *
 * @param replacing - Whether everything that is stored gives way.
 */
export async function loadSample(app: App, sample: Scenario, replacing: boolean): Promise<void> {
  await storeOf(app).loadScenario(sample, { replacing });
  await offlineChanged(app);
  goTo(app, {
    ...START,
    stage: "train",
    view: sample.view.name,
    ...routeAtStart(sample),
  });
  void askToPersist(app, true);
}

/** Groups and views of a sample whose names stand for something else in the store, as clauses. */
export function sampleConflicts(sample: Scenario, { groups, views }: StoreOverview): string[] {
  const stored = new Map(groups.map(({ definition }) => [definition.name, definition]));
  const view = views.find(({ definition }) => definition.name === sample.view.name);
  return [
    ...sample.groups
      .map(({ definition }) => definition)
      .filter((definition) => {
        const there = stored.get(definition.name);
        return there !== undefined && spelled(there) !== spelled(definition);
      })
      .map(({ name }) => `a group “${name}”`),
    ...(view !== undefined && spelled(view.definition) !== spelled(sample.view)
      ? [`a view “${sample.view.name}”`]
      : []),
  ];
}

/** A definition in one spelling: nothing that is not set, names in the order of the alphabet. */
function spelled(definition: GroupDefinition | Scenario["view"] | object): string {
  return JSON.stringify(definition, (_, value: unknown) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(
          Object.entries(value)
            .filter(([, part]) => part !== null && part !== undefined)
            .sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : value,
  );
}
