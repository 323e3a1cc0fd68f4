import { expect, test } from "vitest";
import { calibrationOf } from "./calibration";
import type { LessonName } from "./lesson-names";
import { type Answer, NO_PROGRESS, type Progress } from "./progress";

function answered(
  confidence: Answer["confidence"],
  isRight: boolean,
  lesson: LessonName = "look-left",
  at: Answer["at"] = "lesson",
): Answer {
  return { lesson, question: "first", variant: 0, option: "none", isRight, confidence, at, time: 0 };
}

const PROGRESS: Progress = {
  ...NO_PROGRESS,
  answers: [
    answered("certain", true),
    answered("guessing", false),
    answered("certain", false),
    answered("certain", true, "boundary"),
    answered("certain", true, "look-left", "review"),
    answered(null, false),
  ],
};

test("it is counted how often one was so sure, and how often right, the surest first", () => {
  expect(calibrationOf(PROGRESS, null)).toEqual([
    { confidence: "certain", answers: 4, right: 3 },
    { confidence: "guessing", answers: 1, right: 0 },
  ]);
});

test("of one lesson, its reviews too", () => {
  expect(calibrationOf(PROGRESS, "look-left")).toEqual([
    { confidence: "certain", answers: 3, right: 2 },
    { confidence: "guessing", answers: 1, right: 0 },
  ]);
  expect(calibrationOf(PROGRESS, "too-old")).toEqual([]);
});

test("what was asked without a confidence counts nowhere", () => {
  expect(calibrationOf({ ...NO_PROGRESS, answers: [answered(null, true)] }, null)).toEqual([]);
});
