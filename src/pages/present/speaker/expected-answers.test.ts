import { expect, test } from "vitest";
import { prepareStep } from "../../../present/prepare-step";
import { namedAnswers } from "../votes/named-answers";
import { behind } from "./expected-answers";

test("behind each answer stands a belief, and behind the right one what makes it right", async () => {
  const step = await prepareStep({
    ...{ kind: "question", lesson: "look-left", question: "first", variant: 0, votes: 1, minutes: 2 },
  });
  const { asked } = step;
  expect(asked && namedAnswers(step).map((one) => [one.letter, one.words, behind(asked, one)])).toEqual([
    ["A", "10:05", "Right: the last one known at 10:07."],
    ["B", "10:08", "The nearest row wins, before or after."],
    ["C", "10:12", "What the table says today, it said then."],
    ["D", "none of them", "None of the rows may be used."],
  ]);
});
