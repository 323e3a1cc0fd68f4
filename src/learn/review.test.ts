import { expect, test } from "vitest";
import type { Question } from "./lesson";
import type { LessonName } from "./lesson-names";
import { type Answer, NO_PROGRESS, type Progress, withLesson } from "./progress";
import {
  dueReviews,
  endReviews,
  lessonReviews,
  nextReviewOf,
  openingReviews,
  REVIEWED,
  type ReviewedLesson,
  reviewSources,
  SKIPPED_AT_END,
  sureAndWrong,
} from "./review";

const DAY = 86_400_000;

/** `right` or `wrong`, how sure, on which day, of `first` in look-left unless told. */
function answered(
  isRight: "right" | "wrong",
  confidence: Answer["confidence"],
  day: number,
  rest: Partial<Answer> = {},
): Answer {
  return {
    lesson: "look-left",
    question: "first",
    variant: 0,
    option: "none",
    isRight: isRight === "right",
    confidence,
    at: "lesson",
    time: day * DAY,
    ...rest,
  };
}

const review = { at: "review" } as const;

function progressOf(...answers: readonly Answer[]): Progress {
  return { ...NO_PROGRESS, seed: 5, answers: [...answers] };
}

const dueDay = (progress: Progress) => (nextReviewOf("look-left", progress)?.dueMs ?? Number.NaN) / DAY;

test.each<{ when: string; answers: readonly Answer[]; due: number }>([
  { when: "a wrong answer comes back the next day", answers: [answered("wrong", "fairly", 10)], due: 11 },
  { when: "a right one in three days", answers: [answered("right", "fairly", 10)], due: 13 },
  { when: "one that was guessed is none yet", answers: [answered("right", "guessing", 10)], due: 11 },
  {
    when: "each right review is put off longer",
    answers: [answered("right", "certain", 0), answered("right", "certain", 3, review)],
    due: 10,
  },
  {
    when: "to sixteen days at most",
    answers: [0, 3, 10, 26].map((day) => answered("right", "certain", day, review)),
    due: 42,
  },
  {
    when: "a wrong one begins anew",
    answers: [answered("right", "certain", 0), answered("wrong", "fairly", 3, review)],
    due: 4,
  },
  {
    when: "a right one before its time puts nothing off",
    answers: [answered("wrong", "fairly", 0), answered("right", "certain", 0.01)],
    due: 1,
  },
])("$when", ({ answers, due }) => {
  expect(dueDay(progressOf(...answers))).toBe(due);
});

test("what is not asked with a confidence does not come back, unless a review has asked it", () => {
  expect(nextReviewOf("look-left", progressOf(answered("wrong", null, 0)))).toBeNull();
  expect(dueDay(progressOf(answered("wrong", null, 0, review)))).toBe(1);
});

test("due is what has come back by then, sure and wrong first, then what has waited longest", () => {
  const progress = progressOf(
    answered("wrong", "fairly", 0, { question: "a" }),
    answered("wrong", "certain", 2, { question: "b" }),
    answered("right", "fairly", 0, { question: "c" }),
    answered("wrong", "guessing", 3, { question: "d" }),
  );
  const due = (day: number) => dueReviews(progress, day * DAY).map(({ question }) => question);
  expect(due(0.9)).toEqual([]);
  expect(due(1)).toEqual(["a"]);
  expect(due(4)).toEqual(["a", "c", "d"]);
  expect(due(7)).toEqual(["b", "a", "c", "d"]);
});

const first = (...answers: readonly Answer[]) => nextReviewOf("look-left", progressOf(...answers));
const wrong = answered("wrong", "certain", 0);
const atEnd = answered("right", "certain", 0.1, review);
const atOpening = answered("right", "fairly", 0.2, review);

test("what was certain and wrong comes back at the end of its lesson, opens the next, and comes by itself five days later", () => {
  expect(first(wrong)).toMatchObject({ comesBack: "end", dueMs: 5 * DAY });
  expect(first(wrong, atEnd)).toMatchObject({ comesBack: "opening", dueMs: 5 * DAY });
  expect(first(wrong, atEnd, atOpening)).toMatchObject({ comesBack: "later", dueMs: 5 * DAY });
});

