import { expect, test } from "vitest";
import { unbroken } from "./unbroken";

test.each([
  ["until 4 May 08:00:16", "until 4_May_08:00:16"],
  ["as of 1 May 06:00.", "as of 1_May_06:00."],
  ["from 27 Apr 2025 08:36:01.25, later", "from 27_Apr_2025_08:36:01.25, later"],
  ["only from 4 May", "only from 4_May"],
  ["3 d 21 h before", "3 d 21 h before"],
  ["12 payments", "12 payments"],
])("%s", (words, expected) => {
  expect(unbroken(words)).toBe(expected.replaceAll("_", "\u00a0"));
});
