import { expect, test } from "vitest";
import { prepareStep } from "../../../present/prepare-step";
import { expectedAnswers } from "./expected-answers";

test("each answer has its letter, what it says and what is behind it; one is right", async () => {
  const step = await prepareStep({
    ...{ kind: "question", lesson: "look-left", question: "first", variant: 0, votes: 1, minutes: 2 },
  });
  expect(expectedAnswers(step)).toEqual([
    { letter: "A", words: "10:05 · 61", isRight: true, behind: "Right: the last one known at 10:07." },
    {
      ...{ letter: "B", words: "10:08 · 58", isRight: false },
      behind: "The nearest row wins, before or after.",
    },
    { letter: "C", words: "10:12 · 53", isRight: false, behind: "What the table says today, it said then." },
    { letter: "D", words: "none of them", isRight: false, behind: "None of the rows may be used." },
  ]);
});

test("where nothing is asked, nothing is expected", async () => {
  expect(expectedAnswers(await prepareStep({ kind: "words", minutes: 1, text: "Try it." }))).toEqual([]);
});
