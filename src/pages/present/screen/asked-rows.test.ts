import { expect, test } from "vitest";
import type { PlanStep } from "../../../present/plan";
import { type PreparedStep, prepareStep } from "../../../present/prepare-step";
import { isAgeAsked, letteredRows, ringedRow } from "./asked-rows";

function prepared(lesson: "look-left" | "one-row" | "too-old", question: string): Promise<PreparedStep> {
  const step: PlanStep = { kind: "question", minutes: 1, lesson, question, variant: 0, votes: 0 };
  return prepareStep(step);
}

/** Reports of 10:00, 10:05, 10:08 and 10:12, for the row of 10:07: a class is offered three of them, and none. */
test("the rows that a class can answer with have the letters of its answers, and the others none", async () => {
  const lettered = letteredRows(await prepared("look-left", "first"));
  expect(lettered?.join).toBe(0);
  expect([...(lettered?.letters.values() ?? [])]).toEqual(["A", "B", "C"]);
});

test("where no row is an answer no mark has a letter", async () => {
  expect(letteredRows(await prepared("one-row", "ordinary"))).toBeUndefined();
  expect(letteredRows(await prepared("look-left", "rule"))).toBeUndefined();
});

test("where it is asked which step decides about a row, that row is ringed; elsewhere none is", async () => {
  const step = await prepared("look-left", "rule");
  const question = step.lesson.questions.rule;
  expect(question?.kind).toBe("rule");
  expect(ringedRow(step)).toMatchObject({
    join: 0,
    row: question?.kind === "rule" ? question.of : null,
    isAnswered: false,
  });
  expect(ringedRow(await prepared("look-left", "first"))).toBeNull();
});

test("what the TTL rules out is not drawn where the class is to say it", async () => {
  expect(isAgeAsked(await prepared("too-old", "first"))).toBe(true);
  expect(isAgeAsked(await prepared("too-old", "rule"))).toBe(false);
});
