import {
  type Duration,
  type FeatureGroupDefinition,
  type FeatureViewDefinition,
  type JoinDefinition,
  parseDuration,
} from "../microfs/core";
import { type Edit, editsOfView, type RuleEdit } from "../scenario/edits/edit";
import { editedRule, editedView } from "../scenario/edits/edit-slice";
import type { GroupSummary, StoreOverview, ViewSummary } from "../worker/results";
import { type App, type AppState, showMessage } from "./app";
import { offlineChanged, storeOf } from "./connection";
import { rekeyed } from "./document";
import { makeEdit } from "./editing";
import { freeName } from "./imports/import-target";
import { toError } from "./query";
import { goTo } from "./route/go-to";
import { currentView, viewEdits } from "./training-queries";

/**
 * Puts a view in the place of the one of its name. What makes no sense is refused with a message, and nothing changes.
 *
 * @param change - What else of the state is then to change, in the same step.
 */
export async function putView(
  app: App,
  definition: FeatureViewDefinition,
  change?: (state: AppState) => Partial<AppState>,
): Promise<void> {
  try {
    await storeOf(app).createFeatureView(definition, { replace: true });
  } catch (error) {
    showMessage(app, { text: toError(error).message, isError: true });
    return offlineChanged(app);
  }
  showMessage(app, null);
  await offlineChanged(app, change);
}

/** Makes a first view on a spine, joined with every group that shares its key, and looks at it. */
export async function startView(app: App, overview: StoreOverview, spine: GroupSummary): Promise<void> {
  const taken = new Set(overview.views.map(({ definition }) => definition.name));
  const name = freeName(`${spine.definition.name}_view`, taken);
  // Another view's spine holds what was asked, not what is known.
  const spines = new Set(overview.views.map(({ definition }) => definition.labelFg));
  const others = overview.groups.filter((group) => group !== spine && !spines.has(group.definition.name));
  const proposed = others.flatMap((group) => proposeJoin(spine, group) ?? []);
  // A key of the same type alone is a guess: it is made only where no name agrees.
  const named = proposed.filter(({ on }) => Array.isArray(on));
  const joins = named.length > 0 ? named : proposed;
  goTo(app, { view: name });
  await putView(app, { name, labelFg: spine.definition.name, joins });
}

/** Deletes a view. Its groups stay. */
export async function deleteView(app: App, name: string): Promise<void> {
  await storeOf(app).deleteFeatureView(name);
  goTo(app, { view: null });
  await offlineChanged(app);
}

/** Casts a group's key column, so that it can be joined. Says why where that cannot be. */
export async function convertKey(
  app: App,
  fgName: string,
  column: string,
  to: "int64" | "string",
): Promise<void> {
  try {
    await storeOf(app).convertColumn(fgName, column, to);
    showMessage(app, {
      text: `${column} of ${fgName} is ${to === "string" ? "text" : "whole numbers"} now.`,
      isError: false,
    });
  } catch (error) {
    showMessage(app, { text: toError(error).message, isError: true });
  }
  await offlineChanged(app);
}

/**
 * The join that suggests itself: every key column of the group with the spine's column of the same name, or where
 * there is none, of the same type among the spine's keys. `null` where a key column finds no partner of its type.
 */
export function proposeJoin(spine: GroupSummary, group: GroupSummary): JoinDefinition | null {
  const on = new Map<string, string>();
  for (const key of group.definition.primaryKeys) {
    const partner = partnerOf(spine, group, key);
    if (partner === undefined) return null;
    on.set(partner, key);
  }
  if (on.size < group.definition.primaryKeys.length) return null;
  const isSameNames = [...on].every(([spineColumn, column]) => spineColumn === column);
  return { fgName: group.definition.name, on: isSameNames ? [...on.keys()] : Object.fromEntries(on) };
}

function partnerOf(spine: GroupSummary, group: GroupSummary, key: string): string | undefined {
  const type = typeOf(group, key);
  if (typeOf(spine, key) === type) return key;
  const keys = spine.definition.primaryKeys;
  return keys.length === 1 &&
    group.definition.primaryKeys.length === 1 &&
    typeOf(spine, keys[0] ?? "") === type
    ? keys[0]
    : undefined;
}

