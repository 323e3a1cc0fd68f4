import { tableFromIPC } from "apache-arrow";
import { cellReader } from "../microfs";
import { inlineOf } from "../scenario/inline-value";
import { linkExcess, MOST_BYTES_IN_A_LINK, MOST_ROWS_IN_A_LINK } from "../scenario/link-limits";
import { pack } from "../scenario/pack";
import { plainGroup, plainView } from "../scenario/plain-definition";
import type { InlineRow, Scenario, ScenarioGroup } from "../scenario/scenario";
import type { GroupSummary } from "../worker/results";
import type { App, AppState } from "./app";
import { storeOf } from "./connection";
import type { Dataset } from "./document";
import { addressOf } from "./route/address-of";
import type { Hideable, Route } from "./route/route";
import { formatUrl } from "./route/url";
import { currentView, viewEdits } from "./training-queries";

/** What a link to this very screen carries; or why there is none. */
export type Share =
  | { kind: "link"; dataset: Dataset; rows: number }
  | { kind: "too_many_rows"; rows: number }
  /** Few rows, but long ones. */
  | { kind: "too_large" }
  | { kind: "no_view" };

/**
 * Gathers what a link needs to show another reader this screen: the step, the window, the edits, and the data. The data
 * of a sample is named; a reader's own travels in the link, behind #, which servers do not see.
 */
export async function shareLink(app: App): Promise<Share> {
  const state = app.state.getState();
  const { dataset } = state.document;
  // What the knobs make is in the address alone: a reader's own rows stay where they are.
  if (showsMadeData(state)) return { kind: "link", dataset, rows: 0 };
  if (dataset.kind !== "own") return { kind: "link", dataset, rows: 0 };
  const view = currentView(state);
  if (view === null || state.overview === null) return { kind: "no_view" };
  const used = new Set([view.definition.labelFg, ...view.definition.joins.map((join) => join.fgName)]);
  const groups = state.overview.groups.filter(({ definition }) => used.has(definition.name));
  const rows = groups.reduce((sum, group) => sum + group.numRows, 0);
  if (rows > MOST_ROWS_IN_A_LINK) return { kind: "too_many_rows", rows };
  const scenario: Scenario = {
    version: 1,
    name: "shared",
    title: `Shared: ${view.definition.name}`,
    groups: await Promise.all(groups.map((group) => inlineGroup(app, group))),
    view: plainView(view.definition),
  };
  // What no link can carry nobody could read either.
  const bytes = new TextEncoder().encode(JSON.stringify(scenario)).length;
  if (bytes > MOST_BYTES_IN_A_LINK || linkExcess(scenario) !== null) return { kind: "too_large" };
  return { kind: "link", dataset: { kind: "scenario", packed: pack(scenario), scenario }, rows };
}

/** Whether the screen shows data that is made by knobs, and nothing of a dataset. */
export function showsMadeData({ route }: Pick<AppState, "route">): boolean {
  return route.stage === "compare" && route.show === "data";
}

/** The URL of this very screen on some data, with some parts of it taken away. */
export function linkTo(app: App, dataset: Dataset, hide: readonly Hideable[]): string {
  const { route, size } = app.state.getState();
  // Whoever shares what is written for a projector means it to be so.
  return linkWith(app, dataset, { ...route, hide, size: route.size ?? (size === "large" ? size : null) });
}

/** The same for phones: written and coloured as each likes it, whatever the projector needs. */
export function phoneLinkTo(app: App, dataset: Dataset, hide: readonly Hideable[]): string {
  return linkWith(app, dataset, { ...app.state.getState().route, hide, size: null, theme: null });
}

function linkWith(app: App, dataset: Dataset, route: Route): string {
  const edits = dataset.kind === "own" ? [] : app.part(viewEdits)(app.state.getState());
  return addressOf(formatUrl({ route, dataset, edits }));
}

async function inlineGroup(app: App, { definition, columns, numRows }: GroupSummary): Promise<ScenarioGroup> {
  const table = tableFromIPC(await storeOf(app).groupRows(definition.name, 0, numRows));
  const cells = columns.map(({ name, type }) => ({ name, type, read: cellReader(table.getChild(name)) }));
  const rows = Array.from(
    { length: numRows },
    (_, row): InlineRow =>
      Object.fromEntries(cells.map(({ name, type, read }) => [name, inlineOf(read(row), type)])),
  );
  return { definition: plainGroup(definition), rows: { kind: "inline", rows } };
}
