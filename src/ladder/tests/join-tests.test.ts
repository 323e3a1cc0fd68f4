import { describe, expect, test } from "vitest";
import type { JoinParts } from "../programs/line-parts";
import { meaningOfParts } from "../programs/meaning";
import { MISCONCEPTIONS, type Misconception } from "../programs/misconceptions";
import { answersOf, joinOf, rightAnswers } from "./answers";
import { LETTER_COLUMN } from "./drawn-test";
import type { JoinTest, TestAnswers } from "./join-test";
import { JOIN_TESTS, WRITTEN_JOIN_TESTS } from "./join-tests";
import { agrees } from "./marbles";

/** Everything that the lines and the blanks of the ladder can say. */
const EVERY_JOIN: readonly JoinParts[] = [true, false].flatMap((byKey) =>
  (["<=", "<", ">=", ">", "=", "!=", "same_date", null] as const).flatMap((happened) =>
    (["<=", "<", "event_time", null] as const).flatMap((known) =>
      ([">=", ">", "<=", "<", null] as const).flatMap((fresh) =>
        (["row", "greatest_of_each"] as const).flatMap((cell) =>
          (["latest", "earliest"] as const).map((order) => ({ byKey, happened, known, fresh, cell, order })),
        ),
      ),
    ),
  ),
);
const MEANINGS = EVERY_JOIN.map(meaningOfParts);
const fails = (joinTest: JoinTest, { variant }: (typeof MEANINGS)[number]) =>
  !agrees(joinTest, answersOf(joinTest, variant));

/** The letters of the rows that are taken. */
function letters({ slices }: JoinTest, answers: TestAnswers): string {
  const byRow = new Map(
    slices.flatMap(({ joins }) => {
      const { rows, columns } = joinOf(joins);
      const values = columns.find(({ name }) => name === LETTER_COLUMN)?.values ?? [];
      return Array.from(rows, (row, i) => [row, String(values[i])] as const);
    }),
  );
  return answers.map((rows) => rows.map((row) => byRow.get(row)).join("") || ".").join(" ");
}

test("what is right, test by test", () => {
  expect(WRITTEN_JOIN_TESTS.map((one) => `${one.title}: ${letters(one, rightAnswers(one))}`)).toEqual([
    "the last one before: c",
    "nothing before: .",
    "the same moment: b",
    "too old, TTL 4: a .",
    "known later: . a",
    "each its own row: a b b",
    "somebody else’s: a B",
    "no TTL: a",
  ]);
});

test("a program passes all tests exactly where nothing is wrong with it", () => {
  const passing = MEANINGS.filter((meaning) => !JOIN_TESTS.some((joinTest) => fails(joinTest, meaning)));
  expect(passing.length).toBeGreaterThan(0);
  expect(passing.map(({ misconceptions }) => misconceptions)).toEqual(passing.map(() => []));
  const right = MEANINGS.filter(({ misconceptions }) => misconceptions.length === 0);
  expect(right.length).toBe(passing.length);
});

const only = (name: Misconception) =>
  MEANINGS.filter(({ misconceptions }) => misconceptions.length === 1 && misconceptions[0] === name);

describe.each(MISCONCEPTIONS)("%s", (name) => {
  test("fails a test, alone", () => {
    expect(only(name).length).toBeGreaterThan(0);
    for (const meaning of only(name))
      expect(JOIN_TESTS.some((joinTest) => fails(joinTest, meaning))).toBe(true);
  });
});

test.each(JOIN_TESTS)("“$title” catches a misconception", (joinTest) => {
  expect(MISCONCEPTIONS.filter((name) => only(name).some((meaning) => fails(joinTest, meaning)))).not.toEqual(
    [],
  );
});
