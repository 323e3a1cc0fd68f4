import { LESSON_NAMES } from "../../../learn/lesson-names";
import { MISCONCEPTION_TABLE, type Misconception } from "../../../learn/practice/misconceptions";
import { nextRound, ROUND_ITEMS, roundEnd, roundFocus } from "../../../learn/practice/round";
import { STREAK, standings } from "../../../learn/practice/standing";
import { say, WORDS } from "../../../learn/words";
import { learnStore } from "../../../state/learn/progress-store";
import { PRACTICE_PAGE } from "../../../state/route/url";
import { usePageHref, usePart } from "../../../state/use-app";
import { ButtonLink } from "../../../ui/controls/button";
import { useLearnHref } from "../use-learn-href";
import styles from "./round-summary.module.css";
import { topicsInWords } from "./topics-in-words";
import { useArrival } from "./use-arrival";

const { practice: words } = WORDS;

/** What a round has come to: what ended, what is left, and another round. */
export function RoundSummary({ seed }: { readonly seed: number }) {
  const heading = useArrival();
  const hrefTo = usePageHref();
  const learnHref = useLearnHref();
  const progress = usePart(learnStore, (state) => state.progress);
  const { right, ended, left } = roundEnd(progress, seed);
  const next = nextRound(progress);
  const focus = roundFocus(next);
  return (
    <>
      <h2 ref={heading} tabIndex={-1} data-arrival className={styles.title}>
        {say(words.endTitle, { right, count: ROUND_ITEMS })}
      </h2>
      {ended.length > 0 && (
        <section className={styles.part}>
          <h3>{words.ended}</h3>
          <ul className={styles.beliefs}>
            {ended.map((name) => (
              <li key={name}>
                <s>{words.misconceptions[name].belief}</s>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className={styles.part}>
        <h3>{words.left}</h3>
        {left.length === 0 ? (
          <p>{words.nothingLeft}</p>
        ) : (
          <ul className={styles.beliefs}>
            {left.map((name) => (
              <Left key={name} name={name} />
            ))}
          </ul>
        )}
      </section>
      <p className={styles.ways}>
        <ButtonLink variant="primary" href={hrefTo(PRACTICE_PAGE, { seed: next })}>
          {focus.length === 0 ? words.another : say(words.anotherAbout, { topics: topicsInWords(focus) })}
        </ButtonLink>
        <ButtonLink href={learnHref({ lesson: null })}>{words.allLessons}</ButtonLink>
      </p>
      <p className={styles.link}>{words.again}</p>
    </>
  );
}

/** What was answered wrong and has not ended since: how far its streak is, its lesson, and what is so. */
function Left({ name }: { readonly name: Misconception }) {
  const hrefTo = useLearnHref();
  const progress = usePart(learnStore, (state) => state.progress);
  const { lesson } = MISCONCEPTION_TABLE[name];
  const { topic, truth } = words.misconceptions[name];
  const { streak = 0 } = standings(progress).get(name) ?? {};
  return (
    <li>
      <span className={styles.topic}>{topic}</span>
      <span className={styles.state}>
        {say(words.leftEntry, { streak, most: STREAK })} ·{" "}
        <a href={hrefTo({ lesson })}>{say(words.lesson, { number: LESSON_NAMES.indexOf(lesson) })}</a>
      </span>
      <span className={styles.truth}>{truth}</span>
    </li>
  );
}