test("it is sure and wrong until it is answered rightly five or more days after the last wrong answer", () => {
  const isSure = (...answers: readonly Answer[]) => sureAndWrong(progressOf(...answers)).length === 1;
  expect(isSure(answered("wrong", "fairly", 0))).toBe(false);
  expect(isSure(wrong)).toBe(true);
  expect(isSure(wrong, atEnd, atOpening, answered("right", "certain", 4.9, review))).toBe(true);
  expect(isSure(wrong, atEnd, atOpening, answered("right", "certain", 5, review))).toBe(false);
  expect(isSure(wrong, answered("right", "certain", 5, review))).toBe(false);
  expect(first(wrong, answered("right", "certain", 5, review))?.dueMs).toBe(12 * DAY);
});

test("other tries in the lesson, which has told what is right, change nothing of that", () => {
  const tries = [answered("right", "certain", 0.1), answered("wrong", "guessing", 6)];
  expect(first(wrong, ...tries)).toMatchObject({ comesBack: "end", dueMs: 5 * DAY });
});

test("wrong again it comes back five days after that; certain and wrong in a review, it opens the next lesson anew", () => {
  const later = [wrong, atEnd, atOpening];
  expect(first(...later, answered("wrong", "fairly", 5, review))).toMatchObject({
    comesBack: "later",
    dueMs: 10 * DAY,
  });
  expect(first(...later, answered("wrong", "certain", 5, review))).toMatchObject({
    comesBack: "opening",
    dueMs: 10 * DAY,
  });
});

test("due is what was certain and wrong five days later, not sooner", () => {
  const due = (day: number) => dueReviews(progressOf(wrong, atEnd), day * DAY).length;
  expect([0.5, 1, 4.9, 5, 8].map(due)).toEqual([0, 0, 0, 1, 1]);
});

const question = { variants: [[], []] } as unknown as Question;
const data: ReviewedLesson = {
  review: ["first", "second"],
  questions: { first: question, second: question, other: question },
};
const LESSONS = new Map<LessonName, ReviewedLesson>(
  (["tempting-join", "look-left", "boundary", "too-old", "nothing"] as const).map((name) => [name, data]),
);
const of = (lesson: LessonName, name = "first"): Answer =>
  answered("right", "fairly", 0, { lesson, question: name });

const opening = (lesson: LessonName, progress: Progress) =>
  openingReviews(lesson, progress, LESSONS).map((item) => `${item.lesson} ${item.question}`);

test("a lesson opens with a question of the lesson before, and of three before where there is one", () => {
  const progress = progressOf(of("tempting-join"), of("look-left"), of("boundary"), of("too-old"));
  expect(opening("tempting-join", progress)).toEqual([]);
  expect(opening("look-left", progress)).toEqual(["tempting-join second"]);
  expect(opening("boundary", progress)).toEqual(["look-left second"]);
  expect(opening("too-old", progress)).toEqual(["boundary second", "tempting-join second"]);
  expect(opening("nothing", progress)).toEqual(["too-old second", "look-left second"]);
});

test("a lesson that was not begun is not reviewed", () => {
  expect(opening("nothing", progressOf(of("look-left")))).toEqual(["look-left second"]);
  expect(opening("nothing", NO_PROGRESS)).toEqual([]);
});

test("before a lesson is done, what one was certain of and wrong about in it comes back, in a variant that was not asked", () => {
  const progress = progressOf(
    wrong,
    answered("wrong", "fairly", 0, { question: "second" }),
    answered("wrong", "certain", 0, { question: "gone" }),
    answered("wrong", "certain", 0, { lesson: "boundary" }),
  );
  const [item, ...more] = endReviews("look-left", progress, data);
  expect([item?.question, item?.variant === 0, more]).toEqual(["first", false, []]);
  const answeredAgain = progressOf(...progress.answers, { ...atEnd, variant: 1 });
  expect(endReviews("look-left", answeredAgain, data)).toEqual([]);
  const skipped = withLesson(progress, "look-left", { made: { [SKIPPED_AT_END]: ["first"] } });
  expect(endReviews("look-left", skipped, data)).toEqual([]);
  expect(opening("boundary", skipped)).toEqual(["look-left first"]);
});

