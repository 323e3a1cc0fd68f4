import { type KeptQuestion, keptQuestions, questionKey, type Return } from "./kept-questions";
import type { Lesson } from "./lesson";
import { LESSON_NAMES, type LessonName } from "./lesson-names";
import { type Progress, progressIn } from "./progress";
import { variantCount } from "./questions/ask";
import { pickReviewVariant } from "./questions/pick-variant";

/** When a question comes back. */
export interface Review {
  readonly lesson: LessonName;
  readonly question: string;
  /** From when on it comes back by itself, milliseconds since 1970. */
  readonly dueMs: number;
  /** Whether an answer was certain and wrong, and none was right five or more days after the last wrong one. */
  readonly isSureAndWrong: boolean;
  /** Of what is sure and wrong: where it comes back next. */
  readonly comesBack: Return | null;
}

/** A question that comes back, in the variant to ask. */
export interface ReviewItem {
  readonly lesson: LessonName;
  readonly question: string;
  readonly variant: number;
}

/** Under this name a lesson keeps what its opening has reviewed, or was told to skip: questions as `lesson/question`. */
export const REVIEWED = "review";
/** Under this name a lesson keeps the questions that were to come back at its end, and were skipped. */
export const SKIPPED_AT_END = "once-more";

/** What has come back by now: sure and wrong first, then what has waited longest. O(answers), as all of this file. */
export function dueReviews(progress: Progress, nowMs: number): Review[] {
  return allReviews(progress).filter(({ dueMs }) => dueMs <= nowMs);
}

/** What the learner was certain of and wrong about, and has not answered rightly days later. */
export function sureAndWrong(progress: Progress): Review[] {
  return allReviews(progress).filter((one) => one.isSureAndWrong);
}

/** What of a lesson comes back first; `null` where nothing of it was answered. */
export function nextReviewOf(lesson: LessonName, progress: Progress): Review | null {
  return allReviews(progress).find((one) => one.lesson === lesson) ?? null;
}

/** What comes back first of all; `null` where nothing was answered. */
export function nextReview(progress: Progress): Review | null {
  const [first = null] = allReviews(progress).sort((a, b) => a.dueMs - b.dueMs);
  return first;
}

/** All that comes back, the most urgent first. */
function allReviews(progress: Progress): Review[] {
  return [...keptQuestions(progress).values()]
    .map(({ lesson, question, dueMs, comesBack }) => ({
      lesson,
      question,
      dueMs,
      isSureAndWrong: comesBack !== null,
      comesBack,
    }))
    .sort((a, b) => Number(b.isSureAndWrong) - Number(a.isSureAndWrong) || a.dueMs - b.dueMs);
}

/** The data of a lesson that its reviews need. */
export type ReviewedLesson = Pick<Lesson, "review" | "questions">;

/** The questions of a lesson that come back before it is done: what the learner was certain of and wrong about in it. */
export function endReviews(lesson: LessonName, progress: Progress, data: ReviewedLesson): ReviewItem[] {
  const skipped = progressIn(progress, lesson).made[SKIPPED_AT_END] ?? [];
  return allReviews(progress)
    .filter(
      (one) =>
        one.lesson === lesson &&
        one.comesBack === "end" &&
        Object.hasOwn(data.questions, one.question) &&
        !skipped.includes(one.question),
    )
    .map(({ question }) => itemOf(lesson, question, progress, data));
}

/** The lessons whose questions may open this one: any with something sure and wrong, the one before, and three before. */
export function reviewSources(lesson: LessonName, progress: Progress): LessonName[] {
  const number = LESSON_NAMES.indexOf(lesson);
  const earlier = LESSON_NAMES.slice(1, Math.max(1, number));
  const done = reviewedLessons(lesson, progress);
  const usual = [LESSON_NAMES[number - 1], LESSON_NAMES[number - 3]].flatMap((one) =>
    one !== undefined && earlier.includes(one) && hasBegun(progress, one) && !done.has(one) ? one : [],
  );
  return [...new Set([...sureAtOpening(lesson, progress).map((one) => one.lesson), ...usual])];
}

/** The most that opens a lesson; of what was sure and wrong one more. */
const MOST_AT_OPENING = 2;
const MOST_SURE_AT_OPENING = 3;

