import {
  type Duration,
  type FeatureGroupDefinition,
  type FeatureViewDefinition,
  type JoinDefinition,
  parseDuration,
} from "../microfs/core";
import { type Edit, editsOfView, type RuleEdit } from "../scenario/edits/edit";
import { editedRule, editedView } from "../scenario/edits/edit-slice";
import type { KeyCheck, KeyPair } from "../worker/check-keys";
import type { GroupSummary, StoreOverview, ViewSummary } from "../worker/results";
import type { App, AppState } from "./app";
import { storeOf } from "./connection";
import { makeEdit } from "./editing";
import { freeName } from "./imports/import-target";
import { goTo } from "./route/go-to";
import { currentView, viewEdits } from "./training-queries";
import { joinNumberIn } from "./view/join-numbers";
import { keyPairsOf } from "./view/key-pairs";
import { guessLabel, spineColumnsOf } from "./view/label-guess";
import { changeView, whenViewsStand } from "./view/view-changes";

/** Makes a first view on a spine, joined with every group that shares its key, and looks at it. */
export async function startView(app: App, overview: StoreOverview, spine: GroupSummary): Promise<void> {
  const taken = new Set(overview.views.map(({ definition }) => definition.name));
  const name = freeName(`${spine.definition.name}_view`, taken);
  // Another view's spine holds what was asked, not what is known.
  const spines = new Set(overview.views.map(({ definition }) => definition.labelFg));
  const others = overview.groups.filter((group) => group !== spine && !spines.has(group.definition.name));
  const joins = await proposeJoins(app, spine, others);
  goTo(app, { view: name });
  await changeView(app, name, () => viewOn(name, spine, joins));
}

/** A view on a spine, with the label that its columns' names suggest. */
function viewOn(name: string, spine: GroupSummary, joins: readonly JoinDefinition[]): FeatureViewDefinition {
  const keys = new Set(joins.flatMap(({ on }) => spineColumnsOf(on)));
  const label = guessLabel(
    spine.definition,
    spine.columns.filter((column) => !keys.has(column.name)),
  );
  return { name, labelFg: spine.definition.name, joins, ...(label !== null && { label }) };
}

/** Puts a view on another spine, joined with every group that shares its key. */
export async function changeSpine(
  app: App,
  name: string,
  overview: StoreOverview,
  to: string,
): Promise<void> {
  const spine = groupNamed(overview, to);
  if (spine === null) return;
  const others = overview.groups.filter((group) => group !== spine);
  const joins = await proposeJoins(app, spine, others);
  await changeView(app, name, (newest) => newest && viewOn(name, spine, joins));
}

/**
 * The joins that suggest themselves: those whose columns' names agree, and of those that only a type agrees for, the ones in
 * which most of the spine's keys are found. Where that leaves none, all of them: a guess that can be looked at.
 */
async function proposeJoins(
  app: App,
  spine: GroupSummary,
  others: readonly GroupSummary[],
): Promise<JoinDefinition[]> {
  const proposed = others.flatMap((group) => proposeJoin(spine, group) ?? []);
  const guesses = proposed.filter((join) => !isByName(join));
  const requests = guesses.map(({ fgName, on }) => {
    return { spine: spine.definition.name, group: fgName, on: keyPairsOf(on) };
  });
  const checks = await storeOf(app)
    .checkKeys(requests, [], new AbortController().signal)
    // A store that cannot answer cannot keep the view either, which then says so.
    .catch(() => []);
  const meeting = new Map(checks.map((check) => [check.request.group, joinWhereKeysMeet(check)]));
  const joins = proposed.flatMap((join) => (isByName(join) ? join : (meeting.get(join.fgName) ?? [])));
  return joins.length > 0 ? joins : proposed;
}

function isByName({ on }: JoinDefinition): boolean {
  return Array.isArray(on);
}

/** The join on the columns that were checked, or on the better ones that were found; `null` where fewer than half of the rows find their key. */
function joinWhereKeysMeet({ request, askedRows, foundRows, mapping }: KeyCheck): JoinDefinition | null {
  const isMost = (rows: number) => rows > 0 && 2 * rows >= askedRows;
  const on = ({ spineColumn, column }: KeyPair) => ({ [spineColumn]: column });
  if (isMost(foundRows)) return { fgName: request.group, on: Object.assign({}, ...request.on.map(on)) };
  return mapping !== null && isMost(mapping.foundRows)
    ? { fgName: request.group, on: on(mapping.pair) }
    : null;
}

