import { useMemo } from "react";
import type { LessonFile } from "../../../learn/lesson-file/lesson-file";
import { lastOwnAnswer } from "../../../learn/own-progress";
import { changeOwnProgress, ownLessonsStore, ownProgressIn } from "../../../state/learn/own-lessons";
import { learnStore } from "../../../state/learn/progress-store";
import { useAppHandle, usePart } from "../../../state/use-app";
import type { OpenLesson } from "../lesson/lesson-context";
import { asking, useAskOnce } from "../lesson/use-lesson-handle";

/** What the parts of a lesson by somebody else are given of it, and of what its reader has done in it. */
export function useOwnLessonHandle(name: string, { lesson, parts }: LessonFile): OpenLesson {
  const app = useAppHandle();
  const progress = usePart(ownLessonsStore, (state) => ownProgressIn(state, name));
  const seed = usePart(learnStore, (state) => state.progress.seed);
  const loaded = useMemo(() => ({ lesson, parts }), [lesson, parts]);
  const askOnce = useAskOnce(loaded);
  return useMemo(() => {
    const answers = progress.answers.map((one) => ({ ...one, lesson: name, at: "lesson" }) as const);
    return {
      ...loaded,
      ...asking(name, loaded.lesson, { seed, answers }, askOnce),
      answerTo: (asked) => lastOwnAnswer(progress, asked.name, asked.variant),
      commit: ({ name: question, variant, right }, option, confidence) =>
        changeOwnProgress(app, name, (before) => ({
          ...before,
          answers: [
            ...before.answers,
            { question, variant, option, isRight: option === right, confidence, time: Date.now() },
          ],
        })),
      made: (key) => progress.made[key] ?? null,
      keepMade: (key, made) =>
        changeOwnProgress(app, name, (before) => ({
          ...before,
          made: { ...before.made, [key]: [...made] },
        })),
    };
  }, [app, name, loaded, progress, seed, askOnce]);
}
