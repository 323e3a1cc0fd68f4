import * as v from "valibot";
import { CONFIDENCES, LESSON_NAMES, type LessonName, PACES } from "./lesson-names";

const time = v.pipe(v.number(), v.integer());

/** An answer that was committed before what is right was shown. It is never changed afterwards. */
const AnswerSchema = v.object({
  lesson: v.picklist(LESSON_NAMES),
  question: v.string(),
  variant: v.number(),
  /** The id of the option. */
  option: v.string(),
  isRight: v.boolean(),
  /** `null` where it was not asked. */
  confidence: v.nullable(v.picklist(CONFIDENCES)),
  /** Where it was asked: in its lesson, or at the opening of a later one. */
  at: v.picklist(["lesson", "review"]),
  /** Milliseconds since 1970. */
  time,
});

/** How far somebody has come in a lesson. */
const LessonProgressSchema = v.object({
  /** How many of its parts have been gone through. */
  parts: v.number(),
  /** When the last part of the short path, and of the whole, was gone through; `null` before. */
  shortDone: v.nullable(time),
  done: v.nullable(time),
  /** What was made by hand in it, by the directive that asks for it: cells that were filled, an order, features. */
  made: v.record(v.string(), v.array(v.nullable(v.string()))),
});

export const ProgressSchema = v.object({
  version: v.literal(1),
  pace: v.picklist(PACES),
  /** Decides which variants of questions this learner is asked; drawn when the first lesson is begun. */
  seed: v.number(),
  /** What has not been begun is absent. */
  lessons: v.partial(
    v.object(
      Object.fromEntries(LESSON_NAMES.map((name) => [name, LessonProgressSchema])) as Record<
        LessonName,
        typeof LessonProgressSchema
      >,
    ),
  ),
  /** In the order in which they were given. */
  answers: v.array(AnswerSchema),
});

export type Answer = v.InferOutput<typeof AnswerSchema>;
export type LessonProgress = v.InferOutput<typeof LessonProgressSchema>;
/** All that a learner has done, as a plain JSON value: it is what is kept in the browser, and saved as a file. */
export type Progress = v.InferOutput<typeof ProgressSchema>;

export const NO_PROGRESS: Progress = { version: 1, pace: "full", seed: 0, lessons: {}, answers: [] };
const NOT_BEGUN: LessonProgress = { parts: 0, shortDone: null, done: null, made: {} };

/** How far a lesson has come. */
export function progressIn(progress: Progress, lesson: LessonName): LessonProgress {
  return progress.lessons[lesson] ?? NOT_BEGUN;
}

/** Adds an answer. */
export function withAnswer(progress: Progress, answer: Answer): Progress {
  return { ...progress, answers: [...progress.answers, answer] };
}

/** Changes what is known of one lesson. */
export function withLesson(
  progress: Progress,
  lesson: LessonName,
  change: Partial<LessonProgress>,
): Progress {
  return {
    ...progress,
    lessons: { ...progress.lessons, [lesson]: { ...progressIn(progress, lesson), ...change } },
  };
}

/** The last answer to a question in its own lesson; `null` before it was given. */
export function lastAnswer(
  progress: Progress,
  lesson: LessonName,
  question: string,
  variant: number,
): Answer | null {
  return (
    progress.answers.findLast(
      (one) =>
        one.lesson === lesson && one.question === question && one.variant === variant && one.at === "lesson",
    ) ?? null
  );
}
