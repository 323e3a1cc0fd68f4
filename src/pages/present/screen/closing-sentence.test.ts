import { expect, test } from "vitest";
import type { PlanStep } from "../../../present/plan";
import { prepareStep } from "../../../present/prepare-step";
import { editSlice } from "../../../scenario/edits/edit-slice";
import { plainText } from "../../../timeline/words/sentence-parts";
import { closingPhase, closingSentence } from "./closing-sentence";

async function closing(lesson: string, question: string, variant = 0) {
  const step: PlanStep = { kind: "question", minutes: 2, lesson, question, variant, votes: 0 };
  const prepared = await prepareStep(step);
  const { picture } = prepared;
  if (picture === null) throw new Error(prepared.problem ?? "no picture");
  const at = { ...picture.at, phase: closingPhase(prepared, "write_cell") };
  return {
    prepared,
    at,
    slice: picture.slice,
    said: plainText(closingSentence(prepared, picture.slice, at)),
  };
}

// Counted by hand in the data of the lessons: five orders, and five prices or, with one deleted, four.
test.each([
  [0, "The ordinary join makes 25 rows of 5 orders, one for every match; the as-of join makes 5."],
  [1, "The ordinary join makes 20 rows of 5 orders, one for every match; the as-of join makes 5."],
])("a question about the whole table ends with its rows (form %i)", async (variant, words) => {
  expect((await closing("one-row", "ordinary", variant)).said).toBe(words);
});

test("what the class has changed was not counted: then the step speaks", async () => {
  const { prepared, slice, at } = await closing("one-row", "ordinary");
  const changed = editSlice(slice, [{ kind: "delete", group: "prices", row: 4 }]);
  expect(plainText(closingSentence(prepared, changed, at))).toMatch(/^Product lamp, as of/);
});

test("a question about the feature that leaks ends with that one, its row and how late it was known", async () => {
  const { said } = await closing("time-split", "four");
  expect(said).toMatch(
    /^\w+ is the one: the row that it takes, .+ from .+, leaks\. It became known only .+ later\.$/,
  );
});

test("a question about the step that decides ends with that step", async () => {
  // The report before the last one is superseded, which no other step says.
  const { at, said } = await closing("look-left", "rule");
  expect(at.phase).toBe("keep_latest");
  expect(said).toMatch(/supersedes 1 other\.$/);
  expect((await closing("look-left", "first")).said).toMatch(/goes into the row\.$/);
});
