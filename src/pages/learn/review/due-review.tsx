import { useEffect, useRef, useState } from "react";
import type { LessonName } from "../../../learn/lesson-names";
import { loadLesson } from "../../../learn/load-lesson";
import { dueReviews, itemOf, nextReview } from "../../../learn/review";
import { say, WORDS } from "../../../learn/words";
import { learnStore } from "../../../state/learn/progress-store";
import { goTo } from "../../../state/route/go-to";
import { useAppHandle, usePart } from "../../../state/use-app";
import { ButtonLink } from "../../../ui/controls/button";
import { LoadingLine } from "../../../ui/feedback/loading-line";
import { useLoaded } from "../../../views/take-home/use-loaded";
import { dayInWords } from "../list/day-in-words";
import { useLearnHref } from "../use-learn-href";
import styles from "./due-review.module.css";
import { Review } from "./review";
import { reviewQuestion } from "./use-opening-review";

/** All that has come back by now, of every lesson: what there is when it is opened. The link of a calendar's entry leads here. */
export function DueReview() {
  const app = useAppHandle();
  const heading = useRef<HTMLHeadingElement>(null);
  const [progress] = useState(() => app.part(learnStore).getState().progress);
  const loaded = useLoaded(async () => {
    const due = dueReviews(progress, Date.now());
    const names = [...new Set(due.map(({ lesson }) => lesson))];
    const lessons = new Map(
      await Promise.all(names.map(async (name) => [name, await loadLesson(name)] as const)),
    );
    return due.flatMap(({ lesson, question }) => {
      const from = lessons.get(lesson satisfies LessonName);
      if (from === undefined || !Object.hasOwn(from.lesson.questions, question)) return [];
      return reviewQuestion(itemOf(lesson, question, progress, from.lesson), from) ?? [];
    });
  });
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, []);
  if (loaded.kind === "failed") throw loaded.error;
  return (
    <article className={styles.page}>
      <h1 ref={heading} tabIndex={-1} className={styles.title}>
        {WORDS.review.dueTitle}
      </h1>
      {loaded.kind === "loading" ? (
        <LoadingLine>{WORDS.lesson.loading}</LoadingLine>
      ) : loaded.value.length === 0 ? (
        <NothingDue />
      ) : (
        <>
          <p className={styles.lead}>{WORDS.review.dueLead}</p>
          <Review
            occasion={{ kind: "later", lesson: null }}
            questions={loaded.value}
            onLeave={() => goTo(app, { lesson: null, part: null })}
          />
        </>
      )}
    </article>
  );
}

function NothingDue() {
  const hrefTo = useLearnHref();
  const progress = usePart(learnStore, (state) => state.progress);
  const [nowMs] = useState(Date.now);
  const next = nextReview(progress);
  return (
    <>
      <p className={styles.lead}>
        {next === null ? WORDS.review.nothingKept : WORDS.review.nothingDue}{" "}
        {next !== null && say(WORDS.review.nextDue, { day: dayInWords(next.dueMs, nowMs) })}
      </p>
      <p>
        <ButtonLink variant="primary" href={hrefTo({ lesson: null })}>
          {WORDS.lesson.allLessons}
        </ButtonLink>
      </p>
    </>
  );
}
