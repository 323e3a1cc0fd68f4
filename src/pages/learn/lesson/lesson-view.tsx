import { useCallback } from "react";
import type { LessonName } from "../../../learn/lesson-names";
import { type LoadedLesson, loadLesson } from "../../../learn/load-lesson";
import { progressIn, withPartDone } from "../../../learn/progress";
import { endReviews } from "../../../learn/review";
import { WORDS } from "../../../learn/words";
import { beginLearning, changeProgress, learnStore } from "../../../state/learn/progress-store";
import { useApp, useAppHandle, usePart } from "../../../state/use-app";
import { LoadingLine } from "../../../ui/feedback/loading-line";
import { useLoaded } from "../../../views/take-home/use-loaded";
import { Review } from "../review/review";
import { useOpeningReview } from "../review/use-opening-review";
import { Blocks } from "../text/blocks";
import { EndReview } from "./end-review";
import type { LessonHandle } from "./lesson-context";
import { LessonFoot, ONCE_MORE_PART } from "./lesson-foot";
import { LessonFrame } from "./lesson-frame";
import { waitsFor } from "./lesson-parts";
import { LessonReview, REVIEW_PART } from "./lesson-review";
import styles from "./lesson-view.module.css";
import { useLessonHandle } from "./use-lesson-handle";
import { usePartWalk } from "./use-part-walk";

/** A lesson, part by part. */
export function LessonView({ name }: { readonly name: LessonName }) {
  const app = useAppHandle();
  const loaded = useLoaded(() => {
    beginLearning(app);
    return loadLesson(name);
  });
  if (loaded.kind === "loading") return <LoadingLine>{WORDS.lesson.loading}</LoadingLine>;
  if (loaded.kind === "failed") throw loaded.error;
  return <OpenLesson loaded={loaded.value} />;
}

function OpenLesson({ loaded }: { readonly loaded: LoadedLesson }) {
  const handle = useLessonHandle(loaded);
  const part = useApp((state) => state.route.part);
  if (part === ONCE_MORE_PART)
    return (
      <LessonFrame handle={handle} part={null} title={WORDS.review.onceMore}>
        <EndReview handle={handle} />
      </LessonFrame>
    );
  if (part !== REVIEW_PART) return <LessonParts handle={handle} />;
  return (
    <LessonFrame handle={handle} part={null} title={WORDS.lesson.review}>
      <LessonReview loaded={loaded} />
    </LessonFrame>
  );
}

function LessonParts({ handle }: { readonly handle: LessonHandle }) {
  const app = useAppHandle();
  const { name, lesson, parts } = handle;
  const pace = usePart(learnStore, ({ progress }) => progress.pace);
  const comesBack = usePart(learnStore, ({ progress }) => endReviews(name, progress, lesson).length);
  const onGone = useCallback(
    (gone: number) => changeProgress(app, (before) => withPartDone(before, name, gone, lesson, Date.now())),
    [app, name, lesson],
  );
  const { part, isLast, waiting, goToPart } = usePartWalk(handle, {
    numGone: progressIn(app.part(learnStore).getState().progress, name).parts,
    isShort: pace === "short",
    isHeld: comesBack > 0,
    onGone,
  });
  const shown = parts[part];
  const opening = useOpeningReview(name);
  if (part === 0 && opening.questions === null) return <LoadingLine>{WORDS.lesson.loading}</LoadingLine>;
  if (part === 0 && opening.questions !== null && opening.questions.length > 0)
    return (
      <LessonFrame handle={handle} part={null} title={WORDS.review.title}>
        <Review
          occasion={{ kind: "opening", lesson: name }}
          questions={opening.questions}
          onLeave={opening.leave}
        />
      </LessonFrame>
    );
  return (
    <LessonFrame handle={handle} part={part} title={shown?.title ?? ""}>
      {shown && (
        <div key={part} className={styles.blocks} data-part={lesson.parts[part]}>
          <Blocks blocks={shown.blocks} />
        </div>
      )}
      <LessonFoot
        part={part}
        isLast={isLast}
        waitsFor={waitsFor(handle, part)}
        waiting={waiting.filter((one) => one !== part)}
        comesBack={comesBack}
        onPart={goToPart}
      />
    </LessonFrame>
  );
}
