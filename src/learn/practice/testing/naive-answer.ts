import type { InlineRow, JoinDefinition, Scenario, ScenarioGroup } from "../../../scenario/scenario";
import type { Question } from "../../lesson";

/** A row of a group as plain numbers, milliseconds. */
interface Row {
  readonly number: number;
  readonly at: number;
  /** When it was written down; when it happened, where that is not kept. */
  readonly created: number;
}

/**
 * The right answer's id, found without the engine: rows are read as they are written in the scenario, and gone through one by
 * one. Of what it does not need, several entities, other directions and composite keys, it knows nothing.
 */
export function naiveAnswer(scenario: Scenario, question: Question): string {
  switch (question.kind) {
    case "row":
      return rowId(taken(scenario, question.row, question.join)?.number);
    case "rows":
      if (question.variant !== "own") throw new RangeError("only an as-of join is counted here");
      return `count:${spineMoments(scenario).length}`;
    case "feature": {
      const leaking = scenario.view.joins.flatMap((_, join) => (leaks(scenario, join) ? [join] : []));
      if (leaking.length !== 1) throw new RangeError(`${leaking.length} features leak`);
      return `join:${leaking[0]}`;
    }
    case "served":
      return rowId(served(scenario)?.number);
    default:
      throw new RangeError(`no ${question.kind} is asked in practice`);
  }
}

function rowId(row: number | undefined): string {
  return row === undefined ? "none" : `row:${row}`;
}

/** The row that a join writes into a training row. */
function taken(scenario: Scenario, spineRow: number, number: number): Row | undefined {
  const { group, join } = joinOf(scenario, number);
  const t = spineMoments(scenario)[spineRow] ?? Number.NaN;
  const ttl = minutesMs(join.ttl === undefined ? group.definition.ttl : join.ttl);
  return last(
    rowsOf(group).filter((row) => {
      const isBefore = row.at < t || (row.at === t && join.allowExactMatches !== false);
      return isBefore && knownMs(row, group, join.asOf) <= t && (ttl === null || t - row.at <= ttl);
    }),
  );
}

function leaks(scenario: Scenario, number: number): boolean {
  const { group } = joinOf(scenario, number);
  return spineMoments(scenario).some((t, spineRow) => {
    const row = taken(scenario, spineRow, number);
    return row !== undefined && knownMs(row, group, undefined) > t;
  });
}

/** What the online store has of its one entity, where it may be given at the moment of the look-up. */
function served({ groups, view, actions = [] }: Scenario): Row | undefined {
  const group = groups.find(({ definition }) => definition.name === view.joins[0]?.fgName);
  if (group === undefined) throw new RangeError("nothing is joined");
  const history = [...inline(group)];
  let online: Row | undefined;
  for (const action of actions) {
    if (action.kind === "write") history.push(...action.rows);
    else if (action.kind === "materialize")
      online = last([...(online ? [online] : []), ...readRows(history, group)]);
    else if (online !== undefined && online.at > timeMs(action.now ?? null)) return undefined;
  }
  return online;
}

/** The latest by when it happened, then by when it was written down, then by its number. */
function last(rows: readonly Row[]): Row | undefined {
  return [...rows].sort((a, b) => a.at - b.at || a.created - b.created || a.number - b.number).at(-1);
}

function knownMs({ at, created }: Row, { definition }: ScenarioGroup, asOf: JoinDefinition["asOf"]): number {
  const clock = asOf === "event_time" ? at : created;
  return Math.max(at, clock + (minutesMs(definition.delay) ?? 0));
}

function joinOf({ groups, view }: Scenario, number: number) {
  const join = view.joins[number];
  const group = groups.find(({ definition }) => definition.name === join?.fgName);
  if (join === undefined || group === undefined) throw new RangeError(`there is no join ${number}`);
  return { join, group };
}

function spineMoments({ groups, view }: Scenario): number[] {
  const spine = groups.find(({ definition }) => definition.name === view.labelFg);
  return spine === undefined ? [] : rowsOf(spine).map(({ at }) => at);
}

function inline({ rows }: ScenarioGroup): readonly InlineRow[] {
  if (rows.kind !== "inline") throw new RangeError("rows must be written out");
  return rows.rows;
}

function rowsOf(group: ScenarioGroup): Row[] {
  return readRows(inline(group), group);
}

function readRows(rows: readonly InlineRow[], { definition }: ScenarioGroup): Row[] {
  const { eventTime, createdTime } = definition;
  return rows.map((row, number) => {
    const at = timeMs(row[eventTime]);
    return { number, at, created: createdTime ? timeMs(row[createdTime]) : at };
  });
}

/** UTC: `2026-03-04 10:05`, or with T and Z. */
function timeMs(text: unknown): number {
  const ms = Date.parse(
    String(text)
      .replace(" ", "T")
      .replace(/(:\d\d)$/, "$1Z"),
  );
  if (Number.isNaN(ms)) throw new RangeError(`${text} is no time`);
  return ms;
}

/** `90m`; `null` for none. */
function minutesMs(text: unknown): number | null {
  if (text === undefined || text === null) return null;
  const minutes = /^(\d+)m$/.exec(String(text))?.[1];
  if (minutes === undefined) throw new RangeError(`${text} is no number of minutes`);
  return Number(minutes) * 60_000;
}
