import type { Lesson } from "./lesson";
import { LESSON_NAMES, type LessonName } from "./lesson-names";
import { type Answer, type Progress, progressIn } from "./progress";
import { variantCount } from "./questions/ask";
import { pickReviewVariant } from "./questions/pick-variant";

/** When a question comes back. */
export interface Review {
  readonly lesson: LessonName;
  readonly question: string;
  /** From when on, milliseconds since 1970. */
  readonly dueMs: number;
  /** Whether its last wrong answer was a certain one, and no review has been answered rightly since. */
  readonly isSureAndWrong: boolean;
}

/** A question that opens a lesson, in the variant to ask. */
export interface ReviewItem {
  readonly lesson: LessonName;
  readonly question: string;
  readonly variant: number;
}

const DAY_MS = 86_400_000;
/** Days until a question comes back: the first after a wrong answer or a guess, the next after each right one. */
const DAYS_BETWEEN = [1, 3, 7, 16] as const;
/** Under this name a lesson keeps which lessons its opening has reviewed, or was told to skip. */
export const REVIEWED = "review";

/** What was answered of a question, summed up. */
interface Kept extends Review {
  /** The place in {@link DAYS_BETWEEN}. */
  readonly step: number;
  /** How much it wants a second try: most after a wrong answer that was certain; 0 after a right one. */
  readonly need: number;
}

const NEED: Readonly<Record<NonNullable<Answer["confidence"]>, number>> = {
  guessing: 1,
  fairly: 2,
  certain: 3,
};

/** What has come back by now: sure and wrong first, then what has waited longest. O(answers), as all of this file. */
export function dueReviews(progress: Progress, nowMs: number): Review[] {
  return allReviews(progress).filter(({ dueMs }) => dueMs <= nowMs);
}

/** What the learner was certain of and wrong about, and has not answered rightly in a review since. */
export function sureAndWrong(progress: Progress): Review[] {
  return allReviews(progress).filter((one) => one.isSureAndWrong);
}

/** What of a lesson comes back first; `null` where nothing of it was answered. */
export function nextReviewOf(lesson: LessonName, progress: Progress): Review | null {
  return allReviews(progress).find((one) => one.lesson === lesson) ?? null;
}

/** All that comes back, the most urgent first. Only what a learner was asked to be sure of, or has reviewed, does. */
function allReviews(progress: Progress): Review[] {
  return [...keptQuestions(progress).values()]
    .sort((a, b) => Number(b.isSureAndWrong) - Number(a.isSureAndWrong) || a.dueMs - b.dueMs)
    .map(({ lesson, question, dueMs, isSureAndWrong }) => ({ lesson, question, dueMs, isSureAndWrong }));
}

function keptQuestions({ answers }: Progress): Map<string, Kept> {
  const kept = new Map<string, Kept>();
  for (const answer of answers) {
    if (answer.confidence === null && answer.at === "lesson") continue;
    const key = keyOf(answer);
    kept.set(key, afterAnswer(kept.get(key) ?? null, answer));
  }
  return kept;
}

function keyOf({ lesson, question }: Pick<Answer, "lesson" | "question">): string {
  return `${lesson}/${question}`;
}

/** A right answer before its time shows what is still in mind, not what is kept: it puts nothing off. */
function afterAnswer(before: Kept | null, answer: Answer): Kept {
  const { lesson, question, isRight, confidence, at, time } = answer;
  if (!isRight) {
    const need = Math.max(NEED[confidence ?? "fairly"], at === "lesson" ? (before?.need ?? 0) : 0);
    return { lesson, question, step: 0, need, ...cameBack(time, 0, need) };
  }
  const need = at === "review" ? 0 : (before?.need ?? 0);
  if (before !== null && time < before.dueMs)
    return { ...before, need, ...{ isSureAndWrong: need === NEED.certain } };
  const longer = (before?.step ?? 0) + (confidence === "guessing" ? 0 : 1);
  const step = Math.min(longer, DAYS_BETWEEN.length - 1);
  return { lesson, question, step, need, ...cameBack(time, step, need) };
}

function cameBack(time: number, step: number, need: number) {
  return { dueMs: time + (DAYS_BETWEEN[step] ?? 1) * DAY_MS, isSureAndWrong: need === NEED.certain };
}

/** The data of a lesson that its reviews need. */
export type ReviewedLesson = Pick<Lesson, "review" | "questions">;

/** The lessons whose questions may open this one: the one before, three before, and any other with something sure and wrong. */
export function reviewSources(lesson: LessonName, progress: Progress): LessonName[] {
  const number = LESSON_NAMES.indexOf(lesson);
  const earlier = LESSON_NAMES.slice(1, Math.max(1, number));
  const wrong = sureAndWrong(progress).map((one) => one.lesson);
  const wanted = [LESSON_NAMES[number - 1], LESSON_NAMES[number - 3], ...wrong];
  const done = progressIn(progress, lesson).made[REVIEWED] ?? [];
  return earlier
    .filter((one) => wanted.includes(one) && hasBegun(progress, one) && !done.includes(one))
    .sort((a, b) => wanted.indexOf(a) - wanted.indexOf(b));
}

/** The most that opens a lesson. */
const MOST_AT_OPENING = 2;

/**
 * The questions that open a lesson, not those asked last, each in a variant that was not asked before where there is one: of the lesson before, and of
 * three before; where one of them has none, of another that the learner was sure of and wrong about. Empty where nothing was begun,
 * or all was reviewed or skipped already.
 *
 * @param lessons - At least those of {@link reviewSources}.
 */
export function openingReviews(
  lesson: LessonName,
  progress: Progress,
  lessons: ReadonlyMap<LessonName, ReviewedLesson>,
): ReviewItem[] {
  const done = progressIn(progress, lesson).made[REVIEWED] ?? [];
  return reviewSources(lesson, progress)
    .flatMap((one) => mostNeeded(one, progress, lessons.get(one)) ?? [])
    .slice(0, Math.max(0, MOST_AT_OPENING - done.length));
}

/** The questions of a lesson that come back when it is opened for review: those that are due; where none is, all. */
export function lessonReviews(
  lesson: LessonName,
  progress: Progress,
  data: ReviewedLesson,
  nowMs: number,
): ReviewItem[] {
  const mine = allReviews(progress).filter(
    (one) => one.lesson === lesson && data.questions[one.question] !== undefined,
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
  const needOf = (question: string) => kept.get(keyOf({ lesson, question }))?.need ?? 0;
  const wrong = [...kept.values()]
    .filter((one) => one.lesson === lesson && one.isSureAndWrong && one.question in data.questions)
    .map(({ question }) => question);
  const mine = progress.answers.filter((one) => one.lesson === lesson);
  const isExhausted = (question: string) => {
    const asked = new Set(mine.filter((one) => one.question === question).map(({ variant }) => variant));
    return asked.size >= variantsOf(data, question);
  };
  const lastAsked = (question: string) => mine.findLastIndex((one) => one.question === question);
  const [first] = [...new Set([...data.review, ...wrong])].sort(
    (a, b) =>
      needOf(b) - needOf(a) || Number(isExhausted(a)) - Number(isExhausted(b)) || lastAsked(a) - lastAsked(b),
  );
  return first === undefined ? null : itemOf(lesson, first, progress, data);
}

function itemOf(lesson: LessonName, question: string, progress: Progress, data: ReviewedLesson): ReviewItem {
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
