import { laterOf, shiftTimes, type Times } from "../time";
import type { FeatureIndex } from "./feature-index";
import type { JoinRule } from "./rule";
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

/** By created time, and what it was made for. */
interface Kept {
  delayUs: bigint;
  happenedAfterUs: bigint;
  availability: Availability;
}

/** Per index, the last asked for first. An index never changes, so neither does what follows from it. */
const keptWith = new WeakMap<FeatureIndex, Kept[]>();

/** A view's own rule, the group's, and those that a drag of the delay has just left. Each holds 12 bytes a row. */
const MAX_CACHED = 4;

/**
 * Availability of a group's rows under a rule, of which only the clock, the delay and exact matches count.
 *
 * By event time, rows become usable in the order in which they happened, so the index is the answer as it is.
 * By created time a late row may overtake: rows are put in the order in which they became usable, and a running
 * maximum remembers the latest of them. The known only ever grows, which is why a running maximum is enough.
 *
 * @returns By event time at once. By created time it costs O(rows log rows per entity), and is kept with the index
 *   until {@link MAX_CACHED} others have been asked for.
 */
export function availability(
  features: FeatureIndex,
  rule: Pick<JoinRule, "clock" | "delayUs" | "allowExactMatches">,
): Availability {
  const { delayUs } = rule;
  // With exact matches off a row is usable from the next microsecond on.
  const happenedAfterUs = rule.allowExactMatches ? 0n : 1n;
  if (rule.clock === "event_time" || features.createdTimes === null) {
    const offsetUs = delayUs > happenedAfterUs ? delayUs : happenedAfterUs;
    return { from: features.eventTimes, offsetUs, latest: null };
  }
  const kept = keptWith.get(features) ?? [];
  const one = kept.find(
    (other) => other.delayUs === delayUs && other.happenedAfterUs === happenedAfterUs,
  ) ?? {
    delayUs,
    happenedAfterUs,
    availability: byCreatedTime(features, features.createdTimes, delayUs, happenedAfterUs),
  };
  keptWith.set(features, [one, ...kept.filter((other) => other !== one)].slice(0, MAX_CACHED));
  return one.availability;
}

function byCreatedTime(
  features: FeatureIndex,
  createdTimes: Times,
  delayUs: bigint,
  happenedAfterUs: bigint,
): Availability {
  const happened = shiftTimes(features.eventTimes, happenedAfterUs);
  const known = shiftTimes(createdTimes, delayUs);
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
