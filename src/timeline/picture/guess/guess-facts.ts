import { isLeak } from "../../../microfs/core";
import type { Metrics } from "../../geometry/metrics";
import type { LaneFacts } from "../marks";
import type { Guess } from "../picture-types";

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

/** Around a mark, its ring or square stands out so far from the ring of a chosen one, pixels. */
const OUT_PX = 4;

/** From the middle of a guessed mark to the ring or square around it, pixels. */
export function guessReach(m: Pick<Metrics, "ringRadius">): number {
  return m.ringRadius + OUT_PX;
}
