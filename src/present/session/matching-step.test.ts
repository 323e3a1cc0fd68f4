import { expect, test } from "vitest";
import type { PlanStep } from "../plan";
import { matchingStep } from "./matching-step";

const question = (name: string, votes: 0 | 1 | 2 = 0): PlanStep => ({
  ...{ kind: "question", minutes: 1, lesson: "look-left", question: name, variant: 0, votes },
});
const picture = (name: string, join: number, walks = false): PlanStep => ({
  ...{ kind: "picture", minutes: 1, of: { kind: "case", name }, edits: [], rule: "as-of", walks },
  at: { row: 0, join, phase: "write_cell" },
});
const words: PlanStep = { kind: "words", minutes: 1, text: "Try it." };

const OTHER: readonly PlanStep[] = [
  picture("tie", 0, true),
  question("first", 2),
  picture("joins", 1),
  words,
];

const FOUND: readonly (readonly [string, PlanStep, number | null])[] = [
  ["the same question, with other votes", question("first"), 1],
  ["the same picture, told at once", picture("tie", 0), 0],
  ["another join of it", picture("joins", 0), null],
  ["another question", question("second"), null],
  ["the same words", words, 3],
];

for (const [name, from, found] of FOUND)
  test(name, () => {
    expect(matchingStep(from, OTHER)).toBe(found);
  });
