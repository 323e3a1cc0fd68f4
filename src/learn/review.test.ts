import { expect, test } from "vitest";
import type { Question } from "./lesson";
import type { LessonName } from "./lesson-names";
import { type Answer, NO_PROGRESS, type Progress, withLesson } from "./progress";
import {
  dueReviews,
  lessonReviews,
  nextReviewOf,
  openingReviews,
  REVIEWED,
  type ReviewedLesson,
  reviewSources,
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
    answers: [answered("right", "certain", 0), answered("wrong", "certain", 3, review)],
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
  expect(due(3)).toEqual(["b", "a", "c"]);
  expect(due(4)).toEqual(["b", "a", "c", "d"]);
});

test("sure and wrong stays so through other tries in the lesson, until a review is right", () => {
  const wrong = answered("wrong", "certain", 0);
  const isSure = (...answers: readonly Answer[]) => sureAndWrong(progressOf(...answers)).length === 1;
  expect(isSure(answered("wrong", "fairly", 0))).toBe(false);
  expect(isSure(wrong)).toBe(true);
  expect(isSure(wrong, answered("right", "certain", 0.1))).toBe(true);
  expect(isSure(wrong, answered("wrong", "guessing", 0.1))).toBe(true);
  expect(isSure(wrong, answered("right", "fairly", 0.2, review))).toBe(false);
  expect(isSure(wrong, answered("right", "fairly", 2, review))).toBe(false);
  expect(isSure(wrong, answered("wrong", "certain", 2, review))).toBe(true);
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

test("of a lesson, what one was sure of and wrong about comes first, also what is no review question of it", () => {
  const wrong = (name: string, sure: Answer["confidence"]) => answered("wrong", sure, 0, { question: name });
  expect(opening("boundary", progressOf(wrong("second", "fairly")))).toEqual(["look-left second"]);
  expect(opening("boundary", progressOf(wrong("first", "fairly"), wrong("other", "certain")))).toEqual([
    "look-left other",
  ]);
});

test("where there is room, what one was sure of and wrong about in another lesson comes too", () => {
  const progress = progressOf(
    of("too-old"),
    answered("wrong", "certain", 0, { lesson: "boundary", question: "second" }),
  );
  expect(opening("nothing", progress)).toEqual(["too-old second", "boundary second"]);
  expect(opening("nothing", progressOf(of("look-left"), ...progress.answers))).toEqual([
    "too-old second",
    "look-left second",
  ]);
});

test("what a lesson has reviewed, or skipped, it does not ask again", () => {
  const progress = progressOf(of("too-old"), of("look-left"));
  const done = withLesson(progress, "nothing", { made: { [REVIEWED]: ["too-old"] } });
  expect(reviewSources("nothing", done)).toEqual(["look-left"]);
  expect(opening("nothing", done)).toEqual(["look-left second"]);
  const both = withLesson(progress, "nothing", { made: { [REVIEWED]: ["too-old", "look-left"] } });
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
