import fc from "fast-check";
import { expect, test } from "vitest";
import { type GeneratedCase, caseOfAnyDuration as generatedCase } from "../testing/generated-cases";
import { type NaiveFeature, type NaiveMatch, naiveJoin } from "../testing/naive-join";
import { propertyRuns } from "../testing/property-runs";
import { kernelRule, kernelSides } from "../testing/run-kernel";
import { CellFlag, cellFlags, joinCells } from "./joined-cells";

const names = (bits: number) =>
  Object.entries(CellFlag)
    .filter(([, bit]) => (bits & bit) !== 0)
    .map(([name]) => name)
    .join(" ");

const flagsOf = ({ spine, features, rule, groupClock }: GeneratedCase) => {
  const sides = kernelSides(spine, features, groupClock);
  const kernel = kernelRule(rule);
  return Array.from(cellFlags(sides, kernel, joinCells(sides, kernel)), names);
};

/** A group of one entity: each row as when it happened and when it became known, and times to predict at. */
const drawn = (rows: readonly (readonly [number, number])[], asked: readonly number[]): GeneratedCase => ({
  features: rows.map(([happened, known]) => ({
    key: [1n],
    eventTime: BigInt(happened),
    createdTime: BigInt(known),
  })),
  spine: asked.map((time) => ({ key: [1n], time: BigInt(time) })),
  rule: { direction: "backward", ttl: null, allowExactMatches: true, asOf: "created_time", delay: 0n },
  groupClock: { asOf: "created_time", delay: 0n },
});

test("a correction that came in late is missed first and breaks a tie then", () => {
  const correction = [
    [2, 2],
    [4, 4],
    [4, 6],
  ] as const;
  expect(flagsOf(drawn(correction, [1, 3, 4, 5, 6, 7]))).toEqual(["", "", "late", "late", "tie", "tie"]);
});

test("a late row is missed also where nothing was found", () => {
  expect(flagsOf(drawn([[2, 5]], [1, 2, 5]))).toEqual(["", "late", ""]);
});

test("a late row that was too old by then is not missed", () => {
  const given = drawn([[2, 9]], [3, 4, 5]);
  expect(flagsOf({ ...given, rule: { ...given.rule, ttl: 2n } })).toEqual(["late", "late", ""]);
});

test("the nearest of two rows equally far away is told from the other by the tie-break alone", () => {
  const given = drawn(
    [
      [2, 2],
      [6, 6],
    ],
    [3, 4, 5],
  );
  const nearest: GeneratedCase = { ...given, rule: { ...given.rule, direction: "nearest" } };
  expect(flagsOf(nearest)).toEqual(["", "tie", "leak"]);
});

/** The flags as their words say, from what the naive join says of every candidate. */
function naiveFlags(answer: NaiveMatch, t: bigint, { features, rule }: GeneratedCase): string {
  const row = (i: number): NaiveFeature => features[i] ?? { key: [], eventTime: 0n, createdTime: null };
  const chosen = row(answer.index);
  const others = [...answer.verdicts].filter(
    ([i, verdict]) => verdict === "superseded" && i !== answer.index,
  );
  const isTied = others.some(([i]) => {
    const { eventTime } = row(i);
    if (eventTime === chosen.eventTime) return true;
    return rule.direction === "nearest" && eventTime - t === t - chosen.eventTime;
  });
  const isLater = (i: number) => {
    const { eventTime, createdTime } = row(i);
    if (answer.index === -1 || eventTime !== chosen.eventTime) return eventTime > chosen.eventTime;
    const [created, chosenCreated] = [createdTime ?? eventTime, chosen.createdTime ?? chosen.eventTime];
    return created === chosenCreated ? i > answer.index : created > chosenCreated;
  };
  const isLate = [...answer.verdicts].some(
    ([i, verdict]) =>
      verdict === "not_yet_known" &&
      (answer.index === -1 || isLater(i)) &&
      (rule.ttl === null || t - row(i).eventTime <= rule.ttl),
  );
  const flags = { tie: answer.index !== -1 && isTied, late: isLate, leak: answer.leak, stale: answer.stale };
  return Object.entries(flags)
    .filter(([, is]) => is)
    .map(([name]) => name)
    .join(" ");
}

test("ties, late rows, leaks and stale cells are those of the naive join", () => {
  fc.assert(
    fc.property(generatedCase, (given) => {
      const { spine, features, rule, groupClock } = given;
      const expected = naiveJoin(spine, features, rule, groupClock).map((answer, i) =>
        naiveFlags(answer, spine[i]?.time ?? 0n, given),
      );
      expect(flagsOf(given)).toEqual(expected);
    }),
    propertyRuns(3000),
  );
});
