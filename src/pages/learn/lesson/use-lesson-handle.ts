import { useMemo } from "react";
import type { Lesson } from "../../../learn/lesson";
import type { LoadedLesson } from "../../../learn/load-lesson";
import { lastAnswer, progressIn, withAnswer, withLesson } from "../../../learn/progress";
import { type Asked, ask, variantCount } from "../../../learn/questions/ask";
import {
  type AskedBefore,
  type Occasion,
  pickAnother,
  pickVariant,
} from "../../../learn/questions/pick-variant";
import { changeProgress, learnStore } from "../../../state/learn/progress-store";
import { useAppHandle, usePart } from "../../../state/use-app";
import type { LessonHandle, OpenLesson } from "./lesson-context";

/** How a lesson asks its questions, by what its reader was asked before. */
type Asking = Pick<OpenLesson, "ask" | "askAgain">;

/**
 * Asks the questions of a lesson in the variants that its reader is asked.
 *
 * @param name - Tells it from other lessons.
 */
export function asking(
  name: string,
  { questions }: Lesson,
  before: AskedBefore,
  askOnce: (question: string, variant: number) => Asked,
): Asking {
  const refOf = (question: string) => {
    const asked = questions[question];
    return { lesson: name, question, count: asked === undefined ? 1 : variantCount(asked) };
  };
  /** The question on whose data another one is asked. */
  const likeOf = (variant = "") => (questions[variant] === undefined ? null : variant);
  return {
    ask(question, variant) {
      const like = likeOf(variant) ?? question;
      const picked = namedVariant(variant) ?? pickVariant(before, refOf(like), occasionOf(variant));
      return askOnce(question, picked);
    },
    askAgain(asked, variant) {
      if (likeOf(variant) !== null || namedVariant(variant) !== null) return null;
      const other = pickAnother(before, refOf(asked.name), occasionOf(variant), asked.variant);
      return other === null ? null : askOnce(asked.name, other);
    },
  };
}

/** What the parts of a lesson are given of it, and of what its reader has done in it. */
export function useLessonHandle(loaded: LoadedLesson): LessonHandle {
  const app = useAppHandle();
  const progress = usePart(learnStore, (state) => state.progress);
  const askOnce = useAskOnce(loaded);
  return useMemo(() => {
    const { name, lesson } = loaded;
    return {
      ...loaded,
      ...asking(name, lesson, progress, askOnce),
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
            belief: asked.beliefs.get(option) ?? null,
            time: Date.now(),
          }),
        ),
      made: (key) => progressIn(progress, name).made[key] ?? null,
      keepMade: (key, made) =>
        changeProgress(app, (before) =>
          withLesson(before, name, { made: { ...progressIn(before, name).made, [key]: [...made] } }),
        ),
    };
  }, [app, loaded, progress, askOnce]);
}

/** A variant that a text names by its number, because it tells of that one before and after. */
function namedVariant(variant: string | undefined): number | null {
  return variant !== undefined && /^\d+$/.test(variant) ? Number(variant) : null;
}

function occasionOf(variant: string | undefined): Occasion {
  return variant === "new" ? "new" : "own";
}

/** Asks the engine once for each variant, and then gives the same: what is derived from a slice is kept with it. */
export function useAskOnce({
  lesson,
}: Pick<LoadedLesson, "lesson">): (question: string, variant: number) => Asked {
  return useMemo(() => {
    const known = new Map<string, Asked>();
    return (question, variant) => {
      const key = `${question}/${variant}`;
      const asked = known.get(key) ?? ask(lesson, question, variant);
      known.set(key, asked);
      return asked;
    };
  }, [lesson]);
}
