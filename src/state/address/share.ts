import { tableFromIPC } from "apache-arrow";
import type { FeatureViewDefinition } from "../../microfs";
import { inlineOf } from "../../scenario/edits/cell-of";
import { pack } from "../../scenario/packed";
import type { InlineRow, Scenario, ScenarioGroup, ViewDefinition } from "../../scenario/scenario";
import type { GroupSummary } from "../../worker/answers";
import { useAppStore } from "../app-store";
import { viewInSight } from "../follow-answers";
import { store } from "../store-connection";
import { cellReader } from "../training/cell-reader";
import type { Hideable } from "./panels";
import { formatPlace } from "./place";
import { type Source, withSource } from "./source";

/** With more rows a link would be too long for chats and mail programs. */
export const MOST_ROWS_IN_A_LINK = 300;

/** What a link to this very screen carries; or why there is none. */
export type Share =
  | { kind: "link"; source: Source; rows: number }
  | { kind: "too_many_rows"; rows: number }
  | { kind: "no_view" };

/**
 * Gathers what a link needs to show another reader this screen: the step, the window, the edits, and the data. The data
 * of a sample is named; a reader's own travels in the link, behind #, which servers do not see.
 */
export async function shareLink(): Promise<Share> {
  const state = useAppStore.getState();
  if (state.source.kind !== "own") return { kind: "link", source: state.source, rows: 0 };
  const view = viewInSight(state);
  if (view === null || state.overview === null) return { kind: "no_view" };
  const used = new Set([view.definition.labelFg, ...view.definition.joins.map((join) => join.fgName)]);
  const groups = state.overview.groups.filter(({ definition }) => used.has(definition.name));
  const rows = groups.reduce((sum, group) => sum + group.numRows, 0);
  if (rows > MOST_ROWS_IN_A_LINK) return { kind: "too_many_rows", rows };
  const scenario: Scenario = {
    version: 1,
    name: "shared",
    title: `Shared: ${view.definition.name}`,
    groups: await Promise.all(groups.map(inlineGroup)),
    view: plainView(view.definition),
  };
  return { kind: "link", source: { kind: "scenario", packed: pack(scenario) }, rows };
}

/** The address of this very screen on some data, with some parts of it taken away. */
export function linkTo(source: Source, hide: readonly Hideable[]): string {
  const place = { ...useAppStore.getState().place, hide };
  return `${window.location.href.replace(/#.*/s, "")}#${withSource(formatPlace(place), source)}`;
}

async function inlineGroup({ definition, columns, numRows }: GroupSummary): Promise<ScenarioGroup> {
  const table = tableFromIPC(await store().groupRows(definition.name, 0, numRows));
  const cells = columns.map(({ name, type }) => ({ name, type, read: cellReader(table.getChild(name)) }));
  const rows = Array.from(
    { length: numRows },
    (_, row): InlineRow =>
      Object.fromEntries(cells.map(({ name, type, read }) => [name, inlineOf(read(row), type)])),
  );
  const { schema, primaryKeys, ...rest } = definition;
  return {
    definition: { ...withoutUndefined(rest), schema: { ...schema }, primaryKeys: [...primaryKeys] },
    rows: { kind: "inline", rows },
  };
}

/** A definition as JSON goes: what is not said is not there. */
function plainView(definition: FeatureViewDefinition): ViewDefinition {
  return JSON.parse(JSON.stringify(definition)) as ViewDefinition;
}

function withoutUndefined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as T;
}
