import { expect, test } from "vitest";
import { nowWords } from "./now-words";

const NOON_US = 1_762_344_000_000_000n;

test.each([
  ["given", NOON_US, "Now is 5 Nov 2025 12:01, UTC, as it was set."],
  [
    "end_of_data",
    NOON_US,
    "Now is 5 Nov 2025 12:01, UTC: just after the end of this data, 5 Nov 2025 12:00.",
  ],
  ["wall_clock", NOON_US, "Now is the wall clock. This data ends on 5 Nov 2025 12:00, UTC."],
  ["wall_clock", null, "Now is the wall clock."],
] as const)("now is %s, the data ends at %s", (countedFrom, endUs, words) => {
  expect(nowWords({ us: NOON_US + 60_000_000n, countedFrom }, endUs)).toBe(words);
});
