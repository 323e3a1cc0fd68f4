import { expect, test } from "vitest";
import { shiftWords } from "./shift-words";

const DAY_US = 86_400_000_000;

test.each<[number, number, number | null, string]>([
  [39_120, 12, 61 * DAY_US, "39 120 newer, 12 older; 61 d newer in the median"],
  [0, 3, -DAY_US / 24, "3 older; 1 h older in the median"],
  [2, 2, 0, "2 newer, 2 older; at the same event time in the median"],
  [0, 0, null, ""],
])("%d newer and %d older cells, by %s µs in the median: %s", (newer, older, medianShiftUs, words) =>
  expect(shiftWords({ newer, older, medianShiftUs }).replaceAll("\u00a0", " ")).toBe(words),
);
