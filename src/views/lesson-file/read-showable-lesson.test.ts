import { expect, test } from "vitest";
import guide from "../../../docs/how-to-write-a-lesson.md?raw";
import { problemWords } from "../../learn/lesson-file/lesson-problem";
import { SMALL_FILE } from "../../learn/lesson-file/testing/small-file";
import { readShowableLesson } from "./read-showable-lesson";

function problemsOf(file: string): string[] {
  const read = readShowableLesson(file);
  return read.ok ? [] : read.problems.map(problemWords);
}

test("a lesson of which all can be said is read", () => {
  expect(problemsOf(SMALL_FILE)).toEqual([]);
});

test.each([
  [
    "a row that is not there",
    ":time{scenario=battery row=7}",
    ":time cannot be said: no entity has a row 7.",
  ],
  ["a TTL that there is none", ":ttl{scenario=battery}", ":ttl cannot be said: the join has no TTL."],
  ["an answer that was not given", ":time{of=yours}", ":time cannot be said"],
  ["a scenario that is not there", ":moment{scenario=fuel}", ":moment cannot be said"],
])("%s is told with its line", (_, fact, message) => {
  const file = `${SMALL_FILE}\nIt was ${fact}.\n`;
  const line = file.trimEnd().split("\n").length;
  expect(problemsOf(file).join()).toContain(`Line ${line}: ${message}`);
});

test("the lesson that the guide shows can be opened", () => {
  const [, example = ""] = /````markdown\n([\s\S]*?)````/.exec(guide) ?? [];
  expect(example).toContain("::predict");
  expect(problemsOf(example)).toEqual([]);
});
