import {
  asofJoin,
  type Candidate,
  copiedRow,
  type EntitySlice,
  explainSlice,
  joinSlice,
  materializeRule,
  NO_MATCH,
  NULL_KEY,
  readTimeText,
  reasonName,
  type ServingStatus,
  type SliceJoin,
  servingStatus,
  sliceFeatures,
  toTimes,
} from "../../microfs/core";
import type { Edit } from "../../scenario/edits/edit";
import type { Scenario, ScenarioAction } from "../../scenario/scenario";
import { editedScenarioSlice } from "../edited-scenario-slice";
import type { ActionDone, ActionsRun } from "../serving/actions-run";
import type { BeliefName } from "./beliefs";
import type { Answered } from "./option";

/** A scenario, with what a question's variant changes of its rows. */
export interface ServedScenario {
  readonly scenario: Scenario;
  readonly edits: readonly Edit[];
  /** The spine row's number: its entity is looked up. */
  readonly row: number;
  readonly join: number;
}

/** What a look-up gives of one join after a scenario's actions. */
export interface ServedRow {
  readonly status: ServingStatus;
  /** The row that is online, by its number in the group's table, served or not; `null` for none. */
  readonly online: number | null;
  readonly nowUs: bigint;
}

/**
 * What the scenario's last look-up gives of a join, as the store would: the engine's own rule for what a run copies, what
 * stays and what is served, on the entity's rows as they are there at each action. Costs O(actions × rows).
 *
 * @throws RangeError where the scenario looks nothing up, or without a moment.
 */
export function servedRow(of: ServedScenario): ServedRow {
  const { last, nowUs } = lastLookUp(of.scenario);
  const { online, ttlUs } = storesAfter(of)[last] ?? { online: undefined, ttlUs: null };
  return {
    status: servingStatus(online?.eventTime ?? null, ttlUs, nowUs),
    online: online?.row ?? null,
    nowUs,
  };
}

/**
 * What both stores hold after each of a scenario's actions, and what is trained in the end, as a run on a real store would
 * have it, by the same rules. Costs O(actions × rows).
 *
 * @throws RangeError where the scenario looks nothing up, or without a moment.
 */
export function servedRun(of: ServedScenario): ActionsRun {
  const { actions = [] } = of.scenario;
  const tUs = lastLookUp(of.scenario).nowUs;
  const done = storesAfter(of).map(({ history, online, ttlUs }, i): ActionDone => {
    const action = actions[i];
    const onlineUs = online?.eventTime ?? null;
    const nowUs = action?.kind === "lookUp" && action.now !== undefined ? momentUs(action.now) : null;
    return {
      historyUs: history,
      onlineUs,
      lookedUp:
        nowUs === null ? null : { status: servingStatus(onlineUs, ttlUs, nowUs), eventTimeUs: onlineUs },
    };
  });
  const slice = editedScenarioSlice(of.scenario, of.row, of.edits);
  const join = joinOf(of.scenario, of.edits, of.row, of.join);
  const position = slice.spine.rows.indexOf(of.row);
  const { index, reason } = joinSlice(slice, join);
  const at = index[position] ?? NO_MATCH;
  return {
    done,
    trained: {
      tUs,
      eventTimeUs: at === NO_MATCH ? null : (join.eventTimesUs[at] ?? null),
      reason: reasonName(reason[position] ?? -1),
    },
  };
}

function lastLookUp({ name, actions = [] }: Scenario): { readonly last: number; readonly nowUs: bigint } {
  const last = actions.findLastIndex(({ kind }) => kind === "lookUp");
  const lookUp = actions[last];
  if (lookUp?.kind !== "lookUp" || lookUp.now === undefined)
    throw new RangeError(`the scenario ${name} must look an entity up at a moment`);
  return { last, nowUs: momentUs(lookUp.now) };
}

interface Stores {
  /** Event times, ascending. */
  readonly history: readonly bigint[];
  readonly online: Candidate | undefined;
  readonly ttlUs: bigint | null;
}

/** What both stores hold after each action. */
function storesAfter({ scenario, edits, row, join }: ServedScenario): readonly Stores[] {
  const { actions = [] } = scenario;
  let online: Candidate | undefined;
  return actions.map((action, i) => {
    // An action copies of what is there once it is done: it is no write itself.
    const there = joinOf({ ...scenario, actions: actions.slice(0, i + 1) }, edits, row, join);
    const copied = copiedBy(action, there);
    if (copied !== undefined && copiedRow(online, copied) === "written") online = copied;
    return { history: [...there.eventTimesUs].sort(byTime), online, ttlUs: there.rule.ttlUs };
  });
}

const byTime = (a: bigint, b: bigint) => (a < b ? -1 : a > b ? 1 : 0);

