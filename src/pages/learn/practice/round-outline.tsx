import { ROUND_ITEMS } from "../../../learn/practice/round";
import type { PracticeAnswer } from "../../../learn/progress";
import { say, WORDS } from "../../../learn/words";
import { useLearnHref } from "../use-learn-href";
import styles from "./round-outline.module.css";

const { practice: words } = WORDS;

export interface RoundOutlineProps {
  readonly seed: number;
  readonly answers: readonly (PracticeAnswer | null)[];
  /** The number of the question that is shown, from 0; {@link ROUND_ITEMS} for the end. */
  readonly at: number;
  readonly onItem: (number: number) => void;
}

/** The ten questions of a round: what each was about is told once it is answered. */
export function RoundOutline({ answers, at, onItem }: RoundOutlineProps) {
  const hrefTo = useLearnHref();
  const firstOpen = answers.indexOf(null);
  return (
    <nav
      className={styles.outline}
      aria-label={words.answersOf}
      data-at-end={at === ROUND_ITEMS || undefined}
    >
      <ol className={styles.items}>
        {answers.map((answer, number) => {
          const isHere = number === at;
          const canGo = answer !== null || number === firstOpen;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a round's questions do not change
            <li key={number} data-here={isHere || undefined}>
              <button
                type="button"
                className={styles.item}
                disabled={!canGo}
                aria-current={isHere ? "step" : undefined}
                onClick={() => onItem(number)}
              >
                <span className={styles.number}>{number + 1}</span>
                <ItemWords answer={answer} />
              </button>
            </li>
          );
        })}
        {firstOpen === -1 && (
          <li data-here={at === ROUND_ITEMS || undefined}>
            <button
              type="button"
              className={styles.item}
              aria-current={at === ROUND_ITEMS ? "step" : undefined}
              onClick={() => onItem(ROUND_ITEMS)}
            >
              {words.toEnd}
            </button>
          </li>
        )}
      </ol>
      <a className={styles.all} href={hrefTo({ lesson: null })}>
        {words.allLessons}
      </a>
    </nav>
  );
}

function ItemWords({ answer }: { readonly answer: PracticeAnswer | null }) {
  if (answer === null) return <span className="visually-hidden">{words.open}</span>;
  const { topic } = words.misconceptions[answer.misconception];
  return (
    <span>
      <span className={styles.sign} data-is-right={answer.isRight || undefined} aria-hidden>
        {answer.isRight ? "✓" : "≠"}
      </span>{" "}
      {topic}
      <span className="visually-hidden">
        {say(words.outcome, { outcome: answer.isRight ? words.wasRight : words.wasWrong })}
      </span>
    </span>
  );
}