/** The type of a group's column, or `undefined` where there is none. */
export function typeOf(group: GroupSummary, column: string): string | undefined {
  return group.columns.find(({ name }) => name === column)?.type;
}

/** The groups by name. */
export function groupNamed(overview: StoreOverview, name: string): GroupSummary | null {
  return overview.groups.find(({ definition }) => definition.name === name) ?? null;
}

/** Takes a join out of a view. Edits of its rule go with it, also those that undo would bring back; those of later joins keep theirs. */
export async function removeJoin(app: App, view: FeatureViewDefinition, number: number): Promise<void> {
  const joins = view.joins.filter((_, i) => i !== number);
  await putView(app, { ...view, joins }, ({ document }) => ({
    document: rekeyed(document, (edit) => {
      const isOfView = edit.kind === "rule" && (edit.view ?? view.name) === view.name;
      if (!isOfView || edit.join < number) return edit;
      return edit.join === number ? null : { ...edit, join: edit.join - 1 };
    }),
  }));
}

/** What of a join is its rule. */
export type RuleDefinition = Pick<
  JoinDefinition,
  "ttl" | "delay" | "asOf" | "allowExactMatches" | "direction"
>;

/**
 * Changes a join's rule. On a sample or on linked data that is an edit of the document like any other; the reader's own
 * view is stored anew, unless edits lie on top of that rule.
 */
export async function changeRule(
  app: App,
  view: FeatureViewDefinition,
  number: number,
  change: RuleDefinition,
): Promise<void> {
  const { document, overview } = app.state.getState();
  const isEdited = editsOfView(document.edits, view.name).some(
    (edit) => edit.kind === "rule" && edit.join === number,
  );
  if (document.dataset.kind === "own" && !isEdited) return putView(app, withJoin(view, number, change));
  const group = overview && groupNamed(overview, view.joins[number]?.fgName ?? "");
  makeEdit(app, { kind: "rule", view: view.name, join: number, ...ruleEdit(change, group?.definition) });
}

/** A change of a rule as an edit says it: what is left to the group comes to what the group says. */
function ruleEdit(
  change: RuleDefinition,
  group: FeatureGroupDefinition | undefined,
): Omit<RuleEdit, "kind" | "view" | "join"> {
  const { asOf, allowExactMatches, direction } = change;
  const own = (name: "ttl" | "delay") => (change[name] === undefined ? group?.[name] : change[name]) ?? null;
  const us = (duration: Duration | null) =>
    duration === null ? null : String(parseDuration(duration, "duration"));
  return {
    ...("ttl" in change && { ttlUs: us(own("ttl")) }),
    ...("delay" in change && { delayUs: us(own("delay")) ?? "0" }),
    ...(asOf != null && { clock: asOf }),
    ...(allowExactMatches !== undefined && { allowExactMatches }),
    ...(direction !== undefined && { direction }),
  };
}

/** The current view as the edits of rules leave it. The same reference for the same state. */
export function editedCurrentView(app: App): (state: AppState) => ViewSummary | null {
  const editsOf = app.part(viewEdits);
  let last: { view: ViewSummary; edits: readonly Edit[]; edited: ViewSummary } | null = null;
  return (state) => {
    const view = currentView(state);
    if (view === null) return null;
    const edits = editsOf(state);
    if (last?.view !== view || last.edits !== edits)
      last = {
        view,
        edits,
        edited: {
          ...view,
          definition: editedView(view.definition, view.rules, edits),
          rules: view.rules.map((rule, join) => editedRule(rule, join, edits)),
        },
      };
    return last.edited;
  };
}

/** The view's definition with one join changed. */
export function withJoin(
  view: FeatureViewDefinition,
  number: number,
  change: Partial<JoinDefinition>,
): FeatureViewDefinition {
  return { ...view, joins: view.joins.map((join, i) => (i === number ? { ...join, ...change } : join)) };
}
