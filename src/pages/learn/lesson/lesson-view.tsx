import { useEffect, useRef } from "react";
import type { LessonName } from "../../../learn/lesson-names";
import { type LoadedLesson, loadLesson } from "../../../learn/load-lesson";
import { withPartDone } from "../../../learn/progress";
import { endReviews } from "../../../learn/review";
import { WORDS } from "../../../learn/words";
import { beginLearning, changeProgress, learnStore } from "../../../state/learn/progress-store";
import { goTo } from "../../../state/route/go-to";
import { useApp, useAppHandle, usePart } from "../../../state/use-app";
import { keyAction } from "../../../terms/keymap";
import { LoadingLine } from "../../../ui/feedback/loading-line";
import { useScopeKeys } from "../../../ui/keys/key-scope";
import { useLoaded } from "../../../views/take-home/use-loaded";
import { Review } from "../review/review";
import { useOpeningReview } from "../review/use-opening-review";
import { Blocks } from "../text/blocks";
import { EndReview } from "./end-review";
import type { LessonHandle } from "./lesson-context";
import { LessonFoot, ONCE_MORE_PART } from "./lesson-foot";
import { LessonFrame } from "./lesson-frame";
import { lastPartGone, useShownPart, waitingParts, waitsFor } from "./lesson-parts";
import { LessonReview, REVIEW_PART } from "./lesson-review";
import styles from "./lesson-view.module.css";
import { useLessonHandle } from "./use-lesson-handle";

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
  const part = useShownPart(handle);
  const { name, lesson, parts } = handle;
  const pace = usePart(learnStore, ({ progress }) => progress.pace);
  const waiting = waitingParts(handle, part);
  const isWaiting = waiting.includes(part);
  /** The short path is left by whoever goes on beyond it. */
  const pathLength = pace === "short" && part < lesson.shortParts ? lesson.shortParts : lesson.parts.length;
  const isLast = part === pathLength - 1;
  const partGone = lastPartGone(waiting, part);
  const comesBack = usePart(learnStore, ({ progress }) => endReviews(name, progress, lesson).length);
  const goToPart = (to: number) => goTo(app, { part: lesson.parts[to] ?? null });
  const last = useRef(part);
  useEffect(() => {
    // Going on to the next part is what ends one; nothing comes after the last, which ends once it waits for nothing.
    const isEnded = isLast && !isWaiting && comesBack === 0;
    const gone = isEnded ? partGone : Math.min(partGone, part - 1);
    if (isEnded || part === last.current + 1)
      changeProgress(app, (before) => withPartDone(before, name, gone, lesson, Date.now()));
    last.current = part;
  }, [app, part, isLast, isWaiting, comesBack, name, partGone, lesson]);
  useScopeKeys((event) => {
    const action = keyAction("lesson", event);
    if (action === null) return;
    event.preventDefault();
    const to = part + (action === "next_part" ? 1 : -1);
    if (to >= 0 && to < lesson.parts.length && (to < part || !isWaiting)) goToPart(to);
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
