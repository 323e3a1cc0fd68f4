import { linkExcess } from "../../scenario/link-limits";
import { pack } from "../../scenario/pack";
import type { App } from "../../state/app";
import type { Route } from "../../state/route/route";
import { formatUrl } from "../../state/route/url";
import { entityOnScreen } from "../../state/take-away/entity-on-screen";
import { viewEdits } from "../../state/training-queries";
import type { LinkedStep } from "./linked-step";

/** A link that shows one entity wherever it is opened. */
export interface EntityLink {
  /** The part of the address after `#`. */
  readonly url: string;
  /** How many rows of the reader's own travel in it. */
  readonly ownRows: number;
}

/**
 * A link to a step of one entity: a sample or a linked scenario is named as it is, with its edits; of the reader's own data
 * the rows of this entity travel in it, and no others, as they have been edited.
 *
 * @param to - What the link says else: its page.
 * @returns `null` where the entity has more rows than a link can carry.
 */
export function entityLink(
  app: App,
  step: Pick<LinkedStep, "title" | "slice" | "at">,
  to: Partial<Route>,
): EntityLink | null {
  const state = app.state.getState();
  const { dataset } = state.document;
  const { join, phase, together = false } = step.at;
  const joins = together ? "together" : "one-by-one";
  if (dataset.kind !== "own") {
    const route = { ...state.route, row: step.at.spineRow, join, phase, joins, ...to } as const;
    return { url: formatUrl({ route, dataset, edits: app.part(viewEdits)(state) }), ownRows: 0 };
  }
  const carried = entityOnScreen(app, step.title);
  if (carried === null || linkExcess(carried.scenario) !== null) return null;
  const { scenario, numRows, spineRowOf } = carried;
  const row = spineRowOf(step.at.spineRow);
  const route = { ...state.route, row, join, phase, joins, view: null, ...to } as const;
  const own = { kind: "scenario", packed: pack(scenario), scenario } as const;
  return { url: formatUrl({ route, dataset: own, edits: scenario.edits ?? [] }), ownRows: numRows };
}
