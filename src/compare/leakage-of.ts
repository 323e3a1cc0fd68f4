import { type Candidate, isLeak, type JoinSides, LONGEST_PEEK_US, NO_MATCH, peekUs } from "../microfs/core";

/** A row of a group's table as the engine's own words take it; `null` for none. */
export function candidateOf({ eventTimes, createdTimes }: JoinSides, row: number): Candidate | null {
  if (row === NO_MATCH) return null;
  return {
    row,
    eventTime: BigInt(eventTimes[row] ?? 0),
    createdTime: createdTimes === null ? null : BigInt(createdTimes[row] ?? 0),
  };
}

/** Whether a row leaks into a spine row, and how far that looks ahead: by the group's own clock and delay, whatever took it. */
export function leakageOf(
  sides: JoinSides,
  trainingRow: number,
  row: number,
): { readonly leak: boolean; readonly peekUs: bigint } {
  const candidate = candidateOf(sides, row);
  const t = BigInt(sides.spine.times[trainingRow] ?? 0);
  if (candidate === null) return { leak: false, peekUs: 0n };
  const aheadUs = peekUs(candidate, t, sides.groupClock);
  return {
    leak: isLeak(candidate, t, sides.groupClock),
    peekUs: aheadUs < LONGEST_PEEK_US ? aheadUs : LONGEST_PEEK_US,
  };
}
