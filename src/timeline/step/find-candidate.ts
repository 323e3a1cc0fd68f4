import type { SliceJoin } from "../../microfs/entity-slice";
import type { Candidate, JudgedCandidate } from "../../microfs/explain";
import { firstNotBefore } from "./first-not-before";
import { positionInJoin } from "./slice-row";

/** The position of the first candidate at or after a moment. They are in time order: O(log m). */
export function candidateAtOrAfter(candidates: readonly Candidate[], us: bigint): number {
  return firstNotBefore(candidates, ({ eventTime }) => eventTime < us);
}

/** All candidates of one moment. O(log m). */
export function candidatesAt(candidates: readonly JudgedCandidate[], us: bigint): readonly JudgedCandidate[] {
  return candidates.slice(candidateAtOrAfter(candidates, us), candidateAtOrAfter(candidates, us + 1n));
}

/** Where a row of the group's table stands among its join's candidates; −1 where it does not. O(log m) and its ties. */
export function placeOfRow(candidates: readonly Candidate[], join: SliceJoin, row: number): number {
  const us = join.eventTimesUs[positionInJoin(join, row)];
  if (us === undefined) return -1;
  for (let place = candidateAtOrAfter(candidates, us); candidates[place]?.eventTime === us; place++)
    if (candidates[place]?.row === row) return place;
  return -1;
}
