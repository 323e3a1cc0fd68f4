import type { LessonProblem } from "../../learn/lesson-file/lesson-problem";
import { say, WORDS } from "../../learn/words";
import styles from "./problems.module.css";

/** As many things that are wrong are listed at once. */
const MOST_LISTED = 20;

/** What is wrong with a lesson file, line by line. */
export function Problems({ problems }: { readonly problems: readonly LessonProblem[] }) {
  const count = problems.length;
  const words =
    count === 1 ? WORDS.own.refusedOne : count > MOST_LISTED ? WORDS.own.refusedMost : WORDS.own.refused;
  return (
    <>
      <p>{say(words, { count, most: MOST_LISTED })}</p>
      <ul className={styles.problems}>
        {problems.slice(0, MOST_LISTED).map((problem) => (
          <li key={`${problem.line} ${problem.field} ${problem.message}`} className={styles.problem}>
            <b className={styles.line}>{say(WORDS.own.line, { line: problem.line })}</b>
            <span className={styles.words}>
              {problem.field !== null && <code>{problem.field}</code>} {problem.message}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
