import { expect, test } from "vitest";
import { calibrationWords } from "./calibration-words";

test.each([
  [{ confidence: "certain", answers: 4, right: 3 }, "You were certain 4 times, and right 3 times."],
  [{ confidence: "certain", answers: 2, right: 1 }, "You were certain twice, and right once."],
  [{ confidence: "certain", answers: 5, right: 5 }, "You were certain 5 times, and always right."],
  [{ confidence: "fairly", answers: 3, right: 0 }, "You were fairly sure 3 times, and never right."],
  [{ confidence: "fairly", answers: 1, right: 0 }, "You were fairly sure once, and wrong."],
  [{ confidence: "guessing", answers: 1, right: 1 }, "You guessed once, and were right."],
] as const)("%o is said as a sentence", (calibration, words) => {
  expect(calibrationWords(calibration)).toBe(words);
});
