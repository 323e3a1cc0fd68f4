import type { Ballot } from "./ballot";
import type { Act, Frame } from "./frames";
import { tallyOf } from "./votes/tally";

/** What a class has answered at each step, by its key. */
export type VotesByStep = Readonly<
  Record<string, { readonly first: Ballot | null; readonly second: Ballot | null }>
>;

/**
 * The screen that a press leads to; `null` at either end of the plan. What tells how the class has answered is passed over
 * where nobody's answer was noted: a class that raised its hands for itself alone sees no empty bars.
 *
 * @param number - Of the screen that is shown, from 0.
 */
export function frameAfter(
  frames: readonly Frame[],
  number: number,
  by: 1 | -1,
  votes: VotesByStep,
): Frame | null {
  for (let at = number + by; ; at += by) {
    const frame = frames[at];
    if (frame === undefined) return null;
    if (!tellsNothing(frame.act, votes[frame.key])) return frame;
  }
}

function tellsNothing(act: Act, votes: VotesByStep[string] | undefined): boolean {
  const isFirstEmpty = tallyOf(votes?.first ?? null) === null;
  if (act.kind === "counted") return isFirstEmpty;
  return act.kind === "both_votes" && isFirstEmpty && tallyOf(votes?.second ?? null) === null;
}
