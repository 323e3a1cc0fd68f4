import { expect, test } from "vitest";
import { ask } from "../../../learn/questions/ask";
import { EVERY_LESSON } from "../../../learn/testing/every-lesson";
import { prepareStep } from "../../../present/prepare-step";
import { readUrl } from "../../../state/route/url";
import type { LessonHandle } from "./lesson-context";
import { partStep } from "./part-step";

const PARTS = EVERY_LESSON.flatMap((written) => {
  const handle: LessonHandle = {
    ...written,
    ask: (question) => ask(written.lesson, question, 0),
    askAgain: () => null,
    answerTo: () => null,
    commit: () => undefined,
    made: () => null,
    keepMade: () => undefined,
  };
  return written.parts.map((part, i): [string, LessonHandle, number] => [
    `${written.name}, ${part.title}`,
    handle,
    i,
  ]);
});

test.each(PARTS)("%s: is a step that can be presented", async (_, handle, part) => {
  const step = partStep(handle, part);
  const { problem, title } = await prepareStep(step);
  expect(problem).toBeNull();
  expect(title).not.toBe("");
  if (step.kind === "words") expect(readUrl(step.link ?? "", null).problems).toEqual([]);
});

test("a part that asks is its question, one that shows is its picture, and one that is done by hand its link", () => {
  const kinds = new Map(PARTS.map(([name, handle, part]) => [name, partStep(handle, part)]));
  expect(kinds.get("look-left, Predict")).toMatchObject({ kind: "question", question: "first", votes: 1 });
  expect(kinds.get("look-left, Step by step")).toMatchObject({
    kind: "picture",
    of: { kind: "lesson", lesson: "look-left", scenario: "battery" },
    at: { row: 0, join: 0, phase: "write_cell" },
    walks: true,
  });
  expect(kinds.get("tempting-join, Its score")).toMatchObject({
    kind: "words",
    text: "Its score",
    link: "/learn?lesson=tempting-join&part=score",
  });
});
