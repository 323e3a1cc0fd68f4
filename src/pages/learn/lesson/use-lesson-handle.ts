import { useMemo } from "react";
import type { LoadedLesson } from "../../../learn/load-lesson";
import { lastAnswer, progressIn, withAnswer, withLesson } from "../../../learn/progress";
import { ask, variantCount } from "../../../learn/questions/ask";
import { changeProgress, learnStore } from "../../../state/learn/progress-store";
import { useAppHandle, usePart } from "../../../state/use-app";
import type { LessonHandle } from "./lesson-context";

/** What the parts of a lesson are given of it, and of what its reader has done in it. */
export function useLessonHandle(loaded: LoadedLesson): LessonHandle {
  const app = useAppHandle();
  const progress = usePart(learnStore, (state) => state.progress);
  return useMemo(() => {
    const { name, lesson } = loaded;
    return {
      ...loaded,
      ask: (question, variant) => {
        const asked = lesson.questions[question];
        const count = asked === undefined ? 1 : variantCount(asked);
        return ask(lesson, question, variant === "new" ? Math.min(1, count - 1) : 0);
      },
      answerTo: (asked) => lastAnswer(progress, name, asked.name, asked.variant),
      commit: (asked, option, confidence) =>
        changeProgress(app, (before) =>
          withAnswer(before, {
            lesson: name,
            question: asked.name,
            variant: asked.variant,
            option,
            isRight: option === asked.right,
            confidence,
            at: "lesson",
            time: Date.now(),
          }),
        ),
      made: (key) => progressIn(progress, name).made[key] ?? null,
      keepMade: (key, made) =>
        changeProgress(app, (before) =>
          withLesson(before, name, { made: { ...progressIn(before, name).made, [key]: [...made] } }),
        ),
    };
  }, [app, loaded, progress]);
}
