import * as v from "valibot";
import { expect, test } from "vitest";
import { PlanStepSchema } from "../plan";
import { matchingStep } from "./matching-step";

const step = (given: object) => v.parse(PlanStepSchema, { minutes: 1, ...given });
const question = (name: string, votes = 0) =>
  step({ kind: "question", lesson: "look-left", question: name, votes });
const picture = (name: string, join: number, walks = false) =>
  step({
    kind: "picture",
    of: { kind: "case", name },
    at: { row: 0, join, phase: "write_cell" },
    walks,
  });
const words = step({ kind: "words", text: "Try it." });

const OTHER = { steps: [picture("tie", 0, true), question("first", 2), picture("joins", 1), words] };

test.each([
  ["the same question, with other votes", question("first"), 1],
  ["the same picture, told at once", picture("tie", 0), 0],
  ["another join of it", picture("joins", 0), null],
  ["another question", question("second"), null],
  ["the same words", words, 3],
])("%s", (_, from, found) => {
  expect(matchingStep(from, OTHER)).toBe(found);
});
