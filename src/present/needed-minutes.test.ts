import { expect, test } from "vitest";
import { neededMinutes } from "./needed-minutes";
import type { PlanStep } from "./plan";
import { prepareStep } from "./prepare-step";

const needed = async (step: PlanStep) => neededMinutes(await prepareStep(step));

const ASKED = { kind: "question", minutes: 1, lesson: "look-left", question: "first", variant: 0 } as const;
const WORDS = { kind: "words", minutes: 1, text: "Look left." } as const;

test("a vote needs a minute, a second one a minute more and one of talk", async () => {
  const [none, one, two] = await Promise.all(
    ([0, 1, 2] as const).map((votes) => needed({ ...ASKED, votes })),
  );
  // Each vote brings screens of its own.
  expect(Math.floor((one ?? 0) - (none ?? 0))).toBe(1);
  expect(Math.floor((two ?? 0) - (none ?? 0))).toBe(3);
});

test("notes need the time that it takes to say them", async () => {
  const notes = "word ".repeat(130);
  expect((await needed({ ...WORDS, notes })) - (await needed(WORDS))).toBeCloseTo(1);
});
