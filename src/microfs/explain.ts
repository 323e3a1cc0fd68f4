import type { JoinRule, ReasonName, Verdict } from "./join/rule";

/** A feature row with the spine row's entity key, whatever its time. Times in microseconds. */
export interface Candidate {
  /** The row's number in the feature group's table: the order of insertion. */
  row: number;
  eventTime: bigint;
  /** `null` where the group has no created time. */
  createdTime: bigint | null;
}

export interface EvaluatedCandidate extends Candidate {
  verdict: Verdict;
}

/** Every candidate with its verdict, in time order, and the reason of the whole. */
export interface Explanation {
  reason: ReasonName;
  candidates: EvaluatedCandidate[];
}

/**
 * The rule of the as-of join, said slowly: every candidate of one spine row gets a verdict. The kernel
 * (`asofJoin`) says the same rule fast; property tests hold the two equal.
 *
 * @param t - The spine row's time, microseconds.
 * @param entity - The candidates, in any order; `null` where the spine row's key is null, which matches nothing.
 */
// phase: find_entity
export function explain(t: bigint, entity: readonly Candidate[] | null, rule: JoinRule): Explanation {
  if (entity === null) return { reason: "null_key", candidates: [] };
  const candidates = [...entity].sort(inTimeOrder); // phase: find_entity
  if (candidates.length === 0) return { reason: "no_entity", candidates: [] };
  const evaluated = evaluate(candidates, t, rule);
  return { reason: reasonOf(evaluated), candidates: evaluated };
}

/** Earlier event first; of equal ones the earlier known; of those the earlier inserted. */
// phase: keep_latest
export function inTimeOrder(a: Candidate, b: Candidate): number {
  if (a.eventTime !== b.eventTime) return a.eventTime < b.eventTime ? -1 : 1;
  if (a.createdTime !== null && b.createdTime !== null && a.createdTime !== b.createdTime) {
    return a.createdTime < b.createdTime ? -1 : 1;
  }
  return a.row - b.row;
}

function evaluate(candidates: readonly Candidate[], t: bigint, rule: JoinRule): EvaluatedCandidate[] {
  const ruledOut = candidates.map((row) => ruleOut(row, t, rule));
  const rest = candidates.filter((_, i) => ruledOut[i] === null);
  const best = pick(rest, t, rule);
  return candidates.map((row, i) => ({ ...row, verdict: ruledOut[i] ?? finalVerdict(row, best, t, rule) }));
}

/** The verdict of a row that is out of the question, whatever the other rows are; else `null`. */
function ruleOut(row: Candidate, t: bigint, rule: JoinRule): Verdict | null {
  switch (rule.direction) {
    case "backward":
      if (isFuture(row, t, rule)) return "future"; // phase: rule_out_future
      if (isNotYetKnown(row, t, rule)) return "not_yet_known"; // phase: rule_out_not_yet_known
      if (isTooOld(row, t, rule)) return "expired"; // phase: rule_out_expired
      return null;
    case "forward":
      if (row.eventTime < t || isForbiddenExactMatch(row, t, rule)) return "wrong_side"; // phase: rule_out_wrong_side
      return isTooFar(row, t, rule) ? "expired" : null; // phase: rule_out_expired
    case "nearest":
      if (isForbiddenExactMatch(row, t, rule)) return "wrong_side"; // phase: rule_out_wrong_side
      return isTooFar(row, t, rule) ? "expired" : null; // phase: rule_out_expired
    case "latest":
      return null;
  }
}

/** Among the rows that remain, in time order, the one the direction wants. */
// phase: keep_latest
function pick(rest: readonly Candidate[], t: bigint, rule: JoinRule): Candidate | undefined {
  switch (rule.direction) {
    case "backward":
    case "latest":
      return rest.at(-1);
    case "forward":
      return rest.findLast((row) => row.eventTime === rest[0].eventTime);
    case "nearest": {
      const closest = rest.reduce<Candidate | undefined>(
        (best, row) => (best && distance(best, t) <= distance(row, t) ? best : row),
        undefined,
      );
      return rest.findLast((row) => row.eventTime === closest?.eventTime);
    }
  }
}

// phase: write_cell
function finalVerdict(row: Candidate, best: Candidate | undefined, t: bigint, rule: JoinRule): Verdict {
  if (row !== best) return "superseded"; // phase: keep_latest
  // `latest` picks first and asks the age afterwards, of the one it picked.
  if (rule.direction === "latest" && isTooOld(row, t, rule)) return "expired"; // phase: rule_out_expired
  return "chosen"; // phase: write_cell
}

// phase: rule_out_future
function isFuture(row: Candidate, t: bigint, rule: JoinRule): boolean {
  return row.eventTime > t || isForbiddenExactMatch(row, t, rule);
}

// phase: rule_out_not_yet_known
function isNotYetKnown(row: Candidate, t: bigint, rule: JoinRule): boolean {
  return clockOf(row, rule) > t;
}

/** An age equal to the TTL is still fresh. */
// phase: rule_out_expired of backward, latest
function isTooOld(row: Candidate, t: bigint, rule: JoinRule): boolean {
  return rule.ttlUs !== null && t - row.eventTime > rule.ttlUs;
}

// phase: rule_out_expired of forward, nearest
function isTooFar(row: Candidate, t: bigint, rule: JoinRule): boolean {
  return rule.ttlUs !== null && distance(row, t) > rule.ttlUs;
}

// phase: rule_out_future, rule_out_wrong_side
function isForbiddenExactMatch(row: Candidate, t: bigint, rule: JoinRule): boolean {
  return row.eventTime === t && !rule.allowExactMatches;
}

function distance(row: Candidate, t: bigint): bigint {
  return row.eventTime > t ? row.eventTime - t : t - row.eventTime;
}

/** When the join's clock says that the row became known, delay included. */
// phase: rule_out_not_yet_known
export function clockOf(row: Candidate, rule: Pick<JoinRule, "clock" | "delayUs">): bigint {
  const clock = rule.clock === "created_time" && row.createdTime !== null ? row.createdTime : row.eventTime;
  return clock + rule.delayUs;
}

/**
 * Known at: the moment a row can first be used. It has happened by then, and the clock, delay included, says
 * that the store knew it. Under a group's own clock and delay this is what a leak is measured against.
 */
export function knownAt(row: Candidate, groupClock: Pick<JoinRule, "clock" | "delayUs">): bigint {
  const clock = clockOf(row, groupClock);
  return clock > row.eventTime ? clock : row.eventTime;
}

/** The verdicts that explain an empty cell, the first that applies first. */
const REASONS_FOR_NO_MATCH = [
  ["expired", "expired"],
  ["not_yet_known", "not_yet_known"],
  ["future", "future_only"],
  ["wrong_side", "wrong_side"],
] as const;

function reasonOf(evaluated: readonly EvaluatedCandidate[]): ReasonName {
  const has = (verdict: Verdict) => evaluated.some((row) => row.verdict === verdict);
  if (has("chosen")) return "chosen";
  for (const [verdict, reason] of REASONS_FOR_NO_MATCH) if (has(verdict)) return reason; // phase: write_cell
  return "no_entity";
}
