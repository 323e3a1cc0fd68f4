import { NO_MATCH, upperBound } from "../microfs/core";
import type { JoinParts } from "./joined-view";

/** Of so many rows before a line it is looked which becomes known first. */
const MOST_LOOKED_AT = 1000;

/**
 * How long after the line the first row can be used of those that are not too old by then: of those that had happened by the
 * line and were not known, or of those that happened within `limitUs` after it. Unlike where nothing is known at all, older
 * rows are known here, so that the first of all says nothing. For cells whose known rows are all too old. O(rows log m).
 */
export function nextUsable(
  { sides: { spine, features }, join: { rule } }: JoinParts,
  rows: Int32Array,
  which: { readonly way: "known_later" } | { readonly way: "happens_later"; readonly limitUs: number },
): { readonly byUs: Float64Array; readonly row: Int32Array } {
  const { starts, eventTimes, rows: byPosition } = features;
  const created = rule.clock === "created_time" ? features.createdTimes : null;
  const [delayUs, ttlUs] = [Number(rule.delayUs), Number(rule.ttlUs ?? Number.POSITIVE_INFINITY)];
  const afterUs = rule.allowExactMatches ? 0 : 1;
  const usableFrom = (position: number) => {
    const event = Number(eventTimes[position] ?? 0);
    return Math.max(event + afterUs, Number(created === null ? event : created[position]) + delayUs);
  };
  const byUs = new Float64Array(rows.length).fill(Number.NaN);
  const row = new Int32Array(rows.length).fill(NO_MATCH);
  for (const [i, at] of rows.entries()) {
    const t = Number(spine.times[at] ?? 0);
    const entity = spine.keys[at] ?? NO_MATCH;
    const [start, end] = [starts[entity] ?? 0, starts[entity + 1] ?? 0];
    const later = upperBound(eventTimes, start, end, t);
    const consider = (position: number) => {
      const from = usableFrom(position);
      const isFresh = from - Number(eventTimes[position] ?? 0) <= ttlUs;
      if (from <= t || !isFresh || from - t >= (byUs[i] || Number.POSITIVE_INFINITY)) return;
      byUs[i] = from - t;
      row[i] = byPosition[position] ?? NO_MATCH;
    };
    const distance = (position: number) => Math.abs(Number(eventTimes[position] ?? 0) - t);
    if (which.way === "known_later") {
      const last = Math.max(start, later - MOST_LOOKED_AT);
      for (let position = later - 1; position >= last && distance(position) <= ttlUs; position--)
        consider(position);
    } else
      for (let position = later; position < end; position++) {
        // What happens later cannot be used before.
        if (distance(position) > Math.min(which.limitUs, byUs[i] || which.limitUs)) break;
        consider(position);
      }
  }
  return { byUs, row };
}
