import { isLeak } from "../../../microfs/core";
import { type Gap, type GapFacts, rightGap, wrongGap } from "../../words/guess-words";
import { nounOf } from "../../words/nouns";
import { isPicked, type LaneFacts, statesAt } from "../marks";
import { isGuessWrong } from "./guess-facts";

/** A gap as it stands in the end, and whether it is to be seen at a step. */
export interface GuessGap extends Gap {
  readonly leaks: boolean;
  readonly shown: boolean;
}

/** The two gaps that a wrong guess is told by. */
export interface GuessGaps {
  /** From the line to the row that the join takes; `undefined` where that is the reader's own, or there is none. */
  readonly right: GuessGap | undefined;
  /** Why the reader's row is not the one; `undefined` where it is, or there is none. */
  readonly wrong: GuessGap | undefined;
}

/** How far the reader's row and the right one lie from what decided between them, to be seen as soon as that is reached. O(1). */
export function guessGaps(facts: LaneFacts): GuessGaps {
  const { guess, verdicts, join, tUs, slice } = facts;
  const { chosen } = verdicts;
  if (guess === null || !isGuessWrong(facts)) return { right: undefined, wrong: undefined };
  const row = guess.row === null ? undefined : verdicts.ofRow(guess.row);
  const state = statesAt(facts);
  const gap: GapFacts = { join, tUs, chosen, noun: nounOf(slice, join) };
  const leaks = (one: NonNullable<typeof chosen>) => isLeak(one, tUs, join.groupClock);
  return {
    right: chosen && {
      ...rightGap(chosen, gap),
      leaks: leaks(chosen),
      shown: isPicked(state(chosen)),
    },
    wrong: row && { ...wrongGap(row, gap), leaks: leaks(row), shown: state(row) !== "undecided" },
  };
}
