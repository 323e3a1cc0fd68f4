import * as v from "valibot";
import { CONFIDENCES } from "./lesson-names";

const time = v.pipe(v.number(), v.integer());
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** An answer in a lesson by somebody else. */
const OwnAnswerSchema = v.object({
  question: v.string(),
  variant: count,
  /** The id of the option. */
  option: v.string(),
  isRight: v.boolean(),
  confidence: v.nullable(v.picklist(CONFIDENCES)),
  /** Milliseconds since 1970. */
  time,
});

/**
 * How far somebody has come in a lesson by somebody else. It is kept apart from what they did in the app's own: that is
 * counted, reviewed and handed in, and this is not.
 */
export const OwnLessonProgressSchema = v.object({
  parts: count,
  shortDone: v.nullable(time),
  done: v.nullable(time),
  made: v.record(v.string(), v.array(v.nullable(v.string()))),
  answers: v.array(OwnAnswerSchema),
});

export type OwnAnswer = v.InferOutput<typeof OwnAnswerSchema>;
export type OwnLessonProgress = v.InferOutput<typeof OwnLessonProgressSchema>;

export const OWN_NOT_BEGUN: OwnLessonProgress = {
  parts: 0,
  shortDone: null,
  done: null,
  made: {},
  answers: [],
};

/** The last answer to a question in that variant; `null` before it was given. */
export function lastOwnAnswer(
  { answers }: OwnLessonProgress,
  question: string,
  variant: number,
): OwnAnswer | null {
  return answers.findLast((one) => one.question === question && one.variant === variant) ?? null;
}
