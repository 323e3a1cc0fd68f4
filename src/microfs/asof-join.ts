import { availability } from "./join/availability";
import { type FeatureIndex, lowerBound, upperBound } from "./join/feature-index";
import { type JoinRule, Reason } from "./join/rule";
import { distanceAtMost, shiftTimes, type Times, toTimes } from "./time";

/** In an index vector: no row was chosen. */
export const NO_MATCH = -1;
/** As a spine row's key code: the key is null. */
export const NULL_KEY = -1;
/** As a spine row's key code: the feature group has no such entity. */
export const UNKNOWN_KEY = -2;

/** The rows to predict for. Both arrays have shape [n]. */
export interface SpineSide {
  /** The entity as the feature group numbers it, or {@link NULL_KEY} or {@link UNKNOWN_KEY}. */
  keys: Int32Array;
  /** The moment of the prediction. */
  times: Times;
}

/** What one join chose, one entry per spine row. Everything the app shows about a match is derived from it. */
export interface AsofMatches {
  /** Shape [n]. The chosen row of the feature group's table, or {@link NO_MATCH}. */
  index: Int32Array;
  /** Shape [n]. A `Reason` code: why that row, or why none. */
  reason: Uint8Array;
}

/**
 * The as-of join: for each spine row, the latest feature row of the same entity that was known at that
 * moment. This is the one place that decides a match; `explain` says the same rule again, for reading.
 *
 * A row outside what the rule allows cannot be picked, by construction: `backward` first finds by binary search how many
 * of the entity's rows were usable by then, the other directions where the time falls, and only those are looked at.
 *
 * @param features - The feature group's rows by entity, and within an entity by time (`featureIndex`).
 * @returns Index vector and reasons, shape [n]. Costs O(n log m) where a spine row's entity has m rows,
 *   and O(all feature rows) once where the clock is the created time.
 * @see pandas `merge_asof`, which answers the same for `backward`, `forward` and, with the past on ties, `nearest`.
 */
export function asofJoin(spine: SpineSide, features: FeatureIndex, rule: JoinRule): AsofMatches {
  const spineRows = spine.keys.length;
  const matches = { index: new Int32Array(spineRows).fill(NO_MATCH), reason: new Uint8Array(spineRows) };
  const match = matcher(spine.times, features, rule);
  for (let row = 0; row < spineRows; row++) {
    const key = spine.keys[row];
    if (key === NULL_KEY) {
      matches.reason[row] = Reason.null_key;
      continue;
    }
    const start = key === UNKNOWN_KEY ? 0 : features.starts[key];
    const end = key === UNKNOWN_KEY ? 0 : features.starts[key + 1];
    if (start === end) {
      matches.reason[row] = Reason.no_entity;
      continue;
    }
    const found = match(row, start, end);
    if (found >= 0) matches.index[row] = features.rows[found];
    else matches.reason[row] = -found;
  }
  return matches;
}

/**
 * The same join for a single moment of a single entity. Costs O(log m), and where the clock is the created time one
 * look more for every row after the chosen one that had happened by then.
 *
 * @param entity - An index of one entity's rows, at least one.
 * @returns The chosen row's position in the index, or the `Reason` code of why there is none as a negative number.
 */
export function asofMatch(t: bigint, entity: FeatureIndex, rule: JoinRule): number {
  return matcher(toTimes(BigInt64Array.of(t)), entity, rule)(0, 0, entity.rows.length);
}

/**
 * Matches one spine row against its entity's rows, which stand at positions [start, end), in time order, at
 * least one. Returns a position, or the reason why there is none as a negative number: no reason
 * for nothing has the code 0.
 */
type Match = (spineRow: number, start: number, end: number) => number;

function matcher(spineTimes: Times, features: FeatureIndex, rule: JoinRule): Match {
  switch (rule.direction) {
    case "backward":
      return backward(spineTimes, features, rule);
    case "forward":
      return forward(spineTimes, features, rule);
    case "nearest":
      return nearest(spineTimes, features, rule);
    case "latest":
      return latest(spineTimes, features, rule);
  }
}

