import { expect, test } from "vitest";
import { DAY_US, HOUR_US, knee, roundedUp, scheduled } from "./knee";

const MINUTE_US = HOUR_US / 60;

test.each<[string, number[], number, number | null]>([
  ["none", [], 24, null],
  ["a single one", [3], 24, 3],
  ["many near, one far", [1, 1, 2, 2, 20], 24, 2],
  ["many near, as many far: the nearer half", [1, 1, 20, 20], 24, 1],
  ["all but one beyond a little", [1, 10, 10, 10, 10], 24, 10],
  ["equal ones are taken together", [5, 5, 5], 24, 5],
  ["what is beyond the limit has no say", [2, 3, 900, 900, 900, 900], 24, 3],
  ["unless nothing is nearer: then the nearest", [30, 900, 900], 24, 30],
])("of needs of %s, so much is given", (_, needs, limit, expected) => {
  expect(knee(Float64Array.from(needs), limit)).toBe(expected);
});

test.each([
  [1.5, 2],
  [90 * MINUTE_US + 1, 91 * MINUTE_US],
  [2 * DAY_US + 1, 2 * DAY_US + HOUR_US],
  [2 * DAY_US + 2 * HOUR_US, 2 * DAY_US + 2 * HOUR_US],
])("%d µs are made %d", (us, expected) => {
  expect(roundedUp(us)).toBe(expected);
});

test.each([
  [2 * HOUR_US + 10 * MINUTE_US, 3 * HOUR_US],
  [10 * MINUTE_US + 1, 11 * MINUTE_US],
])("a job is put off %d µs by %d", (us, expected) => {
  expect(scheduled(us)).toBe(expected);
});