/** Deletes a view, which can be taken back. Its groups stay. */
export async function deleteView(app: App, name: string): Promise<void> {
  await changeView(
    app,
    name,
    () => null,
    ({ route }) => ({ route: { ...route, view: null, row: null } }),
  );
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
  // What has the name is meant by it: another column of the right type would be a guess that finds nothing.
  if (typeOf(spine, key) !== undefined) return undefined;
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

/** What a view is to predict, and how long after its moment that is known. */
export type LabelDefinition = Pick<FeatureViewDefinition, "label" | "labelHorizon">;

/** Changes what a view is to predict. */
export function changeLabel(app: App, name: string, change: LabelDefinition): Promise<void> {
  return changeView(app, name, (newest) => newest && { ...newest, ...change });
}

/** Joins one more group, unless it is joined by then. */
export function addJoin(app: App, name: string, join: JoinDefinition): Promise<void> {
  return changeView(app, name, (newest) => {
    if (newest === null || joinNumberIn(newest.joins, join, -1) >= 0) return newest;
    return { ...newest, joins: [...newest.joins, join] };
  });
}

/**
 * Takes a join out of a view. Edits of its rule go with it, also those that undo would bring back; those of later joins keep
 * theirs.
 *
 * @param view - As it was when this was chosen: `number` counts its joins.
 */
export function removeJoin(app: App, view: FeatureViewDefinition, number: number): Promise<void> {
  return changeJoins(app, view, number, () => []);
}

/** Changes one join of a view. Parameters as in {@link removeJoin}. */
export function changeJoin(
  app: App,
  view: FeatureViewDefinition,
  number: number,
  change: Partial<JoinDefinition>,
): Promise<void> {
  return changeJoins(app, view, number, (join) => [{ ...join, ...change }]);
}

/** Puts other joins in the place of one, where that is still there when its turn comes. */
function changeJoins(
  app: App,
  { name, joins }: FeatureViewDefinition,
  number: number,
  change: (join: JoinDefinition) => readonly JoinDefinition[],
): Promise<void> {
  const chosen = joins[number];
  return changeView(app, name, (newest) => {
    const at = newest === null || chosen === undefined ? -1 : joinNumberIn(newest.joins, chosen, number);
    if (newest === null || at < 0) return newest;
    return { ...newest, joins: newest.joins.flatMap((join, i) => (i === at ? change(join) : [join])) };
  });
}

/** What of a join is its rule. */
export type RuleDefinition = Pick<
  JoinDefinition,
  "ttl" | "delay" | "asOf" | "allowExactMatches" | "direction"
>;

/**
 * Changes a join's rule. On a sample or on linked data that is an edit of the document like any other; the reader's own
 * view is stored anew, unless edits lie on top of that rule. An edit names its join by its number: it waits until that is
 * not about to be another.
 *
 * @param view - As it was when this was chosen: `number` counts its joins.
 */
export async function changeRule(
  app: App,
  view: FeatureViewDefinition,
  number: number,
  change: RuleDefinition,
): Promise<void> {
  const chosen = view.joins[number];
  await whenViewsStand(app);
  const { document, overview } = app.state.getState();
  const newest = overview?.views.find(({ definition }) => definition.name === view.name);
  const join =
    chosen === undefined || newest === undefined ? -1 : joinNumberIn(newest.definition.joins, chosen, number);
  if (overview === null || chosen === undefined || newest === undefined || join < 0) return;
  const isEdited = editsOfView(document.edits, view.name).some(
    (edit) => edit.kind === "rule" && edit.join === join,
  );
  if (document.dataset.kind === "own" && !isEdited) return changeJoin(app, newest.definition, join, change);
  const group = groupNamed(overview, chosen.fgName);
  makeEdit(app, { kind: "rule", view: view.name, join, ...ruleEdit(change, group?.definition) });
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