function joinOf(scenario: Scenario, edits: readonly Edit[], row: number, number: number): SliceJoin {
  const join = editedScenarioSlice(scenario, row, edits).joins[number];
  if (join === undefined) throw new RangeError(`the scenario ${scenario.name} has no join ${number}`);
  return join;
}

/** The row that an action copies online of the rows that are there; `undefined` where it copies none. */
function copiedBy(action: ScenarioAction | undefined, join: SliceJoin): Candidate | undefined {
  if (action?.kind !== "materialize" || action.group !== join.fgName) return undefined;
  const asOfUs = action.asOf === undefined ? null : momentUs(action.asOf);
  const spine = {
    keys: Int32Array.of(join.keyIsNull ? NULL_KEY : 0),
    times: toTimes(BigInt64Array.of(asOfUs ?? 0n)),
  };
  const at = asofJoin(spine, sliceFeatures(join), materializeRule(join.groupClock, asOfUs)).index[0];
  if (at === undefined || at === NO_MATCH) return undefined;
  return {
    row: join.rows[at] ?? NO_MATCH,
    eventTime: join.eventTimesUs[at] ?? 0n,
    createdTime: join.createdTimesUs?.[at] ?? null,
  };
}

function momentUs(text: string): bigint {
  const read = readTimeText(text);
  if (read.ok) return read.value;
  throw new RangeError(`${text} is no moment`);
}

/**
 * The answer to a question of what a look-up gives: one of the rows that the history has in the end, or none.
 *
 * @param slice - Of the scenario with all its actions, as the variant has it.
 * @throws RangeError where the spine row does not stand at the look-up's moment: what was trained then could not be set beside it.
 */
export function servedAnswer(slice: EntitySlice, of: ServedScenario): Answered {
  const join = slice.joins[of.join];
  const position = slice.spine.rows.indexOf(of.row);
  if (join === undefined || position === -1)
    throw new RangeError(`there is no spine row ${of.row} with a join ${of.join}`);
  const served = servedRow(of);
  if (slice.spine.timesUs[position] !== served.nowUs)
    throw new RangeError(`spine row ${of.row} must stand at the moment of the look-up`);
  const { candidates } = explainSlice(slice, join, position);
  const rows = candidates.map(({ row }) => row);
  const right = served.status === "found" ? idOf(served.online) : NONE;
  const beliefs = new Map<string, BeliefName>();
  for (const [id, belief] of wrongRows(slice, of, candidates, position, served))
    if (id !== NONE && id !== right && !beliefs.has(id)) beliefs.set(id, belief);
  for (const row of rows.map(idOf))
    if (row !== right && !beliefs.has(row))
      beliefs.set(row, right === NONE ? "online_history" : "older_online");
  if (right !== NONE) beliefs.set(NONE, "nothing_online");
  return {
    options: [
      ...rows.map((row) => ({ id: idOf(row), kind: "row", row }) as const),
      { id: NONE, kind: "none" },
    ],
    right,
    beliefs,
  };
}

const NONE = "none";

function idOf(row: number | null): string {
  return row === null ? NONE : `row:${row}`;
}

/** The rows that somebody would take who believes otherwise, the likeliest first. */
function wrongRows(
  slice: EntitySlice,
  of: ServedScenario,
  candidates: readonly Candidate[],
  position: number,
  { status, online, nowUs }: ServedRow,
): (readonly [id: string, belief: BeliefName])[] {
  const join = joinOf(of.scenario, of.edits, of.row, of.join);
  const at = joinSlice(slice, join).index[position] ?? NO_MATCH;
  const trained = at === NO_MATCH ? null : (join.rows[at] ?? null);
  const written = Math.max(...join.rows);
  const isLatest = candidates.at(-1)?.row === written;
  const later = candidates.filter(({ eventTime }) => eventTime > nowUs);
  return [
    ...later.map(({ row }) => [idOf(row), "online_ahead"] as const),
    ...(status === "expired" ? [[idOf(online), "any_age"] as const] : []),
    [idOf(trained), status === "future" ? "online_history" : "online_follows"],
    // Before what was written last: that says nothing of a row which no run could copy, however late it lies.
    ...arrivedAfterRuns(of, join).map((row) => [idOf(row), "online_follows"] as const),
    ...(isLatest ? [] : [[idOf(written), "last_written"] as const]),
  ];
}

/** The rows that came into the history once all materializing was done, by their numbers. */
function arrivedAfterRuns({ scenario, edits, row, join: number }: ServedScenario, join: SliceJoin): number[] {
  const { actions = [] } = scenario;
  const isRun = (action: ScenarioAction) => action.kind === "materialize" && action.group === join.fgName;
  const before = { ...scenario, actions: actions.slice(0, actions.findLastIndex(isRun) + 1) };
  const could = new Set(joinOf(before, edits, row, number).rows);
  return [...join.rows].filter((one) => !could.has(one));
}
