import { expect, test } from "vitest";
import { prepareStep } from "../../../present/prepare-step";
import { expectedAnswers } from "./expected-answers";

test("each answer has its letter, what it says and what is behind it; one is right", async () => {
  const step = await prepareStep({
    ...{ kind: "question", lesson: "look-left", question: "first", variant: 0, votes: 1, minutes: 2 },
  });
  const said = expectedAnswers(step).map(({ letter, words, isRight, behind }) => [
    letter,
    words,
    isRight,
    behind,
  ]);
  expect(said).toEqual([
    ["A", "10:05", true, "Right: the last one known at 10:07."],
    ["B", "10:08", false, "The nearest row wins, before or after."],
    ["C", "10:12", false, "What the table says today, it said then."],
    ["D", "none of them", false, "None of the rows may be used."],
  ]);
});

test.each([
  ["first", 0, "Right: this one is online then."],
  ["expired", 0, "Right: what is online is too old."],
  ["back", 0, "Right: what is online is from later."],
] as const)("of a store it is said why the look-up gives that: %s", async (question, variant, why) => {
  const step = await prepareStep({
    ...{ kind: "question", lesson: "two-stores", question, variant, votes: 1, minutes: 2 },
  });
  expect(expectedAnswers(step).find(({ isRight }) => isRight)?.behind).toBe(why);
});

test("of each feature it is said what is tempting about that one", async () => {
  const step = await prepareStep({
    ...{ kind: "question", lesson: "time-split", question: "four", variant: 0, votes: 1, minutes: 2 },
  });
  expect(expectedAnswers(step).map(({ behind }) => behind)).toEqual([
    "Right: this is the one.",
    "“cancel” of 4 Jun 09:00 is in the table, so the model has it.",
    "“0” of 2 Jun 03:00 is in the table, so the model has it.",
    "“basic” of 20 Apr 12:00 is so old that it must be wrong.",
  ]);
});

test("where nothing is asked, nothing is expected", async () => {
  expect(expectedAnswers(await prepareStep({ kind: "words", minutes: 1, text: "Try it." }))).toEqual([]);
});
