import { asofJoin, type FeatureIndex, NO_MATCH, type Times, upperBound } from "../microfs/core";
import type { EmptyReasonName } from "../terms/empty-reasons";
import { type JoinParts, spineRows } from "./joined-view";

/** By how much cells missed the row that came nearest. Both arrays have shape [rows asked for]. */
export interface Misses {
  /** Microseconds; NaN where no amount would do. */
  readonly byUs: Float64Array;
  /** The row of the group that came nearest, or −1. */
  readonly row: Int32Array;
}

/**
 * By how much some cells, all empty for one reason, missed a row in time: beyond the TTL, or until one is known. `null` for a
 * reason that has nothing to do with rows of that key. O(rows log m), and O(rows of the group) where rows become known late.
 *
 * @param rows - Training rows.
 */
export function timeMisses(parts: JoinParts, reason: EmptyReasonName, rows: Int32Array): Misses | null {
  switch (reason) {
    case "expired":
      return beyondTtl(parts, rows);
    case "not_yet_known":
    case "future_only":
      return untilKnown(parts, rows);
    case "exact_match":
      return atTheMoment(parts, rows);
    case "null_value":
      return olderValues(parts, rows);
    default:
      return null;
  }
}

/** How much older, or farther, than the TTL the row is that would be chosen without one. */
function beyondTtl({ sides, join: { rule } }: JoinParts, rows: Int32Array): Misses {
  const spine = spineRows(sides.spine, rows);
  const { index } = asofJoin(spine, sides.features, { ...rule, ttlUs: null });
  const ttlUs = Number(rule.ttlUs ?? 0n);
  const byUs = Float64Array.from(index, (row, i) => {
    if (row === NO_MATCH) return Number.NaN;
    return Math.abs(Number(spine.times[i] ?? 0) - Number(sides.eventTimes[row] ?? 0)) - ttlUs;
  });
  return { byUs, row: index };
}

/**
 * How long after the line the first row of the entity can be used. Nothing of it could be used by then, so the first of all is
 * the first there will be.
 */
function untilKnown({ sides, join: { rule } }: JoinParts, rows: Int32Array): Misses {
  const { keys, times } = sides.spine;
  const { features } = sides;
  const first = firstUsable(features, rule.clock === "created_time" ? features.createdTimes : null, {
    delayUs: Number(rule.delayUs),
    afterUs: rule.allowExactMatches ? 0 : 1,
  });
  const byUs = new Float64Array(rows.length);
  const row = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const at = rows[i] ?? 0;
    const entity = keys[at] ?? NO_MATCH;
    const position = first.position[entity] ?? NO_MATCH;
    row[i] = features.rows[position] ?? NO_MATCH;
    byUs[i] = (first.fromUs[entity] ?? Number.NaN) - Number(times[at] ?? 0);
  }
  return { byUs, row };
}

/** Per entity: when its first row can be used, and which that is. */
function firstUsable(
  { starts, eventTimes }: FeatureIndex,
  createdTimes: Times | null,
  { delayUs, afterUs }: { readonly delayUs: number; readonly afterUs: number },
): { fromUs: Float64Array; position: Int32Array } {
  const entities = Math.max(0, starts.length - 1);
  const fromUs = new Float64Array(entities).fill(Number.POSITIVE_INFINITY);
  const position = new Int32Array(entities).fill(NO_MATCH);
  for (let entity = 0; entity < entities; entity++) {
    const [start, end] = [starts[entity] ?? 0, starts[entity + 1] ?? 0];
    // By event time rows can be used in the order in which they happened.
    const last = createdTimes === null ? Math.min(start + 1, end) : end;
    for (let at = start; at < last; at++) {
      const event = Number(eventTimes[at] ?? 0);
      const clock = createdTimes === null ? event : Number(createdTimes[at] ?? 0);
      const from = Math.max(event + afterUs, clock + delayUs);
      if (from >= (fromUs[entity] ?? 0)) continue;
      fromUs[entity] = from;
      position[entity] = at;
    }
  }
  return { fromUs, position };
}

function atTheMoment({ sides, join: { rule } }: JoinParts, rows: Int32Array): Misses {
  const { index } = asofJoin(spineRows(sides.spine, rows), sides.features, {
    ...rule,
    allowExactMatches: true,
  });
  return { byUs: new Float64Array(rows.length), row: index };
}

/** Of so many cells it is looked whether an older row has a value, and among so many rows. */
const MOST_LOOKED_BACK = 1000;
const MOST_OLDER = 8;

/** The row before the chosen one that has a value in every column: none that the join may take in its place. */
function olderValues({ sides, matches, written }: JoinParts, rows: Int32Array): Misses {
  const { starts, rows: byPosition, eventTimes } = sides.features;
  const row = new Int32Array(rows.length).fill(NO_MATCH);
  for (let i = 0; i < Math.min(rows.length, MOST_LOOKED_BACK); i++) {
    const at = rows[i] ?? 0;
    const chosen = matches.index[at] ?? NO_MATCH;
    const entity = sides.spine.keys[at] ?? NO_MATCH;
    const [start, end] = [starts[entity] ?? 0, starts[entity + 1] ?? 0];
    const after = upperBound(eventTimes, start, end, sides.eventTimes[chosen] ?? 0);
    for (let position = after - 1; position >= Math.max(start, after - MOST_OLDER); position--) {
      const older = byPosition[position] ?? NO_MATCH;
      if (older === chosen || written.some((column) => column.isNull(older))) continue;
      row[i] = older;
      break;
    }
  }
  return { byUs: new Float64Array(rows.length).fill(Number.NaN), row };
}
