import type { Candidate, JudgedCandidate } from "../../microfs/explain";

/** The position of the first candidate at or after a moment. They are in time order: O(log m). */
export function firstAtOrAfter(candidates: readonly Candidate[], us: number | bigint): number {
  let low = 0;
  let high = candidates.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const row = candidates[middle];
    if (row !== undefined && row.eventTime < us) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** All candidates of one moment. O(log m). */
export function candidatesAt(candidates: readonly JudgedCandidate[], us: bigint): readonly JudgedCandidate[] {
  return candidates.slice(firstAtOrAfter(candidates, us), firstAtOrAfter(candidates, us + 1n));
}

/** A row's candidate, looked for from its event time (or, as a drawn number, just before it) on. */
export function findCandidate(
  candidates: readonly JudgedCandidate[],
  row: number,
  us: number,
): JudgedCandidate | undefined {
  // A double cannot tell microseconds apart far from now: begin a little earlier.
  for (let i = firstAtOrAfter(candidates, us - 1024); i < candidates.length; i++) {
    const candidate = candidates[i];
    if (candidate?.row === row) return candidate;
    if (candidate !== undefined && candidate.eventTime > us + 1024) return undefined;
  }
  return undefined;
}
