import { expect, test } from "vitest";
import { isStarted, passedBy, paused, STOPPED, started, timerText } from "./timer";

const NINE = Date.UTC(2026, 10, 28, 9);
const MINUTE = 60_000;

test("what passes while it is paused does not count", () => {
  const first = paused(started(STOPPED, NINE), NINE + 3 * MINUTE);
  const second = started(first, NINE + 10 * MINUTE);
  expect(passedBy(first, NINE + 9 * MINUTE)).toBe(3 * MINUTE);
  expect(passedBy(second, NINE + 12 * MINUTE)).toBe(5 * MINUTE);
});

test("one that runs is not started anew", () => {
  const timer = started(STOPPED, NINE);
  expect(started(timer, NINE + MINUTE)).toBe(timer);
});

test("a clock that is set back takes nothing away", () => {
  expect(passedBy(started({ passedMs: MINUTE, runsSinceMs: null }, NINE), NINE - MINUTE)).toBe(MINUTE);
});

test("one that was never started is told from one that is paused", () => {
  expect(isStarted(STOPPED)).toBe(false);
  expect(isStarted(started(STOPPED, NINE))).toBe(true);
  expect(isStarted(paused(started(STOPPED, NINE), NINE + 1))).toBe(true);
});

test.each([
  [0, "0:00"],
  [999, "0:00"],
  [490_000, "8:10"],
  [3_599_999, "59:59"],
  [3_723_000, "1:02:03"],
])("%d ms reads %s", (ms, text) => {
  expect(timerText(ms)).toBe(text);
});
