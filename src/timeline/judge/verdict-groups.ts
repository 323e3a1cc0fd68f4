import { type Candidate, type Explanation, explain, type JudgedCandidate } from "../../microfs/explain";
import type { JoinRule } from "../../microfs/join/join-rule";
import { candidateAtOrAfter } from "../step/find-candidate";
import { CHOSEN, codeOf } from "./verdict-codes";

/** What is asked of a join's rows, in time order. */
interface Rows {
  readonly candidates: readonly Candidate[];
  /** Their created times as doubles; `null` where the group has none. */
  readonly createdUs: Float64Array | null;
}

/** Rows [from, to) that stand alike to the moment: all of them, or those that are late (1) or are not (0). */
interface Group {
  readonly from: number;
  readonly to: number;
  readonly late: 0 | 1 | null;
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
  const lateRows = lateness(rows, tUs, rule);
  const groups = groupsOf(rows, lateRows, tUs, rule);
  const { reason, candidates } = explainSpokesmen(rows, groups, tUs, rule);
  const verdicts = new Map(candidates.map(({ row, verdict }) => [row, codeOf(verdict)]));
  const codeAt = (position: number) => verdicts.get(rows.candidates[position]?.row ?? -1) ?? 0;
  const codes = new Uint8Array(rows.candidates.length);
  for (const { from, to, late, spokesmen } of groups) {
    const [first = 0, other = first] = spokesmen.map(codeAt);
    // The chosen one speaks for itself alone.
    const code = first === CHOSEN ? other : first;
    if (late === null || lateRows === null) codes.fill(code, from, to);
    else for (let i = from; i < to; i++) if (lateRows[i] === late) codes[i] = code;
  }
  for (const { spokesmen } of groups) for (const position of spokesmen) codes[position] = codeAt(position);
  return { reason, codes };
}

/** The row that a rule chooses; `undefined` where it chooses none. O(m) over numbers. */
export function chosenByGroup(rows: Rows, tUs: bigint, rule: JoinRule): JudgedCandidate | undefined {
  const groups = groupsOf(rows, lateness(rows, tUs, rule), tUs, rule);
  const { candidates } = explainSpokesmen(rows, groups, tUs, rule);
  return candidates.find(({ verdict }) => verdict === "chosen");
}

function explainSpokesmen(rows: Rows, groups: readonly Group[], tUs: bigint, rule: JoinRule): Explanation {
  const spokesmen = groups.flatMap(({ spokesmen }) =>
    spokesmen.flatMap((position) => rows.candidates[position] ?? []),
  );
  return explain(tUs, spokesmen, rule);
}

/** Rows between two neighbours of these moments stand alike to the prediction, but for when they became known. */
function groupsOf({ candidates }: Rows, lateRows: Uint8Array | null, tUs: bigint, rule: JoinRule): Group[] {
  const ttl = rule.ttlUs ?? 0n;
  const moments = [tUs, tUs - ttl, tUs + ttl, tUs - rule.delayUs];
  const cuts = moments.flatMap((us) => [
    candidateAtOrAfter(candidates, us),
    candidateAtOrAfter(candidates, us + 1n),
  ]);
  const bounds = [...new Set([0, ...cuts, candidates.length])].sort((a, b) => a - b);
  return bounds.slice(1).flatMap((to, i): Group[] => {
    const from = bounds[i] ?? 0;
    if (lateRows === null) return [{ from, to, late: null, spokesmen: endsOf(candidates, from, to) }];
    return ([0, 1] as const).flatMap((late) => {
      const spokesmen = endsAmong(lateRows.subarray(from, to), late).map((place) => from + place);
      return spokesmen.length === 0 ? [] : [{ from, to, late, spokesmen }];
    });
  });
}

/** Per row 1 where its created time says that it became known too late, else 0; `null` where the rule does not ask that. */
function lateness({ candidates, createdUs }: Rows, tUs: bigint, rule: JoinRule): Uint8Array | null {
  if (rule.direction !== "backward" || rule.clock !== "created_time" || createdUs === null) return null;
  const limitUs = tUs - rule.delayUs;
  const limit = Number(limitUs);
  const late = new Uint8Array(createdUs.length);
  for (let i = 0; i < late.length; i++) {
    const created = createdUs[i] ?? 0;
    if (created < limit) continue;
    // Doubles round, and never past each other: only those that are equal may hide a difference.
    if (created > limit || (candidates[i]?.createdTime ?? 0n) > limitUs) late[i] = 1;
  }
  return late;
}

/** The first and the last row, and the last of those that share the first one's event time: who could be chosen is one of them. */
function endsOf(candidates: readonly Candidate[], from: number, to: number): number[] {
  const first = candidates[from];
  if (first === undefined) return [];
  const lastOfFirst = candidateAtOrAfter(candidates, first.eventTime + 1n) - 1;
  return [...new Set([from, lastOfFirst, to - 1])];
}

/** The first and the last place of a flag: a rule that asks when a row was known chooses the last of those that remain. */
function endsAmong(flags: Uint8Array, flag: 0 | 1): number[] {
  const first = flags.indexOf(flag);
  return first === -1 ? [] : [...new Set([first, flags.lastIndexOf(flag)])];
}
