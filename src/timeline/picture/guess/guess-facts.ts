import { isLeak } from "../../../microfs/core";
import type { Metrics } from "../../geometry/metrics";
import { type Gap, type GapFacts, rightGap, wrongGap } from "../../words/guess-words";
import { nounOf } from "../../words/nouns";
import { isPicked, type LaneFacts, statesAt } from "../marks";
import type { Guess } from "../picture-types";

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

/** Whether a guess is committed and its row would leak into the cell: then it is drawn as that. */
export function guessLeaks(
  { join, tUs, verdicts }: Pick<LaneFacts, "join" | "tUs" | "verdicts">,
  guess: Guess | null,
): boolean {
  if (guess === null || !guess.isAnswered || guess.row === null) return false;
  const row = verdicts.ofRow(guess.row);
  return row !== undefined && isLeak(row, tUs, join.groupClock);
}

/** Whether a guess is committed and the join takes another row, or none, or one where the reader said none. */
export function isGuessWrong({
  guess,
  verdicts,
  picked,
}: Pick<LaneFacts, "guess" | "verdicts" | "picked">): boolean {
  return guess?.isAnswered === true && picked === null && guess.row !== (verdicts.chosen?.row ?? null);
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

/** Around a mark, its ring or square stands out so far from the ring of a chosen one, pixels. */
const OUT_PX = 4;

/** From the middle of a guessed mark to the ring or square around it, pixels. */
export function guessReach(m: Pick<Metrics, "ringRadius">): number {
  return m.ringRadius + OUT_PX;
}

/**
 * Whether a mark keeps room around it for a guess: the one that is guessed; while the reader is still choosing, each, so
 * that nothing moves when another is pressed.
 */
export function keepsGuessRoom({ guess }: Pick<LaneFacts, "guess">, rows: readonly number[]): boolean {
  if (guess === null) return false;
  return !guess.isAnswered || (guess.row !== null && rows.includes(guess.row));
}
