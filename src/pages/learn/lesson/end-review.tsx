import { useEffect, useRef, useState } from "react";
import { progressIn, withLesson, withPartDone } from "../../../learn/progress";
import { endReviews, SKIPPED_AT_END } from "../../../learn/review";
import { WORDS } from "../../../learn/words";
import { changeProgress, learnStore } from "../../../state/learn/progress-store";
import { goTo } from "../../../state/route/go-to";
import { useAppHandle, usePart } from "../../../state/use-app";
import { Button } from "../../../ui/controls/button";
import { Review } from "../review/review";
import { type ReviewQuestion, reviewQuestion } from "../review/use-opening-review";
import type { LessonHandle } from "./lesson-context";
import { MoreMinutes, NextLesson, PathEnd } from "./lesson-foot";
import styles from "./lesson-foot.module.css";
import { lastPartGone, waitingParts } from "./lesson-parts";

/** What a learner was certain of and wrong about in a lesson, once more; then the lesson is done. Those that there are when it is opened. */
export function EndReview({ handle }: { readonly handle: LessonHandle }) {
  const app = useAppHandle();
  const { name, lesson } = handle;
  const [questions] = useState(() =>
    endReviews(name, app.part(learnStore).getState().progress, lesson).flatMap(
      (item) => reviewQuestion(item, handle) ?? [],
    ),
  );
  const asked = new Set(questions.map(({ item }) => item.question));
  const isOver = usePart(
    learnStore,
    ({ progress }) => !endReviews(name, progress, lesson).some(({ question }) => asked.has(question)),
  );
  const [isLeft, setLeft] = useState(questions.length === 0);
  const skip = ({ item }: ReviewQuestion) =>
    changeProgress(app, (before) => {
      const { made } = progressIn(before, name);
      const skipped = [...(made[SKIPPED_AT_END] ?? []), item.question];
      return withLesson(before, name, { made: { ...made, [SKIPPED_AT_END]: skipped } });
    });
  return (
    <>
      {!isLeft && (
        <Review
          occasion={{ kind: "end" }}
          questions={questions}
          onSkip={skip}
          onLeave={() => setLeft(true)}
        />
      )}
      {isOver && <LessonEnd handle={handle} takesFocus={isLeft && questions.length > 0} />}
    </>
  );
}

interface LessonEndProps {
  readonly handle: LessonHandle;
  /** Whether it comes in the place of what had the focus. */
  readonly takesFocus: boolean;
}

/** Counts the path done that was taken, and leads on. */
function LessonEnd({ handle, takesFocus }: LessonEndProps) {
  const app = useAppHandle();
  const { name, lesson } = handle;
  const end = useRef<HTMLDivElement>(null);
  const isShort = usePart(learnStore, ({ progress: { pace } }) => pace === "short");
  const isWhole = waitingParts(handle, lesson.parts.length - 1).length === 0;
  const last = (isShort && !isWhole ? lesson.shortParts : lesson.parts.length) - 1;
  const waiting = waitingParts(handle, last);
  const gone = lastPartGone(waiting, last);
  useEffect(() => {
    changeProgress(app, (before) => withPartDone(before, name, gone, lesson, Date.now()));
  }, [app, name, gone, lesson]);
  useEffect(() => {
    if (takesFocus) end.current?.focus({ preventScroll: true });
  }, [takesFocus]);
  const hasMore = last + 1 < lesson.parts.length;
  const goToPart = (to: number) => goTo(app, { part: lesson.parts[to] ?? null });
  return (
    <>
      <div ref={end} tabIndex={-1} data-arrival className={styles.after}>
        <PathEnd hasMore={hasMore} waiting={waiting} />
      </div>
      <footer className={styles.foot}>
        <Button onClick={() => goToPart(last)}>{WORDS.lesson.back}</Button>
        <span className={styles.ways}>
          {hasMore && (
            <Button onClick={() => goToPart(last + 1)}>
              <MoreMinutes />
            </Button>
          )}
          <NextLesson />
        </span>
      </footer>
    </>
  );
}
