/**
 * Of how much more each cell needs, the amount worth giving: where the curve “filled by this much” stands highest above the
 * straight line to its end, so that what little is gained further on is left (Satopää et al., “Finding a kneedle in a
 * haystack”, 2011). What needs more than `limit` has no say, unless nothing needs less: then the nearest one decides.
 *
 * @param needs - Ascending, above 0. One per cell.
 * @returns One of `needs`; `null` where there are none.
 */
export function knee(needs: Float64Array, limit: number): number | null {
  let near = needs.length;
  while (near > 0 && (needs[near - 1] ?? 0) > limit) near--;
  if (near === 0) return needs[0] ?? null;
  let best = needs[0] ?? 0;
  let highest = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < near; i++) {
    const need = needs[i] ?? 0;
    // Of equal needs the last counts all of them.
    if (i + 1 < near && needs[i + 1] === need) continue;
    const height = (i + 1) / near - need / limit;
    if (height <= highest) continue;
    [best, highest] = [need, height];
  }
  return best;
}

const SECOND_US = 1e6;
const MINUTE_US = 60 * SECOND_US;
export const HOUR_US = 60 * MINUTE_US;
export const DAY_US = 24 * HOUR_US;
/** No zone on earth is farther from UTC. */
export const MOST_ZONE_HOURS = 14;

/** A duration made a little longer, so that it can be said shortly: days in whole hours, hours in whole minutes, and so on. */
export function roundedUp(us: number): number {
  const unit =
    us >= DAY_US
      ? HOUR_US
      : us >= HOUR_US
        ? MINUTE_US
        : us >= MINUTE_US
          ? SECOND_US
          : us >= SECOND_US
            ? 1000
            : 1;
  return Math.ceil(us / unit) * unit;
}

/** A duration made longer to what a job is scheduled by: whole hours, below an hour whole minutes. */
export function scheduled(us: number): number {
  if (us >= HOUR_US) return Math.ceil(us / HOUR_US) * HOUR_US;
  return us >= MINUTE_US ? Math.ceil(us / MINUTE_US) * MINUTE_US : roundedUp(us);
}
