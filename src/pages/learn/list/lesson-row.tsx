import { useState } from "react";
import { COURSE_MINUTES, COURSE_WORDS } from "../../../learn/course";
import { LESSON_NAMES, type LessonName } from "../../../learn/lesson-names";
import { isDone, minutesLeftIn, progressIn } from "../../../learn/progress";
import { nextReviewOf } from "../../../learn/review";
import { say, WORDS } from "../../../learn/words";
import { learnStore } from "../../../state/learn/progress-store";
import { usePart } from "../../../state/use-app";
import { REVIEW_PART } from "../lesson/lesson-review";
import { useLearnHref } from "../use-learn-href";
import { dayInWords } from "./day-in-words";
import { Glance } from "./glance";
import styles from "./lesson-row.module.css";

export interface LessonRowProps {
  readonly name: LessonName;
  /** Whether it is the first that is not done: the reader is before it. */
  readonly isNext: boolean;
}

/** One lesson in their list: its number, its picture, its idea, and how it stands with it. */
export function LessonRow({ name, isNext }: LessonRowProps) {
  const hrefTo = useLearnHref();
  const progress = usePart(learnStore, (state) => state.progress);
  const number = LESSON_NAMES.indexOf(name);
  const done = isDone(progress, name, progress.pace);
  const minutes = say(WORDS.list.minutes, {
    minutes: minutesLeftIn(progress, name, progress.pace, COURSE_MINUTES),
  });
  const isHalf = !done && progressIn(progress, name).shortDone !== null;
  return (
    <li className={styles.row} data-state={done ? "done" : isNext ? "next" : undefined}>
      {isNext && <span className={styles.here}>{WORDS.list.youAreHere}</span>}
      <span className={styles.number} aria-hidden>
        {number > 0 && number}
      </span>
      <Glance lesson={name} />
      <span className={styles.words}>
        <a className={styles.title} href={hrefTo({ lesson: name })}>
          {COURSE_WORDS[name].title}
        </a>
        <span className={styles.idea}>{COURSE_WORDS[name].idea}</span>
      </span>
      <span className={styles.state}>
        {done ? (
          <span>
            <span className={styles.tick} aria-hidden>
              ✓{" "}
            </span>
            {WORDS.list.done}
          </span>
        ) : (
          <span>
            {isNext && (
              <>
                <b>{WORDS.list.next}</b>,{" "}
              </>
            )}
            {minutes}
          </span>
        )}
        {isHalf && <span>{WORDS.list.shortDone}</span>}
        <ReviewWords name={name} />
      </span>
    </li>
  );
}

/** When something of a lesson comes back, and whether one was sure of it and wrong. */
function ReviewWords({ name }: { readonly name: LessonName }) {
  const progress = usePart(learnStore, (state) => state.progress);
  const [nowMs] = useState(Date.now);
  const hrefTo = useLearnHref();
  const review = nextReviewOf(name, progress);
  if (review === null) return null;
  const day = dayInWords(review.dueMs, nowMs);
  const isDue = review.dueMs <= nowMs;
  const words = review.isSureAndWrong ? (
    <b>
      {review.comesBack === "later" || isDue
        ? say(WORDS.list.sureAndWrongLater, { day })
        : WORDS.list.sureAndWrong}
    </b>
  ) : (
    say(WORDS.list.toReview, { day })
  );
  if (!isDue) return <span>{words}</span>;
  return (
    <a className={styles.review} href={hrefTo({ lesson: name, part: REVIEW_PART })}>
      {words}
    </a>
  );
}
