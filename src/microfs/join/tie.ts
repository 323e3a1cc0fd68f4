import { NO_MATCH } from "../asof-join";
import { type FeatureIndex, lowerBound, upperBound } from "./feature-index";
import { type JoinRule, VerdictCode } from "./rule";
import type { Verdicts } from "./verdicts";

/** What came as close as the chosen candidate, and what told it from the rest. */
export interface Tie {
  /** How many of those that nothing spoke against share its event time, itself included: 1 is no tie. */
  readonly sharers: number;
  /** The first thing that differs among them: when they became known, else the order of insertion. */
  readonly brokenBy: "created_time" | "insertion";
  /** Only of `nearest`: a candidate as far away on the other side lost to it. */
  readonly isEquallyFar: boolean;
}

/**
 * How the chosen candidate won where the direction alone did not decide; `null` where none was chosen. O(log m) and the
 * candidates of equal event time.
 *
 * @param t - The spine row's time, microseconds.
 * @param verdicts - Of these candidates, at that time and by that rule.
 */
export function tieOf(t: bigint, entity: FeatureIndex, verdicts: Verdicts, rule: JoinRule): Tie | null {
  const { codes, chosen } = verdicts;
  if (chosen === NO_MATCH) return null;
  const { eventTimes, createdTimes } = entity;
  const chosenTime = eventTimes[chosen];
  const countAt = (time: number | bigint, isAlike: (position: number) => boolean) => {
    const end = upperBound(eventTimes, 0, codes.length, time);
    let found = 0;
    for (let at = lowerBound(eventTimes, 0, end, time); at < end; at++) {
      if (hasRemained(codes[at]) && isAlike(at)) found++;
    }
    return found;
  };
  const isInsertedLast =
    createdTimes === null || countAt(chosenTime, (at) => createdTimes[at] === createdTimes[chosen]) > 1;
  return {
    sharers: countAt(chosenTime, () => true),
    brokenBy: isInsertedLast ? "insertion" : "created_time",
    isEquallyFar:
      rule.direction === "nearest" &&
      BigInt(chosenTime) !== t &&
      countAt(2n * t - BigInt(chosenTime), () => true) > 0,
  };
}

/** Not ruled out: it was picked, or would have been but for the one that was. */
function hasRemained(code: number): boolean {
  return code === VerdictCode.chosen || code === VerdictCode.superseded;
}
