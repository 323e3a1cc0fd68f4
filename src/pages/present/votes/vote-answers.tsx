import type { Ballot } from "../../../present/ballot";
import type { PreparedStep } from "../../../present/prepare-step";
import { lettersOf } from "../../../present/votes/advice";
import { tallyOf } from "../../../present/votes/tally";
import { heldWords, NOBODY_NOTED } from "../../../present/votes/vote-words";
import { classNames } from "../../../ui/class-names";
import { namedAnswers } from "./named-answers";
import styles from "./vote-answers.module.css";

export interface VoteAnswersProps {
  readonly step: PreparedStep;
  /** What the class has answered; `null` before its vote is closed, and where it does not vote: then there are no bars. */
  readonly ballot: Ballot | null;
  /** Whether the right one is shown as right. */
  readonly isRevealed: boolean;
}

/** What a class can answer, by letter, with how many do. As large as the screen that it stands in. */
export function VoteAnswers({ step, ballot, isRevealed }: VoteAnswersProps) {
  const answers = namedAnswers(step);
  const tally = tallyOf(ballot, lettersOf(answers));
  return (
    <div className={styles.frame}>
      <ol className={styles.answers} aria-label="Answers">
        {answers.map((answer) => {
          const { letter, words, isRight } = answer;
          const share = tally?.shares[letter] ?? 0;
          return (
            <li key={letter} className={classNames(styles.answer, isRevealed && isRight && styles.right)}>
              <span className={styles.words}>
                <b>{letter}</b> {words}
                {isRevealed && isRight && <span className="visually-hidden">, right</span>}
                {tally && <span className="visually-hidden">, {heldWords(tally, letter)}</span>}
              </span>
              <span className={classNames(styles.track, tally === null && styles.none)} aria-hidden="true">
                {tally && <span className={styles.bar} style={{ inlineSize: `${100 * share}%` }} />}
              </span>
            </li>
          );
        })}
      </ol>
      {ballot !== null && tally === null && <p className={styles.nobody}>{NOBODY_NOTED}</p>}
    </div>
  );
}
