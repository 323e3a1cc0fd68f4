import { expect, test } from "vitest";
import { dayInWords } from "./day-in-words";

/** Where the reader is: late on a Wednesday. */
const NOW = new Date(2026, 2, 4, 23, 30).getTime();
const at = (month: number, day: number, hour: number) => new Date(2026, month - 1, day, hour).getTime();

test.each([
  ["long ago", at(2, 1, 8), "today"],
  ["half an hour before midnight", NOW, "today"],
  ["an hour later, on the next day", at(3, 5, 0), "tomorrow"],
  ["on Friday, in less than two days", at(3, 6, 1), "on Friday"],
  ["in six days", at(3, 10, 12), "on Tuesday"],
  ["in a week, which has the same name as today", at(3, 11, 12), "on 11 March"],
  ["after the clocks have changed", at(4, 1, 0), "on 1 April"],
])("%s", (_, ms, words) => expect(dayInWords(ms, NOW)).toBe(words));
