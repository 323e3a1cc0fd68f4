import { createStore, type StoreApi } from "zustand/vanilla";
import type { Edit } from "../../scenario/edits/edit";
import type { KeyMend } from "../../why-empty/keys/compare-keys";
import type { KeyCheck, KeyPair, KeyRequest } from "../../worker/check-keys";
import type { GroupSummary, ViewSummary } from "../../worker/results";
import type { App, AppState } from "../app";
import { storeOf } from "../connection";
import { changeJoin, groupNamed, proposeJoin, typeOf } from "../edit-view";
import { makeEdits } from "../editing";
import { latestData, type Query, query } from "../query";
import { currentView, viewEdits } from "../training-queries";
import { keyPairsOf } from "./key-pairs";

interface CheckKey {
  /** The requests as text: of the same joins the same is asked. */
  readonly requests: string;
  readonly revision: number;
  readonly edits: readonly Edit[];
}

/** How the keys meet of the joins of the view that is looked at, and of the groups that it cannot join for their types. */
export function keyChecks(_app: App): StoreApi<{ checks: Query<CheckKey, readonly KeyCheck[]> }> {
  return createStore<{ checks: Query<CheckKey, readonly KeyCheck[]> }>()(() => ({
    checks: { status: "idle" },
  }));
}

/** While View is looked at: keeps the checks in step with the view, the store and the edits. */
export function followKeyChecks(app: App): () => void {
  const { getState, setState } = app.part(keyChecks);
  const editsOf = app.part(viewEdits);
  const checks = query<CheckKey, readonly KeyCheck[]>({
    read: () => getState().checks,
    write: (now) => setState({ checks: now }),
    fetch: ({ requests, edits }, signal) =>
      storeOf(app).checkKeys(JSON.parse(requests) as KeyRequest[], edits, signal),
    // What is said of a join must be true of it now.
    keepsLatest: () => false,
  });
  const follow = () => {
    const state = app.state.getState();
    if (state.connection.status !== "ready" || state.route.stage !== "view") return;
    const requests = requestsOf(state);
    if (requests.length === 0) return;
    const edits = editsOf(state);
    checks.ensure({ requests: JSON.stringify(requests), revision: state.revision, edits });
  };
  follow();
  const stop = app.state.subscribe(follow);
  return () => {
    stop();
    checks.reset();
  };
}

function requestsOf(state: AppState): KeyRequest[] {
  const { overview } = state;
  const view = currentView(state);
  const spine = overview && view && groupNamed(overview, view.definition.labelFg);
  if (!overview || !view || !spine) return [];
  const joined = view.definition.joins.map((_, number) => joinRequest(view, number));
  const names = new Set([view.definition.labelFg, ...view.definition.joins.map(({ fgName }) => fgName)]);
  const others = overview.groups
    .filter((group) => !names.has(group.definition.name) && proposeJoin(spine, group) === null)
    .map((group) => otherRequest(spine, group));
  return [...joined, ...others].filter((request) => request !== null);
}

function joinRequest({ definition }: ViewSummary, number: number): KeyRequest | null {
  const join = definition.joins[number];
  return join === undefined
    ? null
    : { spine: definition.labelFg, group: join.fgName, on: keyPairsOf(join.on) };
}

/** The columns that a group would be joined on, but for their types; `null` where there are none that might mean the same. */
export function otherRequest(spine: GroupSummary, group: GroupSummary): KeyRequest | null {
  const differing = group.definition.primaryKeys.find((key) => typeOf(spine, key) !== typeOf(group, key));
  const key = differing ?? group.definition.primaryKeys[0];
  const spineColumn =
    key !== undefined && typeOf(spine, key) !== undefined ? key : spine.definition.primaryKeys[0];
  if (key === undefined || spineColumn === undefined) return null;
  return { spine: spine.definition.name, group: group.definition.name, on: [{ spineColumn, column: key }] };
}

/** What was found of a join, or of a group that is not joined; `null` until it is known. */
export function checkOf(
  { checks }: { readonly checks: Query<unknown, readonly KeyCheck[]> },
  group: string,
): KeyCheck | null {
  return latestData(checks)?.find(({ request }) => request.group === group) ?? null;
}

/** Whether a check is worth a word: fewer than half of the keys are found. */
export function findsLittle({ askedKeys, foundKeys }: KeyCheck): boolean {
  return askedKeys > 0 && foundKeys < askedKeys / 2;
}

/** Changes the columns on both sides that a mend changes, as edits of one step. */
export function mendKeys(
  app: App,
  { request, pair }: KeyCheck,
  mend: Extract<KeyMend, { kind: "change" }>,
): void {
  const columns = { spine: [request.spine, pair.spineColumn], group: [request.group, pair.column] } as const;
  const edits = mend.sides.map((side): Edit => {
    const [group, column] = columns[side];
    return { kind: "column", group, column, change: mend.change };
  });
  // Of a spine that is joined with itself both sides may be one.
  const isFirst = (edit: Edit, at: number) =>
    edits.findIndex((other) => JSON.stringify(other) === JSON.stringify(edit)) === at;
  makeEdits(app, edits.filter(isFirst));
}

/** Joins on the columns that find more. */
export function mapKeys(
  app: App,
  stored: ViewSummary["definition"],
  number: number,
  { spineColumn, column }: KeyPair,
): Promise<void> {
  return changeJoin(app, stored, number, { on: { [spineColumn]: column } });
}
