import { expect, test } from "vitest";
import { variantOfRule } from "../../compare/variant";
import type { EntitySlice } from "../../microfs/core";
import type { JoinInput, JoinRun } from "../../sandbox/join-run";
import { LADDER_RULE } from "../rule";
import { randomTest } from "../testing/random-test";
import { answersOf, answersOfRuns, joinOf, rightAnswers } from "./answers";
import { inputsOf } from "./join-inputs";
import type { JoinTest } from "./join-test";
import { WRITTEN_JOIN_TESTS } from "./join-tests";

const TESTS = [...WRITTEN_JOIN_TESTS, ...Array.from({ length: 20 }, (_, seed) => randomTest(seed))];

test("the right join says the same as the engine, whoever is asked about", () => {
  const right = variantOfRule(LADDER_RULE);
  for (const joinTest of TESTS.filter(({ ttlUs }) => ttlUs !== null))
    expect(answersOf(joinTest, right), joinTest.name).toEqual(rightAnswers(joinTest));
});

/** The join of one entity, written once more: the last row of the greatest event time among those that count. */
function writtenJoin({ predictionsUs, eventTimesUs, knownAtUs, ttlUs }: JoinInput): JoinRun {
  const rows = predictionsUs.map((at) => {
    let best = -1;
    for (const [row, time] of eventTimesUs.entries()) {
      const counts = time <= at && (knownAtUs[row] ?? 0n) <= at && (ttlUs === null || at - time <= ttlUs);
      if (counts && (best < 0 || time >= (eventTimesUs[best] ?? 0n))) best = row;
    }
    return BigInt(best);
  });
  return { kind: "rows", rows: Int32Array.from(rows, Number), printed: "" };
}

test("a written join is given each user’s rows, and its row numbers are those of the tables again", () => {
  for (const joinTest of TESTS)
    expect(answersOfRuns(joinTest, inputsOf(joinTest).map(writtenJoin)), joinTest.name).toEqual(
      rightAnswers(joinTest),
    );
});

test("rows are given in the order in which they were created, wherever they stand in the slice", () => {
  for (const joinTest of TESTS) {
    const turned: JoinTest = { ...joinTest, slices: joinTest.slices.map(turnedRound) };
    expect(inputsOf(turned)).toEqual(inputsOf(joinTest));
    expect(answersOfRuns(turned, inputsOf(turned).map(writtenJoin))).toEqual(rightAnswers(joinTest));
  }
});

function turnedRound(slice: EntitySlice): EntitySlice {
  const join = joinOf(slice.joins);
  return {
    ...slice,
    joins: [
      {
        ...join,
        rows: join.rows.toReversed(),
        eventTimesUs: join.eventTimesUs.toReversed(),
        createdTimesUs: join.createdTimesUs?.toReversed() ?? null,
      },
    ],
  };
}

test("a run that failed gives no answers, and no row number beyond the rows is one", () => {
  const [joinTest] = TESTS;
  if (joinTest === undefined) throw new RangeError("there must be a test");
  const failed: JoinRun = { kind: "timed_out", limitMs: 1, printed: "" };
  expect(answersOfRuns(joinTest, [failed])).toBe(null);
  expect(answersOfRuns(joinTest, [])).toBe(null);
  const beyond: JoinRun = { kind: "rows", rows: Int32Array.of(99), printed: "" };
  expect(answersOfRuns(joinTest, [beyond])).toEqual([[]]);
});
