import { BELIEF_WORDS } from "../../../present/belief-words";
import type { PreparedStep } from "../../../present/prepare-step";
import { type Advice, adviseAfter } from "../../../present/votes/advice";
import type { Tally } from "../../../present/votes/tally";
import {
  adviceWords,
  holdWords,
  partWords,
  rightWords,
  secondVoteWords,
} from "../../../present/votes/vote-words";
import { Button } from "../../../ui/controls/button";
import { AdviceScale } from "./advice-scale";
import { namedAnswers } from "./named-answers";
import styles from "./vote-panel.module.css";

/** What lets neighbours talk where the plan has one vote alone. */
export const TALK_AND_VOTE_AGAIN = "Let them talk, and vote again";

export interface VoteAdviceProps {
  readonly step: PreparedStep;
  readonly tally: Tally;
  readonly round: 1 | 2;
  /** What the first vote came to, beside the second. */
  readonly first: Tally | null;
  /** Lets neighbours talk, and the class vote again, though the plan does not say so; `null` where that is not to be offered. */
  readonly onVoteAgain: (() => void) | null;
}

/** What a vote says to the speaker: what is usually best now, and what stands behind the wrong answer that most hold. */
export function VoteAdvice({ step, tally, round, first, onVoteAgain }: VoteAdviceProps) {
  const answers = namedAnswers(step);
  const right = answers.find(({ isRight }) => isRight);
  if (right === undefined || step.asked === null) return null;
  const advice = adviseAfter(tally, answers, step.asked.beliefs);
  const votesAgain = step.step.kind !== "words" && step.step.votes === 2;
  return (
    <div>
      <p className={styles.advice} role="status">
        {round === 1
          ? adviceWords(advice, rightWords(tally, right.letter), votesAgain)
          : secondVoteWords(advice, rightWords(tally, right.letter), first && partWords(first, right.letter))}
      </p>
      <Leading tally={tally} advice={advice} />
      {onVoteAgain !== null && advice.move === "talk" && (
        <Button onClick={onVoteAgain}>{TALK_AND_VOTE_AGAIN}</Button>
      )}
      {round === 1 && <AdviceScale percentRight={advice.percentRight} />}
    </div>
  );
}

function Leading({ tally, advice: { leadingWrong } }: { readonly tally: Tally; readonly advice: Advice }) {
  if (leadingWrong === null) return null;
  const { belief } = leadingWrong;
  return (
    <p className={styles.leading}>
      {holdWords(tally, leadingWrong.answer.letter)}
      {belief !== null && ` “${BELIEF_WORDS[belief].short}” Ask: ${BELIEF_WORDS[belief].ask}`}
    </p>
  );
}
