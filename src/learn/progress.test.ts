import { describe, expect, test } from "vitest";
import { LESSON_NAMES } from "./lesson-names";
import {
  type Answer,
  isBegun,
  isDone,
  type Minutes,
  mergeProgress,
  minutesLeft,
  minutesLeftIn,
  NO_PROGRESS,
  nextLesson,
  type Progress,
  progressIn,
  readProgress,
  withAnswer,
  withPartDone,
  writeProgress,
} from "./progress";

const SIX_PARTS = { parts: ["a", "b", "c", "d", "e", "f"], shortParts: 3 };
/** The opening takes two minutes, whatever the pace; every lesson ten, or four on the short path. */
const MINUTES = Object.fromEntries(
  LESSON_NAMES.map((name) => [
    name,
    name === "opening" ? { minutes: 2, shortMinutes: 2 } : { minutes: 10, shortMinutes: 4 },
  ]),
) as Minutes;

function gone(part: number, now: number, before: Progress = NO_PROGRESS): Progress {
  return withPartDone(before, "look-left", part, SIX_PARTS, now);
}

const ANSWER: Answer = {
  lesson: "look-left",
  question: "first",
  variant: 0,
  option: "row:2",
  isRight: false,
  confidence: "certain",
  at: "lesson",
  time: 50,
};

describe("how far a lesson has come", () => {
  test("counts its parts, and keeps when the short path and the whole were first gone through", () => {
    const half = gone(2, 20, gone(0, 10));
    expect(progressIn(half, "look-left")).toMatchObject({ parts: 3, shortDone: 20, done: null });
    const whole = gone(5, 30, half);
    expect(progressIn(whole, "look-left")).toMatchObject({ parts: 6, shortDone: 20, done: 30 });
    // Gone through again, from the beginning: nothing is lost, and nothing is later.
    expect(gone(0, 40, whole)).toBe(whole);
    expect(gone(5, 40, whole)).toBe(whole);
  });

  test("is done at the pace that is taken", () => {
    const half = gone(2, 20);
    expect([isDone(half, "look-left", "short"), isDone(half, "look-left", "full")]).toEqual([true, false]);
    const whole = gone(5, 30, half);
    expect(isDone(whole, "look-left", "full")).toBe(true);
  });

  test("what is next is the first that is not done", () => {
    expect(nextLesson(NO_PROGRESS, "full")).toBe("opening");
    const opened = withPartDone(NO_PROGRESS, "opening", 1, { parts: ["a", "b"], shortParts: 2 }, 5);
    expect(nextLesson(opened, "full")).toBe("tempting-join");
    const all = LESSON_NAMES.reduce((done, name) => withPartDone(done, name, 5, SIX_PARTS, 5), NO_PROGRESS);
    expect(nextLesson(all, "full")).toBeNull();
  });
});

test("what is left takes the minutes of what is not done, of a lesson whose first half is done its second", () => {
  expect([minutesLeft(NO_PROGRESS, "full", MINUTES), minutesLeft(NO_PROGRESS, "short", MINUTES)]).toEqual([
    102, 42,
  ]);
  const half = gone(2, 20);
  expect(minutesLeftIn(half, "look-left", "full", MINUTES)).toBe(6);
  expect([minutesLeft(half, "full", MINUTES), minutesLeft(half, "short", MINUTES)]).toEqual([98, 38]);
  const whole = gone(5, 30, half);
  expect([minutesLeft(whole, "full", MINUTES), minutesLeft(whole, "short", MINUTES)]).toEqual([92, 38]);
});

describe("what is kept or saved", () => {
  const kept = withAnswer(gone(2, 20), ANSWER);

  test("is read back as it was", () => {
    expect(readProgress(writeProgress(kept))).toEqual(kept);
  });

  test("keeps what a later version wrote beside what this one knows", () => {
    const later = JSON.parse(writeProgress(kept));
    later.streak = 4;
    later.answers[0].hint = "used";
    later.lessons["look-left"].note = "again";
    later.lessons["an-eleventh"] = { parts: 1 };
    const read = readProgress(JSON.stringify(later));
    expect(read && JSON.parse(writeProgress(read))).toEqual(later);
  });

  test.each([
    ["no JSON", "{"],
    ["another thing's JSON", '{"version":1,"groups":[]}'],
    ["a later format", writeProgress(kept).replace('"version": 1', '"version": 2')],
    ["a lesson that is none", writeProgress(kept).replace('"lesson": "look-left"', '"lesson": "look-right"')],
    ["half an answer", '{"version":1,"pace":"full","seed":1,"lessons":{},"answers":[{}]}'],
    ["less than none", writeProgress(kept).replace('"parts": 3', '"parts": -3')],
    ["nothing", ""],
    ["null", "null"],
  ])("is refused where it is %s", (_, text) => {
    expect(readProgress(text)).toBeNull();
  });

  test("is nothing to lose before anything was done", () => {
    expect(isBegun({ ...NO_PROGRESS, pace: "short", seed: 7 })).toBe(false);
    expect(isBegun(withAnswer(NO_PROGRESS, ANSWER))).toBe(true);
    expect(isBegun(gone(0, 1))).toBe(true);
  });
});

describe("two places put together", () => {
  const later: Answer = { ...ANSWER, option: "row:1", isRight: true, time: 90 };

  test("hold each answer once, in the order in which they were given", () => {
    const own = withAnswer(withAnswer(NO_PROGRESS, ANSWER), later);
    const other = withAnswer(withAnswer(NO_PROGRESS, { ...ANSWER, time: 70 }), later);
    expect(mergeProgress(own, other).answers.map(({ time }) => time)).toEqual([50, 70, 90]);
  });

  test("hold of each lesson what came furthest, and when that was first", () => {
    const own = gone(5, 60, gone(2, 55));
    const other = gone(3, 20);
    const made = { cells: ["20.00"] };
    const lessons = {
      "look-left": { ...progressIn(other, "look-left"), made },
      boundary: { parts: 1, shortDone: null, done: null, made: {} },
    };
    const merged = mergeProgress(own, { ...other, lessons });
    expect(progressIn(merged, "look-left")).toEqual({ parts: 6, shortDone: 20, done: 60, made });
    expect(progressIn(merged, "boundary").parts).toBe(1);
  });

  test("keep the first one's seed and pace, and take a seed where it has none", () => {
    const other: Progress = { ...NO_PROGRESS, seed: 9, pace: "short" };
    expect(mergeProgress({ ...NO_PROGRESS, seed: 4 }, other)).toMatchObject({ seed: 4, pace: "full" });
    expect(mergeProgress(NO_PROGRESS, other).seed).toBe(9);
  });

  test("are the same put together twice", () => {
    const own = withAnswer(gone(2, 20), ANSWER);
    const once = mergeProgress(own, withAnswer(gone(4, 10), later));
    expect(mergeProgress(once, own)).toEqual(once);
  });
});
