import { useState } from "react";
import type { LoadedLesson } from "../../../learn/load-lesson";
import { lessonReviews } from "../../../learn/review";
import { WORDS } from "../../../learn/words";
import { learnStore } from "../../../state/learn/progress-store";
import { goTo } from "../../../state/route/go-to";
import { useAppHandle } from "../../../state/use-app";
import { useLearnHref } from "../use-learn-href";
import { Review } from "./review";
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
  if (questions.length > 0)
    return (
      <Review opens={null} questions={questions} onLeave={() => goTo(app, { lesson: null, part: null })} />
    );
  return (
    <p>
      {WORDS.review.nothing} <a href={hrefTo({ lesson: name, part: null })}>{WORDS.review.toLesson}</a>
    </p>
  );
}
