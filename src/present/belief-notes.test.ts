import { expect, test } from "vitest";
import { beliefNotes } from "./belief-notes";
import { prepareStep } from "./prepare-step";

test("notes that nobody has written say what the likeliest wrong answers stand for", async () => {
  const { asked } = await prepareStep({
    ...{ kind: "question", minutes: 1, lesson: "look-left", question: "first", variant: 0, votes: 1 },
  });
  // B is the report a minute after the line, C the last there is.
  expect(asked && beliefNotes(asked)).toBe(
    "B stands for “The nearest row wins, before or after.” Ask back: who had that row at the moment of the prediction?" +
      "\n\nC stands for “What the table says today, it said then.” Ask back: what did the table say at the moment of the prediction?",
  );
});
