import { expect, test } from "vitest";
import { rightAnswers } from "../../../ladder/tests/answers";
import { JOIN_TESTS } from "../../../ladder/tests/join-tests";
import { withOthersLane } from "./others-lane";
import { placeToShow, rowsAt, type TestResult } from "./test-result";

test("the rows of somebody else stand in a lane of their own, which no join takes from", () => {
  // Both predictions take the second user's payment.
  const drawn = JOIN_TESTS.find(({ name }) => name === "somebody_else");
  if (drawn === undefined) throw new Error("there is no such test");
  const wrong: TestResult = { test: drawn, right: rightAnswers(drawn), yours: [[1], [1]] };
  const place = placeToShow(wrong);
  const { own, others } = rowsAt(wrong, place);
  expect([own, others]).toEqual([[], [1]]);
  const { slice, picked } = withOthersLane(place.slice, wrong.test.slices, others);
  expect(slice.joins.map(({ fgName, rows }) => `${fgName}: ${[...rows]}`)).toEqual([
    "payments: 0",
    "other payments: 1",
  ]);
  expect(picked?.map((rows) => rows?.size)).toEqual([undefined, 0]);
  expect(withOthersLane(place.slice, wrong.test.slices, []).slice).toBe(place.slice);
});