/**
 * The questions that open a lesson, each in a variant that was not asked before where there is one: what the learner was sure
 * of and wrong about in others, and was not asked at an opening since, the latest first; then, where there is room, one of the
 * lesson before, and one of three before, not those asked last. Empty where nothing was begun, or all was reviewed or skipped already.
 *
 * @param lessons - At least those of {@link reviewSources}.
 */
export function openingReviews(
  lesson: LessonName,
  progress: Progress,
  lessons: ReadonlyMap<LessonName, ReviewedLesson>,
): ReviewItem[] {
  const gone = progressIn(progress, lesson).made[REVIEWED]?.length ?? 0;
  const sure = sureAtOpening(lesson, progress)
    .flatMap((one) => {
      const data = lessons.get(one.lesson);
      if (data === undefined || !Object.hasOwn(data.questions, one.question)) return [];
      return [itemOf(one.lesson, one.question, progress, data)];
    })
    .slice(0, Math.max(0, MOST_SURE_AT_OPENING - gone));
  const from = new Set(sure.map((one) => one.lesson));
  const others = reviewSources(lesson, progress)
    .filter((one) => !from.has(one))
    .flatMap((one) => mostNeeded(one, progress, lessons.get(one)) ?? [])
    .slice(0, Math.max(0, MOST_AT_OPENING - gone - sure.length));
  return [...sure, ...others];
}

/** What was sure and wrong in other lessons and opens this one, the latest first. */
function sureAtOpening(lesson: LessonName, progress: Progress): KeptQuestion[] {
  const done = progressIn(progress, lesson).made[REVIEWED] ?? [];
  return [...keptQuestions(progress).values()]
    .filter(
      (one) =>
        one.lesson !== lesson &&
        (one.comesBack === "end" || one.comesBack === "opening") &&
        !done.includes(questionKey(one)),
    )
    .sort((a, b) => b.dueMs - a.dueMs);
}

function reviewedLessons(lesson: LessonName, progress: Progress): ReadonlySet<string> {
  const done = progressIn(progress, lesson).made[REVIEWED] ?? [];
  return new Set(done.flatMap((one) => one?.split("/", 1) ?? []));
}

/** The questions of a lesson that come back when it is opened for review: those that are due; where none is, all. */
export function lessonReviews(
  lesson: LessonName,
  progress: Progress,
  data: ReviewedLesson,
  nowMs: number,
): ReviewItem[] {
  const mine = allReviews(progress).filter(
    (one) => one.lesson === lesson && Object.hasOwn(data.questions, one.question),
  );
  const due = mine.filter(({ dueMs }) => dueMs <= nowMs);
  return (due.length > 0 ? due : mine).map(({ question }) => itemOf(lesson, question, progress, data));
}

/** What wants a second try most; else what there is an unasked variant of, and what was asked longest ago, or never. */
function mostNeeded(
  lesson: LessonName,
  progress: Progress,
  data: ReviewedLesson | undefined,
): ReviewItem | null {
  if (data === undefined) return null;
  const kept = keptQuestions(progress);
  const needOf = (question: string) => kept.get(questionKey({ lesson, question }))?.need ?? 0;
  const mine = progress.answers.filter((one) => one.lesson === lesson);
  const isExhausted = (question: string) => {
    const asked = new Set(mine.filter((one) => one.question === question).map(({ variant }) => variant));
    return asked.size >= variantsOf(data, question);
  };
  const lastAsked = (question: string) => mine.findLastIndex((one) => one.question === question);
  const [first] = data.review.toSorted(
    (a, b) =>
      needOf(b) - needOf(a) || Number(isExhausted(a)) - Number(isExhausted(b)) || lastAsked(a) - lastAsked(b),
  );
  return first === undefined ? null : itemOf(lesson, first, progress, data);
}

/** A question that comes back, in a variant that was not asked before, where there is one. */
export function itemOf(
  lesson: LessonName,
  question: string,
  progress: Progress,
  data: ReviewedLesson,
): ReviewItem {
  const count = variantsOf(data, question);
  return { lesson, question, variant: pickReviewVariant(progress, { lesson, question, count }) };
}

function variantsOf({ questions }: ReviewedLesson, question: string): number {
  const asked = questions[question];
  return asked === undefined ? 1 : variantCount(asked);
}

function hasBegun(progress: Progress, lesson: LessonName): boolean {
  return progressIn(progress, lesson).parts > 0 || progress.answers.some((one) => one.lesson === lesson);
}
