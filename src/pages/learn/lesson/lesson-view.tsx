import { useCallback } from "react";
import type { LessonName } from "../../../learn/lesson-names";
import { type LoadedLesson, loadLesson } from "../../../learn/load-lesson";
import { progressIn, withPartDone } from "../../../learn/progress";
import { WORDS } from "../../../learn/words";
import { beginLearning, changeProgress, learnStore } from "../../../state/learn/progress-store";
import { useApp, useAppHandle, usePart } from "../../../state/use-app";
import { LoadingLine } from "../../../ui/feedback/loading-line";
import { useLoaded } from "../../../views/take-home/use-loaded";
import { Review } from "../review/review";
import { useOpeningReview } from "../review/use-opening-review";
import { Blocks } from "../text/blocks";
import type { LessonHandle } from "./lesson-context";
import { LessonFoot } from "./lesson-foot";
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
  const isReview = useApp((state) => state.route.part === REVIEW_PART);
  if (!isReview) return <LessonParts handle={handle} />;
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
  const onGone = useCallback(
    (gone: number) => changeProgress(app, (before) => withPartDone(before, name, gone, lesson, Date.now())),
    [app, name, lesson],
  );
  const { part, isLast, waiting, goToPart } = usePartWalk(handle, {
    numGone: progressIn(app.part(learnStore).getState().progress, name).parts,
    isShort: pace === "short",
    onGone,
  });
  const shown = parts[part];
  const opening = useOpeningReview(name);
  if (part === 0 && opening.questions === null) return <LoadingLine>{WORDS.lesson.loading}</LoadingLine>;
  if (part === 0 && opening.questions !== null && opening.questions.length > 0)
    return (
      <LessonFrame handle={handle} part={null} title={WORDS.review.title}>
        <Review opens={name} questions={opening.questions} onLeave={opening.leave} />
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
        onPart={goToPart}
      />
    </LessonFrame>
  );
}
