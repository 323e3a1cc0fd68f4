import { type EntityScenario, entityScenario } from "../../scenario/entity-scenario";
import type { App } from "../app";
import { latestData } from "../query";
import { currentView, viewEdits } from "../training-queries";

export interface EntityOnScreen extends EntityScenario {
  /** The number that a spine row of the store has in it; `null` where it is none of the entity's. */
  readonly spineRowOf: (row: number) => number | null;
}

/**
 * The entity that Train shows as a scenario that carries its rows and no others, with the edits of the view in it: what a link
 * or a plan has of the reader's own data. `null` where none is on the screen.
 */
export function entityOnScreen(app: App, title: string): EntityOnScreen | null {
  const state = app.state.getState();
  const stored = latestData(state.slice);
  const view = currentView(state);
  if (stored === null || view === null || state.overview === null) return null;
  const made = entityScenario({
    title,
    slice: stored,
    groups: state.overview.groups.map(({ definition }) => definition),
    view: view.definition,
    edits: app.part(viewEdits)(state),
  });
  return { ...made, spineRowOf: (row) => made.rowOf(stored.spine.fgName, row) };
}
