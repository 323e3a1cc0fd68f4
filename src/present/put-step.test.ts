import { expect, test } from "vitest";
import type { PlanStep } from "./plan";
import { withStepPut } from "./put-step";

const words = (text: string, link?: string): PlanStep => ({
  ...{ kind: "words", minutes: 1, text },
  ...(link !== undefined && { link }),
});
const QUESTION: PlanStep = {
  ...{ kind: "question", minutes: 1, lesson: "look-left", question: "first", variant: 0, votes: 1 },
};
const kinds = (steps: readonly PlanStep[]) => steps.map((step) => (step.kind === "words" ? step.text : "?"));

test.each<[string, PlanStep[], PlanStep, string[]]>([
  ["an empty plan", [], QUESTION, ["?"]],
  ["a question at the end", [QUESTION], words("one"), ["?", "one"]],
  ["a sentence at the end", [QUESTION, words("bye")], QUESTION, ["?", "?", "bye"]],
  ["the way home at the end", [words("bye", "/learn")], words("one"), ["one", "bye"]],
  ["a sentence after a sentence", [words("one")], words("two"), ["one", "two"]],
  ["what is done by hand", [words("do", "/learn?lesson=a&part=b")], QUESTION, ["do", "?"]],
])("into %s", (_, steps, step, then) => {
  expect(kinds(withStepPut(steps, step))).toEqual(then);
});
