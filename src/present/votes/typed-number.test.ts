import { expect, test } from "vitest";
import { refusedWords, typedNumber } from "./typed-number";

test.each([
  ["", 0],
  [" 13 ", 13],
  ["007", 7],
  ["999", 999],
  ["1000", null],
  ["9999", null],
  ["1e3", null],
  ["-3", null],
  ["2.5", null],
  ["20.", null],
  ["x2", null],
])("typedNumber reads “%s” as %s", (text, number) => {
  expect(typedNumber(text, 999)).toBe(number);
});

test("refusedWords says what was typed, and what would work", () => {
  expect(refusedWords(" 1e3", 60)).toBe("“1e3” is not noted: type a whole number from 0 to 60.");
});
