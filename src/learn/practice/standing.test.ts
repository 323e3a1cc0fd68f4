import { describe, expect, test } from "vitest";
import { type Answer, NO_PROGRESS, type PracticeAnswer, type Progress } from "../progress";
import { needed, type Standing, standings, streakNews } from "./standing";

let now = 0;

function inLesson(change: Partial<Answer>): Answer {
  now++;
  return {
    lesson: "look-left",
    question: "first",
    variant: 0,
    option: "row:2",
    isRight: false,
    confidence: "fairly",
    at: "lesson",
    time: now,
    ...change,
  };
}

function inPractice(change: Partial<PracticeAnswer>): PracticeAnswer {
  now++;
  const isRight = change.isRight ?? true;
  return {
    round: 4096,
    item: 0,
    misconception: "closest",
    belief: "closest",
    option: "row:1",
    took: isRight ? null : "closest",
    isRight,
    confidence: "fairly",
    time: now,
    ...change,
  };
}

const progress = (answers: Answer[], practice: PracticeAnswer[] = []): Progress => ({
  ...NO_PROGRESS,
  answers,
  practice,
});
const closest = (answers: Answer[], practice: PracticeAnswer[] = []): Standing | undefined =>
  standings(progress(answers, practice)).get("closest");

describe("what a wrong answer speaks for", () => {
  test("is the belief that it stands for; where that was not kept, what its lesson is about", () => {
    const standing = standings(
      progress([inLesson({ lesson: "boundary", belief: "latest" }), inLesson({ lesson: "too-old" })]),
    );
    expect(needed(standing)).toEqual(["latest", "age"]);
  });

  test("counts more, the surer it was: a guess one, a certain one three", () => {
    expect(closest([inLesson({ confidence: "guessing" })])).toMatchObject({ need: 1, wasCertain: false });
    expect(closest([inLesson({}), inLesson({ confidence: "certain" })])).toMatchObject({
      need: 5,
      wasCertain: true,
    });
  });

  test("is nothing where it was right, and in the opening, which is about none", () => {
    expect(needed(standings(progress([inLesson({ isRight: true })])))).toEqual([]);
    expect(needed(standings(progress([inLesson({ lesson: "opening" })])))).toEqual([]);
  });

  test("in practice is what the item was made for, and the belief of the option that was taken", () => {
    const standing = standings(progress([], [inPractice({ isRight: false, took: "latest" })]));
    expect(needed(standing)).toEqual(["latest", "closest"]);
    expect(standing.get("closest")).toMatchObject({ streak: 0, need: 2 });
  });
});

describe("a streak", () => {
  const right = () => inPractice({});
  const shown = () => inLesson({ confidence: "certain" });

  test("of three right in a row ends a belief", () => {
    expect(closest([shown()], [right(), right()])).toEqual({
      streak: 2,
      hasEnded: false,
      need: 3,
      wasCertain: true,
    });
    expect(closest([shown()], [right(), right(), right()])).toEqual({
      streak: 3,
      hasEnded: true,
      need: 0,
      wasCertain: false,
    });
  });

  test("does not grow by a guess, and is not broken by one that was right", () => {
    const guess = () => inPractice({ confidence: "guessing" });
    expect(closest([], [right(), guess(), right()])).toMatchObject({ streak: 2, hasEnded: false });
    expect(closest([], [right(), guess(), right(), right()])).toMatchObject({ streak: 3, hasEnded: true });
  });

  test("begins anew after a wrong answer", () => {
    const wrong = () => inPractice({ isRight: false });
    expect(closest([], [right(), right(), wrong(), right()])).toMatchObject({ streak: 1, hasEnded: false });
  });

  test("is undone by a wrong answer in a lesson after it, and what was answered before it counts no more", () => {
    const before = shown();
    const streak = [right(), right(), right()];
    const after = inLesson({ confidence: "guessing" });
    expect(closest([before, after], streak)).toMatchObject({ streak: 0, hasEnded: false, need: 1 });
  });
});

test("what an answer did to its streak is told as it was then", () => {
  const practice = [
    inPractice({}),
    inPractice({ isRight: false }),
    inPractice({ isRight: false }),
    inPractice({}),
    inPractice({ confidence: "guessing" }),
    inPractice({}),
    inPractice({}),
    inPractice({}),
  ];
  const told = practice.map((one) => streakNews(progress([], practice), one));
  expect(told.map(({ kind, streak }) => `${kind} ${streak}`)).toEqual([
    ...["grew 1", "broken 0", "none 0", "grew 1", "guessed 1", "grew 2", "ended 3", "none 3"],
  ]);
});