const sure = (lesson: LessonName, name: string, day = 0) =>
  answered("wrong", "certain", day, { lesson, question: name });

test("what one was certain of and wrong about in the lesson just done opens the next, also after it was right at the end", () => {
  const again = { ...atEnd, question: "other" };
  const progress = progressOf(of("look-left", "second"), sure("look-left", "other"), again);
  expect(opening("boundary", progress)).toEqual(["look-left other"]);
  expect(opening("too-old", progress)).toEqual(["look-left other"]);
  const reviewed = progressOf(...progress.answers, { ...again, time: 0.5 * DAY });
  expect(opening("too-old", reviewed)).toEqual([]);
});

test("whatever lesson comes next, three such questions open it at most, the latest first, and the others the one after", () => {
  const progress = progressOf(
    of("too-old"),
    sure("boundary", "second", 1),
    sure("boundary", "first", 2),
    sure("nothing", "first", 3),
    sure("too-old", "other", 4),
  );
  const opened = ["too-old other", "nothing first", "boundary first"];
  expect(opening("look-left", progress)).toEqual(opened);
  const done = opened.map((one) => one.replace(" ", "/"));
  const after = withLesson(progress, "look-left", { made: { [REVIEWED]: done } });
  expect(opening("look-left", after)).toEqual([]);
});

test("where there is room, a question of the lesson before comes too", () => {
  const progress = progressOf(of("too-old"), of("look-left"), sure("boundary", "second"));
  expect(opening("nothing", progress)).toEqual(["boundary second", "too-old second"]);
});

test("what a lesson has reviewed, or skipped, it does not ask again", () => {
  const progress = progressOf(of("too-old"), of("look-left"));
  const done = withLesson(progress, "nothing", { made: { [REVIEWED]: ["too-old/first"] } });
  expect(reviewSources("nothing", done)).toEqual(["look-left"]);
  expect(opening("nothing", done)).toEqual(["look-left second"]);
  const both = withLesson(progress, "nothing", { made: { [REVIEWED]: ["too-old/first", "look-left"] } });
  expect(opening("nothing", both)).toEqual([]);
});

test("of the questions that a lesson gives for it, the one that was asked longest ago comes, in a variant that was not asked", () => {
  const asked = (...names: readonly string[]) =>
    opening("boundary", progressOf(...names.map((name) => of("look-left", name))));
  expect(asked("first")).toEqual(["look-left second"]);
  expect(asked("first", "second")).toEqual(["look-left first"]);
  expect(asked("first", "second", "first")).toEqual(["look-left second"]);
});

test("a question that was asked in all its variants comes after one that was not", () => {
  const variants = (name: string, ...asked: readonly number[]) =>
    asked.map((variant) => ({ ...of("look-left", name), variant }));
  const progress = progressOf(...variants("second", 0, 1, 2), ...variants("first", 2, 1));
  expect(openingReviews("boundary", progress, LESSONS)).toEqual([
    { lesson: "look-left", question: "first", variant: 0 },
  ]);
});

test("a lesson that is opened for review asks what is due of it; where nothing is, all", () => {
  const progress = progressOf(
    answered("right", "fairly", 0),
    answered("wrong", "fairly", 0, { question: "second" }),
    answered("wrong", "fairly", 0, { question: "gone" }),
  );
  const asked = (day: number) =>
    lessonReviews("look-left", progress, data, day * DAY).map((item) => item.question);
  expect(asked(1)).toEqual(["second"]);
  expect(asked(0.5)).toEqual(["second", "first"]);
});
