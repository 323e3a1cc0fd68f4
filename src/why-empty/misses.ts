import { asofJoin, type FeatureIndex, NO_MATCH, type Times } from "../microfs/core";
import type { EmptyReasonName } from "../terms/empty-reasons";
import type { Cause } from "./candidate";
import { type JoinParts, spineRows } from "./joined-view";
import { HOUR_US, MOST_ZONE_HOURS } from "./knee";
import { nextUsable } from "./later-rows";

/** In what a row was missed: older than the TTL, known or even happened only after the line. */
export type MissedWay = "too_old" | "known_later" | "happens_later";

/** By how much cells missed the row that came nearest. Both arrays have shape [rows asked for]. */
export interface Misses {
  /** `null` where it is not about an amount of time. */
  readonly way: MissedWay | null;
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
function timeMisses(parts: JoinParts, reason: EmptyReasonName, rows: Int32Array): Misses | null {
  switch (reason) {
    case "expired":
      return beyondTtl(parts, rows);
    case "not_yet_known":
      return { way: "known_later", ...untilKnown(parts, rows) };
    case "future_only":
      return { way: "happens_later", ...untilKnown(parts, rows) };
    case "exact_match":
      return atTheMoment(parts, rows);
    case "null_value":
      return chosenRows(parts, rows);
    default:
      return null;
  }
}

/** All ways in which the cells of a line, or some of them, missed a row. */
export interface MissedWays {
  /** What the reason itself tells. */
  readonly own: Misses | null;
  /** Of cells that are too old: a later row, which had happened by the line, or did within hours. */
  readonly known: Misses | null;
  readonly happens: Misses | null;
}

/** @param rows - Training rows. */
export function missedWays(parts: JoinParts, reason: EmptyReasonName, rows: Int32Array): MissedWays {
  const own = timeMisses(parts, reason, rows);
  if (reason !== "expired" || parts.join.rule.direction !== "backward")
    return { own, known: null, happens: null };
  const limitUs = MOST_ZONE_HOURS * HOUR_US;
  return {
    own,
    known: { way: "known_later", ...nextUsable(parts, rows, { way: "known_later" }) },
    happens: { way: "happens_later", ...nextUsable(parts, rows, { way: "happens_later", limitUs }) },
  };
}

/** Those that count as misses. There is always a next row: one that had not happened counts only where the clock is doubted. */
export function countedWays({ own, known, happens }: MissedWays, cause: Cause): readonly Misses[] {
  return [own, known, cause === "shifted_hours" ? happens : null].filter((ways) => ways !== null);
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
  return { way: "too_old", byUs, row: index };
}

/**
 * How long after the line the first row of the entity can be used. Nothing of it could be used by then, so the first of all is
 * the first there will be.
 */
function untilKnown({ sides, join: { rule } }: JoinParts, rows: Int32Array): Omit<Misses, "way"> {
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
  return { way: null, byUs: new Float64Array(rows.length), row: index };
}

/** The row that was chosen, whose value is the null. */
function chosenRows({ matches }: JoinParts, rows: Int32Array): Misses {
  const row = Int32Array.from(rows, (at) => matches.index[at] ?? NO_MATCH);
  return { way: null, byUs: new Float64Array(rows.length).fill(Number.NaN), row };
}
