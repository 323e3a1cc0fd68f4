import { type Candidate, type Explanation, explain, type JudgedCandidate } from "../../microfs/explain";
import type { JoinRule } from "../../microfs/join/join-rule";
import { firstAtOrAfter } from "./find-candidate";
import { CHOSEN, codeOf } from "./verdict-codes";

/** What is asked of a join's rows, in time order. */
interface Rows {
  readonly candidates: readonly Candidate[];
  /** Their created times as doubles; `null` where the group has none. */
  readonly createdUs: Float64Array | null;
}

/** Of the rows [from, to) those that a test is true of. */
interface Group {
  readonly from: number;
  readonly to: number;
  /** `null` where they all belong to it. */
  readonly has: ((position: number) => boolean) | null;
  /** Where the rows stand that are judged for all. */
  readonly spokesmen: readonly number[];
}

/**
 * The verdict of every row, without asking `explain` of every row. What rules a row out depends on how its two times
 * stand to a few moments and on nothing else, so rows in time order fall into few groups of one verdict each. `explain`
 * judges some rows of each group; among those are all that could be chosen. O(m) over numbers.
 *
 * @returns `codes` has the rows' verdicts as positions in `VERDICTS`.
 */
export function verdictsByGroup(
  rows: Rows,
  tUs: bigint,
  rule: JoinRule,
): { reason: Explanation["reason"]; codes: Uint8Array } {
  const groups = groupsOf(rows, tUs, rule);
  const { reason, candidates } = explainSpokesmen(rows, groups, tUs, rule);
  const verdicts = new Map(candidates.map(({ row, verdict }) => [row, codeOf(verdict)]));
  const codeAt = (position: number) => verdicts.get(rows.candidates[position]?.row ?? -1) ?? 0;
  const codes = new Uint8Array(rows.candidates.length);
  for (const { from, to, has, spokesmen } of groups) {
    const [first = 0, other = first] = spokesmen.map(codeAt);
    // The chosen one speaks for itself alone.
    const code = first === CHOSEN ? other : first;
    if (has === null) codes.fill(code, from, to);
    else for (let i = from; i < to; i++) if (has(i)) codes[i] = code;
  }
  for (const { spokesmen } of groups) for (const position of spokesmen) codes[position] = codeAt(position);
  return { reason, codes };
}

/** The row that a rule chooses; `undefined` where it chooses none. O(m) over numbers. */
export function chosenByGroup(rows: Rows, tUs: bigint, rule: JoinRule): JudgedCandidate | undefined {
  const { candidates } = explainSpokesmen(rows, groupsOf(rows, tUs, rule), tUs, rule);
  return candidates.find(({ verdict }) => verdict === "chosen");
}

function explainSpokesmen(rows: Rows, groups: readonly Group[], tUs: bigint, rule: JoinRule): Explanation {
  const spokesmen = groups.flatMap(({ spokesmen }) =>
    spokesmen.flatMap((position) => rows.candidates[position] ?? []),
  );
  return explain(tUs, spokesmen, rule);
}

/** Rows between two neighbours of these moments stand alike to the prediction, but for when they became known. */
function groupsOf(rows: Rows, tUs: bigint, rule: JoinRule): Group[] {
  const { candidates } = rows;
  const ttl = rule.ttlUs ?? 0n;
  const moments = [tUs, tUs - ttl, tUs + ttl, tUs - rule.delayUs];
  const cuts = moments.flatMap((us) => [firstAtOrAfter(candidates, us), firstAtOrAfter(candidates, us + 1n)]);
  const bounds = [...new Set([0, ...cuts, candidates.length])].sort((a, b) => a - b);
  const isLate = lateness(rows, tUs, rule);
  return bounds.slice(1).flatMap((to, i): Group[] => {
    const from = bounds[i] ?? 0;
    if (isLate === null) return [{ from, to, has: null, spokesmen: endsOf(candidates, from, to) }];
    return [isLate, (position: number) => !isLate(position)].flatMap((has) => {
      const spokesmen = endsAmong(has, from, to);
      return spokesmen.length === 0 ? [] : [{ from, to, has, spokesmen }];
    });
  });
}

/** Whether a row became known too late by its created time; `null` where the rule does not ask that. */
function lateness(
  { candidates, createdUs }: Rows,
  tUs: bigint,
  rule: JoinRule,
): ((position: number) => boolean) | null {
  if (rule.direction !== "backward" || rule.clock !== "created_time" || createdUs === null) return null;
  const limitUs = tUs - rule.delayUs;
  const limit = Number(limitUs);
  return (position) => {
    const created = createdUs[position] ?? 0;
    // Doubles round, and never past each other: what differs in them is told apart by them.
    if (created !== limit) return created > limit;
    return (candidates[position]?.createdTime ?? 0n) > limitUs;
  };
}

/** The first and the last row, and the last of those that share the first one's event time: who could be chosen is one of them. */
function endsOf(candidates: readonly Candidate[], from: number, to: number): number[] {
  const first = candidates[from];
  if (first === undefined) return [];
  const lastOfFirst = firstAtOrAfter(candidates, first.eventTime + 1n) - 1;
  return [...new Set([from, lastOfFirst, to - 1])];
}

/** The first and the last of the rows that a test is true of: a rule that asks when a row was known chooses the last. */
function endsAmong(has: (position: number) => boolean, from: number, to: number): number[] {
  let first = from;
  while (first < to && !has(first)) first++;
  if (first === to) return [];
  let last = to - 1;
  while (!has(last)) last--;
  return [...new Set([first, last])];
}
