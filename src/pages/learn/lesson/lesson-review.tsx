import { useState } from "react";
import type { LoadedLesson } from "../../../learn/load-lesson";
import { lessonReviews } from "../../../learn/review";
import { WORDS } from "../../../learn/words";
import { learnStore } from "../../../state/learn/progress-store";
import { goTo } from "../../../state/route/go-to";
import { useAppHandle } from "../../../state/use-app";
import { Review } from "../review/review";
import { reviewQuestion } from "../review/use-opening-review";
import styles from "./lesson-view.module.css";

/** By this name the address asks for the questions of a lesson that have come back, in the place of a part. */
export const REVIEW_PART = "review";

/** The questions of one lesson that have come back, days after they were answered: those that there are when it is opened. */
export function LessonReview({ loaded }: { readonly loaded: LoadedLesson }) {
  const app = useAppHandle();
  const { name, lesson } = loaded;
  const [questions] = useState(() =>
    lessonReviews(name, app.part(learnStore).getState().progress, lesson, Date.now()).flatMap(
      (item) => reviewQuestion(item, loaded) ?? [],
    ),
  );
  const leave = () => goTo(app, { lesson: null, part: null });
  if (questions.length === 0) return <p className={styles.nothing}>{WORDS.lesson.nothingToReview}</p>;
  return <Review occasion={{ kind: "later", lesson: name }} questions={questions} onLeave={leave} />;
}
