import { expect, test } from "vitest";
import { rightAnswers } from "../../../ladder/tests/answers";
import type { TestAnswers } from "../../../ladder/tests/join-test";
import { JOIN_TESTS } from "../../../ladder/tests/join-tests";
import { firstToShow, isAgreed, placeToShow, type TestResult } from "./test-result";

function result(name: string, yours: TestAnswers | null): TestResult {
  const test = JOIN_TESTS.find((one) => one.name === name);
  if (test === undefined) throw new Error(`there is no test ${name}`);
  return { test, right: rightAnswers(test), yours };
}

test("a program agrees where it takes the same rows for every prediction", () => {
  // a is right on day 4, and too old on day 5.
  expect(isAgreed(result("too_old", [[0], []]))).toBe(true);
  expect(isAgreed(result("too_old", [[0], [0]]))).toBe(false);
  expect(isAgreed(result("too_old", [[0]]))).toBe(false);
  expect(isAgreed(result("too_old", null))).toBe(false);
});

test("the first prediction that differs is shown; else the first that takes a row", () => {
  expect(placeToShow(result("too_old", [[0], [0]])).spineRow).toBe(1);
  expect(placeToShow(result("known_later", [[], [0]])).spineRow).toBe(1);
  expect(placeToShow(result("nothing_before", [[]])).spineRow).toBe(0);
});

test("of the tests that differ the one that is about it is shown", () => {
  const results = [
    result("last_before", [[0]]),
    result("too_old", [[0], []]),
    result("somebody_else", [[1], [1]]),
  ];
  expect(firstToShow(results)?.test.name).toBe("last_before");
  expect(firstToShow(results, "somebody_else")?.test.name).toBe("somebody_else");
  expect(firstToShow(results, "too_old")?.test.name).toBe("last_before");
  expect(firstToShow(results.slice(1, 2))?.test.name).toBe("too_old");
});
