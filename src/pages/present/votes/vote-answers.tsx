import type { Ballot } from "../../../present/ballot";
import type { PreparedStep } from "../../../present/prepare-step";
import { lettersOf } from "../../../present/votes/advice";
import { type Tally, tallyOf } from "../../../present/votes/tally";
import { heldWords, partWords } from "../../../present/votes/vote-words";
import { classNames } from "../../../ui/class-names";
import { type NamedAnswer, namedAnswers } from "./named-answers";
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
  const isFull = fitsInFull(answers);
  return (
    <ol className={styles.answers} aria-label="Answers">
      {answers.map((answer) => {
        const { letter, words, fullWords, isRight } = answer;
        return (
          <li key={letter} className={classNames(styles.answer, isRevealed && isRight && styles.right)}>
            <span className={styles.words}>
              <b>{letter}</b> {isFull ? fullWords : words}
              {isRevealed && isRight && <span className="visually-hidden">, right</span>}
              {tally && <span className="visually-hidden">, {countWords(tally, answer)}</span>}
            </span>
            <span className={classNames(styles.held, tally === null && styles.none)} aria-hidden="true">
              <span className={styles.track}>
                {tally && (
                  <span className={styles.bar} style={{ inlineSize: `${100 * tally.shares[letter]}%` }} />
                )}
              </span>
              <span className={classNames(styles.count, tally?.seen && styles.seen)}>
                {tally && countWords(tally, answer)}
              </span>
            </span>
          </li>
        );
      })}
    </ol>
  );
}

/** How many hold it, and which part of the class they are; where they were seen at a glance, what was seen. */
function countWords(tally: Tally, { letter }: NamedAnswer): string {
  const held = heldWords(tally, letter);
  return tally.seen === null ? `${held} · ${partWords(tally, letter)}` : held;
}

/** What an answer has at 1280 × 720, and about how wide a letter of it is, pixels. */
const LINE = { width: 1152, gap: 24, letter: 13.5 };

/** Whether all of them have room for their time and their value in one line. */
function fitsInFull(answers: readonly NamedAnswer[]): boolean {
  const width = (LINE.width + LINE.gap) / Math.max(1, answers.length) - LINE.gap;
  return answers.every(({ fullWords }) => (2 + fullWords.length) * LINE.letter <= width);
}
