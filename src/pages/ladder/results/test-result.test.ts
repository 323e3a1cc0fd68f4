import { expect, test } from "vitest";
import { rightAnswers } from "../../../ladder/tests/answers";
import { JOIN_TESTS } from "../../../ladder/tests/join-tests";
import type { TestAnswers } from "../../../ladder/tests/join-test";
import { withOthersLane } from "./others-lane";
import { firstToShow, isAgreed, placeToShow, rowsAt, type TestResult } from "./test-result";

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

test("the rows of somebody else stand in a lane of their own, which no join takes from", () => {
  // Both predictions take the second user's payment.
  const wrong = result("somebody_else", [[1], [1]]);
  const place = placeToShow(wrong);
  const { own, others } = rowsAt(wrong, place);
  expect([own, others]).toEqual([[], [1]]);
  const { slice, picked } = withOthersLane(place.slice, wrong.test.slices, others);
  expect(slice.joins.map(({ fgName, rows }) => `${fgName}: ${[...rows]}`)).toEqual([
    "payments: 0",
    "payments of user 2: 1",
  ]);
  expect(picked?.map((rows) => rows?.size)).toEqual([undefined, 0]);
  expect(withOthersLane(place.slice, wrong.test.slices, []).slice).toBe(place.slice);
});
