import { shiftTimes, type Times } from "../time";
import type { FeatureIndex } from "./feature-index";
import type { JoinRule } from "./join-rule";
import { sortSegments } from "./sort-segments";

/**
 * From when on each of an entity's rows can be used, as something to search in: a spine row at t may use
 * the first k rows of its entity's segment in `from`, those with `from` + `offsetUs` at or before t.
 */
export interface Availability {
  /** Shape [m]. Ascending within each entity's positions [starts[e], starts[e + 1]). */
  from: Times;
  /** To be added to `from`, or taken from t. */
  offsetUs: bigint;
  /** Shape [m]. The latest row, as a position, among those up to here; `null` where that is the position itself. */
  latest: Int32Array | null;
}

/**
 * Availability of a group's rows under a rule.
 *
 * By event time, rows become usable in the order in which they happened, so the index is the answer as it is.
 * By created time a late row may overtake: rows are put in the order in which they became usable, and a running
 * maximum remembers the latest of them. The known only ever grows, which is why a running maximum is enough.
 */
export function availability(features: FeatureIndex, rule: JoinRule): Availability {
  // With exact matches off a row is usable from the next microsecond on.
  const happenedAfterUs = rule.allowExactMatches ? 0n : 1n;
  if (rule.clock === "event_time" || features.createdTimes === null) {
    const offsetUs = rule.delayUs > happenedAfterUs ? rule.delayUs : happenedAfterUs;
    return { from: features.eventTimes, offsetUs, latest: null };
  }
  const happened = shiftTimes(features.eventTimes, happenedAfterUs);
  const known = shiftTimes(features.createdTimes, rule.delayUs);
  const from = laterOf(happened, known);
  const latest = Int32Array.from({ length: from.length }, (_, position) => position);
  sortSegments(features.starts, [from, latest], [from]);
  for (let entity = 0; entity + 1 < features.starts.length; entity++) {
    for (let at = features.starts[entity] + 1; at < features.starts[entity + 1]; at++) {
      if (latest[at - 1] > latest[at]) latest[at] = latest[at - 1];
    }
  }
  return { from, offsetUs: 0n, latest };
}

function laterOf(a: Times, b: Times): Times {
  if (a instanceof Float64Array && b instanceof Float64Array) return a.map((time, i) => Math.max(time, b[i]));
  return BigInt64Array.from({ length: a.length }, (_, i) => BigInt(a[i] < b[i] ? b[i] : a[i]));
}
