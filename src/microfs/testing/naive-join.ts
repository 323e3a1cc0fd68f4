/**
 * The as-of join as its specification reads, with no thought of speed: every spine row looks at every feature
 * row, every predicate is a line of the specification's tables. The oracle that kernel and `explain` are
 * measured against; it shares no code with them, on purpose.
 */

/** One row of a feature group. A key is a list of values, one a column; times are microseconds. */
export interface NaiveFeature {
  key: readonly KeyValue[];
  eventTime: bigint;
  createdTime: bigint | null;
}

export interface NaiveSpineRow {
  key: readonly KeyValue[];
  time: bigint;
}

export type KeyValue = bigint | number | string | boolean | null;

export interface NaiveClock {
  asOf: "created_time" | "event_time";
  delay: bigint;
}

export interface NaiveRule extends NaiveClock {
  direction: "backward" | "nearest" | "forward" | "latest";
  ttl: bigint | null;
  allowExactMatches: boolean;
}

/** What the specification says of one spine row. */
export interface NaiveMatch {
  /** The chosen feature row, by its place in the list, or −1. */
  index: number;
  reason: string;
  /** Of every candidate, by its place in the list of feature rows. */
  verdicts: Map<number, string>;
  leak: boolean;
  stale: boolean;
  peek: bigint;
}

/**
 * The answers for every spine row. Costs O(spine rows × feature rows).
 *
 * @param groupClock - The feature group's own clock and delay: what leaks and staleness are measured against.
 */
export function naiveJoin(
  spine: readonly NaiveSpineRow[],
  features: readonly NaiveFeature[],
  rule: NaiveRule,
  groupClock: NaiveClock,
): NaiveMatch[] {
  return spine.map((asked) => {
    const answer = choose(asked, features, rule);
    const right = choose(asked, features, { ...rule, direction: "backward", ...groupClock });
    const knownAt = answer.index === -1 ? null : knownAtOf(feature(features, answer.index), groupClock);
    const leak = knownAt !== null && knownAt > asked.time;
    return {
      ...answer,
      leak,
      stale: right.index !== -1 && (answer.index === -1 || isLater(features, right.index, answer.index)),
      peek: leak && knownAt !== null ? knownAt - asked.time : 0n,
    };
  });
}

type Choice = Pick<NaiveMatch, "index" | "reason" | "verdicts">;

function choose(asked: NaiveSpineRow, features: readonly NaiveFeature[], rule: NaiveRule): Choice {
  const verdicts = new Map<number, string>();
  if (asked.key.includes(null)) return { index: -1, reason: "null_key", verdicts };

  const candidates = [...features.keys()].filter((i) => sameKey(feature(features, i).key, asked.key));
  if (candidates.length === 0) return { index: -1, reason: "no_entity", verdicts };

  const t = asked.time;
  const passing: number[] = [];
  for (const i of candidates) {
    const verdict = ruledOut(feature(features, i), t, rule);
    if (verdict === null) passing.push(i);
    else verdicts.set(i, verdict);
  }

  let index = best(passing, features, t, rule);
  for (const i of passing) verdicts.set(i, i === index ? "chosen" : "superseded");
  if (rule.direction === "latest" && index !== -1 && olderThanTtl(feature(features, index), t, rule)) {
    verdicts.set(index, "expired");
    index = -1;
  }

  const all = [...verdicts.values()];
  const first = ["chosen", "expired", "not_yet_known", "future", "wrong_side"].find((v) => all.includes(v));
  return { index, reason: first === "future" ? "future_only" : (first ?? "impossible"), verdicts };
}

/** The first line of the direction's table that applies; `null` for a row that passes all of them. */
function ruledOut(row: NaiveFeature, t: bigint, rule: NaiveRule): string | null {
  const exactlyNow = row.eventTime === t && !rule.allowExactMatches;
  const distance = row.eventTime > t ? row.eventTime - t : t - row.eventTime;
  if (rule.direction === "backward") {
    if (row.eventTime > t || exactlyNow) return "future";
    if (clock(row, rule) > t) return "not_yet_known";
    if (olderThanTtl(row, t, rule)) return "expired";
  }
  if (rule.direction === "forward") {
    if (row.eventTime < t || exactlyNow) return "wrong_side";
    if (rule.ttl !== null && distance > rule.ttl) return "expired";
  }
  if (rule.direction === "nearest") {
    if (exactlyNow) return "wrong_side";
    if (rule.ttl !== null && distance > rule.ttl) return "expired";
  }
  return null;
}

function best(
  passing: readonly number[],
  features: readonly NaiveFeature[],
  t: bigint,
  rule: NaiveRule,
): number {
  let winner = -1;
  for (const i of passing) {
    if (winner === -1 || isBetter(features, i, winner, t, rule)) winner = i;
  }
  return winner;
}

function isBetter(
  features: readonly NaiveFeature[],
  a: number,
  b: number,
  t: bigint,
  rule: NaiveRule,
): boolean {
  const timeA = feature(features, a).eventTime;
  const timeB = feature(features, b).eventTime;
  if (timeA !== timeB && rule.direction === "forward") return timeA < timeB;
  if (timeA !== timeB && rule.direction === "nearest") {
    const distanceA = timeA > t ? timeA - t : t - timeA;
    const distanceB = timeB > t ? timeB - t : t - timeB;
    if (distanceA !== distanceB) return distanceA < distanceB;
    return timeA < timeB; // the past on a tie of distances
  }
  return isLater(features, a, b);
}

/** Greatest event time; among equals the greatest created time; among those the last inserted. */
function isLater(features: readonly NaiveFeature[], a: number, b: number): boolean {
  const rowA = feature(features, a);
  const rowB = feature(features, b);
  if (rowA.eventTime !== rowB.eventTime) return rowA.eventTime > rowB.eventTime;
  const createdA = rowA.createdTime ?? rowA.eventTime;
  const createdB = rowB.createdTime ?? rowB.eventTime;
  if (createdA !== createdB) return createdA > createdB;
  return a > b;
}

function clock(row: NaiveFeature, by: NaiveClock): bigint {
  return (
    (by.asOf === "created_time" && row.createdTime !== null ? row.createdTime : row.eventTime) + by.delay
  );
}

function knownAtOf(row: NaiveFeature, groupClock: NaiveClock): bigint {
  const knows = clock(row, groupClock);
  if (knows < row.eventTime) return row.eventTime;
  return knows;
}

function olderThanTtl(row: NaiveFeature, t: bigint, rule: NaiveRule): boolean {
  return rule.ttl !== null && t - row.eventTime > rule.ttl;
}

function sameKey(a: readonly KeyValue[], b: readonly KeyValue[]): boolean {
  return a.length === b.length && a.every((value, column) => value === b[column]);
}

function feature(features: readonly NaiveFeature[], i: number): NaiveFeature {
  const row = features[i];
  if (row === undefined) throw new RangeError(`feature row must be 0 to ${features.length - 1}: ${i}`);
  return row;
}
