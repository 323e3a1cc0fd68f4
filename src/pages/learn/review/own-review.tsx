import { useState } from "react";
import { COURSE_WORDS } from "../../../learn/course";
import type { LoadedLesson } from "../../../learn/load-lesson";
import { lessonReviews } from "../../../learn/review";
import { WORDS } from "../../../learn/words";
import { learnStore } from "../../../state/learn/progress-store";
import { goTo } from "../../../state/route/go-to";
import { useAppHandle } from "../../../state/use-app";
import { lessonOf } from "../lesson/lesson-of";
import { useLearnHref } from "../use-learn-href";
import { Review } from "./review";
import styles from "./review.module.css";
import { reviewQuestion } from "./use-opening-review";

/** The part of every lesson at which its own questions come back, days later. */
export const REVIEW_PART = "review";

/** What comes back of one lesson: what is due of it, else all. */
export function OwnReview({ loaded }: { readonly loaded: LoadedLesson }) {
  const app = useAppHandle();
  const hrefTo = useLearnHref();
  const { name, lesson } = loaded;
  const [questions] = useState(() => {
    const { progress } = app.part(learnStore).getState();
    return lessonReviews(name, progress, lesson, Date.now()).flatMap(
      (item) => reviewQuestion(item, loaded) ?? [],
    );
  });
  return (
    <article className={styles.page}>
      <header>
        <p className={styles.where}>
          {lessonOf(name)} · {WORDS.review.own}
        </p>
        <h1>{COURSE_WORDS[name].title}</h1>
      </header>
      {questions.length > 0 ? (
        <Review opens={null} questions={questions} onLeave={() => goTo(app, { lesson: null, part: null })} />
      ) : (
        <p>
          {WORDS.review.nothing} <a href={hrefTo({ lesson: name, part: null })}>{WORDS.review.toLesson}</a>
        </p>
      )}
    </article>
  );
}
