import { NO_MATCH } from "../asof-join";
import { type Candidate, inTimeOrder, knownAt } from "../explain";
import { laterOf, shiftTimes, type Times } from "../time";
import type { JoinRule } from "./rule";

/** A group's own clock and delay. */
export type GroupClock = Pick<JoinRule, "clock" | "delayUs">;

/** A leak: the row was not known yet at the spine row's time `t`, by its group's own clock and delay. */
export function isLeak(chosen: Candidate, t: bigint, groupClock: GroupClock): boolean {
  return knownAt(chosen, groupClock) > t;
}

/** How far a leak looks ahead, microseconds: known at − t; 0 where nothing leaks. */
export function peekUs(chosen: Candidate, t: bigint, groupClock: GroupClock): bigint {
  const ahead = knownAt(chosen, groupClock) - t;
  return ahead > 0n ? ahead : 0n;
}

/** Stale: the group's own rule would have chosen a later row. A missing row counts as older than any. */
export function isStale(chosen: Candidate | null, right: Candidate | null): boolean {
  if (right === null) return false;
  return chosen === null || inTimeOrder(chosen, right) < 0;
}

/** The longest peek that 64 bits hold: longer ones, of delays beyond all calendars, are cut to it. */
export const LONGEST_PEEK_US = 2n ** 63n - 1n;

/** A whole join's leakage, one entry per spine row. */
export interface Leakage {
  leak: Uint8Array;
  stale: Uint8Array;
  peek: BigInt64Array;
}

/**
 * Leak, staleness and peek of every spine row, from what the join chose and what the reference rule would have.
 *
 * @param index - Shape [n]. The rows that were chosen, or −1.
 * @param reference - Shape [n]. The rows that the group's own backward rule chooses.
 * @param group - The times of the group's rows, by row, and its own delay.
 */
export function leakage(
  spineTimes: Times,
  index: Int32Array,
  reference: Int32Array,
  group: { eventTimes: Times; createdTimes: Times | null; delayUs: bigint },
): Leakage {
  const groupClock: GroupClock = {
    clock: group.createdTimes === null ? "event_time" : "created_time",
    delayUs: group.delayUs,
  };
  const candidate = (row: number): Candidate => ({
    row,
    eventTime: BigInt(group.eventTimes[row]),
    createdTime: group.createdTimes === null ? null : BigInt(group.createdTimes[row]),
  });
  const leak = new Uint8Array(index.length);
  const stale = new Uint8Array(index.length);
  const peek = new BigInt64Array(index.length);
  for (let i = 0; i < index.length; i++) {
    // What the reference rule chooses was known, and nothing later was: the reference has nothing to measure.
    if (index[i] === reference[i]) continue;
    if (index[i] !== NO_MATCH) {
      const aheadUs = peekUs(candidate(index[i]), BigInt(spineTimes[i]), groupClock);
      leak[i] = aheadUs > 0n ? 1 : 0;
      peek[i] = aheadUs < LONGEST_PEEK_US ? aheadUs : LONGEST_PEEK_US;
    }
    if (reference[i] === NO_MATCH) continue;
    if (isStale(index[i] === NO_MATCH ? null : candidate(index[i]), candidate(reference[i]))) stale[i] = 1;
  }
  return { leak, stale, peek };
}

/**
 * The moment at which each of a group's rows can first be used: `knownAt`, for all rows at once. Where the group's clock is
 * the created time, `createdTimes` must be there.
 *
 * @param eventTimes - Shape [m], as is `createdTimes`, in any order.
 * @returns Shape [m], in that order. Exact, clamped where it would leave 64 bits. O(m).
 */
export function knownTimes(eventTimes: Times, createdTimes: Times | null, groupClock: GroupClock): Times {
  const byCreated = groupClock.clock === "created_time" ? createdTimes : null;
  const usable = shiftTimes(byCreated ?? eventTimes, groupClock.delayUs);
  return byCreated === null ? usable : laterOf(eventTimes, usable);
}
