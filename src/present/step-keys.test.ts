import { expect, test } from "vitest";
import type { PlanStep } from "./plan";
import { STEP_KEY, stepKeys } from "./step-keys";

const ASKS: PlanStep = {
  kind: "question",
  minutes: 2,
  lesson: "look-left",
  question: "first",
  variant: 0,
  votes: 1,
};
const SHOWS: PlanStep = {
  kind: "picture",
  minutes: 2,
  of: { kind: "case", name: "latest" },
  edits: [],
  at: { row: 0, join: 0, phase: "write_cell" },
  rule: "as-of",
  walks: false,
};
const SAYS: PlanStep = { kind: "words", minutes: 1, text: "Look left." };

test("a step keeps its key where it is moved", () => {
  const [asks, shows, says] = stepKeys([ASKS, SHOWS, SAYS]);
  expect(stepKeys([SAYS, ASKS, SHOWS])).toEqual([says, asks, shows]);
  expect(new Set([asks, shows, says]).size).toBe(3);
});

test("other minutes, notes, titles and votes leave it, another form or row does not", () => {
  const [key] = stepKeys([ASKS]);
  expect(stepKeys([{ ...ASKS, minutes: 9, notes: "n", title: "t", votes: 2 }])).toEqual([key]);
  expect(stepKeys([{ ...ASKS, variant: 1 }])).not.toEqual([key]);
  expect(stepKeys([{ ...SHOWS, at: { ...SHOWS.at, row: 1 } }])).not.toEqual(stepKeys([SHOWS]));
});

test("of several alike each has its own, and none is a number", () => {
  const keys = stepKeys([ASKS, ASKS, SHOWS, ASKS]);
  expect(new Set(keys).size).toBe(4);
  for (const key of keys) expect(key).toMatch(STEP_KEY);
  expect("0").not.toMatch(STEP_KEY);
});