function backward(spineTimes: Times, features: FeatureIndex, rule: JoinRule): Match {
  const { eventTimes, createdTimes } = features;
  const lastPast = rule.allowExactMatches ? spineTimes : shiftTimes(spineTimes, -1n);
  const oldest = oldestFresh(spineTimes, rule);
  // The latest usable row is the youngest: if it is too old, all usable rows are.
  const decide = (row: number, start: number, best: number) => {
    if (best < start) return eventTimes[start] <= lastPast[row] ? -Reason.not_yet_known : -Reason.future_only;
    return oldest !== null && eventTimes[best] < oldest[row] ? -Reason.expired : best;
  };
  // By created time a late row may overtake. A few spine rows look back from the last that had happened: at most one
  // look per row, where to put all rows in the order in which they became usable costs log₂ of them.
  if (
    rule.clock === "created_time" &&
    createdTimes !== null &&
    spineTimes.length <= Math.log2(features.rows.length)
  ) {
    const knownBy = shiftTimes(spineTimes, -rule.delayUs);
    return (row, start, end) => {
      let at = upperBound(eventTimes, start, end, lastPast[row]) - 1;
      while (at >= start && createdTimes[at] > knownBy[row]) at--;
      return decide(row, start, at);
    };
  }
  const { from, offsetUs, latest } = availability(features, rule);
  const usableBy = shiftTimes(spineTimes, -offsetUs);
  return (row, start, end) => {
    const last = upperBound(from, start, end, usableBy[row]) - 1;
    return decide(row, start, latest === null || last < start ? last : latest[last]);
  };
}

function forward(spineTimes: Times, features: FeatureIndex, rule: JoinRule): Match {
  const { eventTimes } = features;
  const newest = rule.ttlUs === null ? null : shiftTimes(spineTimes, rule.ttlUs);
  const first = rule.allowExactMatches ? lowerBound : upperBound;
  return (row, start, end) => {
    const next = first(eventTimes, start, end, spineTimes[row]);
    if (next === end) return -Reason.wrong_side;
    if (newest !== null && eventTimes[next] > newest[row]) return -Reason.expired;
    return lastAtSameTime(eventTimes, next, end);
  };
}

function nearest(spineTimes: Times, features: FeatureIndex, rule: JoinRule): Match {
  const { eventTimes } = features;
  const oldest = oldestFresh(spineTimes, rule);
  const newest = rule.ttlUs === null ? null : shiftTimes(spineTimes, rule.ttlUs);
  return (row, start, end) => {
    const now = spineTimes[row];
    const next = upperBound(eventTimes, start, end, now);
    const past = (rule.allowExactMatches ? next : lowerBound(eventTimes, start, end, now)) - 1;
    if (past < start && next === end) return -Reason.wrong_side;
    const pastIsCloser =
      next === end || (past >= start && distanceAtMost(eventTimes[past], now, eventTimes[next]));
    if (pastIsCloser) {
      return oldest !== null && eventTimes[past] < oldest[row] ? -Reason.expired : past;
    }
    if (newest !== null && eventTimes[next] > newest[row]) return -Reason.expired;
    return lastAtSameTime(eventTimes, next, end);
  };
}

function latest(spineTimes: Times, features: FeatureIndex, rule: JoinRule): Match {
  const { eventTimes } = features;
  const oldest = oldestFresh(spineTimes, rule);
  return (row, _start, end) => {
    const last = end - 1;
    return oldest !== null && eventTimes[last] < oldest[row] ? -Reason.expired : last;
  };
}

/** Per spine row, the oldest event time that is still fresh: an age equal to the TTL counts. */
function oldestFresh(spineTimes: Times, rule: JoinRule): Times | null {
  return rule.ttlUs === null ? null : shiftTimes(spineTimes, -rule.ttlUs);
}

/** Of rows with equal event times the last wins: they stand in the order of created time, then insertion. */
function lastAtSameTime(eventTimes: Times, position: number, end: number): number {
  return upperBound(eventTimes, position, end, eventTimes[position]) - 1;
}
