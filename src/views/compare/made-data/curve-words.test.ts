import { expect, test } from "vitest";
import type { CurvePoint, CurveScores } from "../../../compare/reaction-curve";
import { curveHeadline, curveTrend, formatGap, gapBeyond } from "./curve-words";

const exactly = (value: number) => ({ value, low: value, high: value });
const scores = (offline: number, production: number, low: number, high = 1): CurveScores => ({
  offline: exactly(offline),
  production: exactly(production),
  gap: { value: offline - production, low, high },
});
const pointOf = (latest: CurveScores, reaction = 0.8): CurvePoint => {
  const asOf = scores(0.694, 0.694, 0);
  return { reaction, scores: { own: asOf, event_time: asOf, latest }, problem: null };
};
const said = (point: CurvePoint) =>
  curveHeadline(point)
    .map(({ kind, text }) => (kind === "leak" ? `[${text}]` : text))
    .join("");
const NOTHING: CurvePoint = {
  reaction: 1,
  scores: null,
  problem: { kind: "too_few_rows", rows: 9, needed: 100 },
};

const AS_OF = "As of the prediction, a join promises 0.694 and keeps it.";

test("a gap beyond its band is told as a promise that is not kept", () => {
  expect(said(pointOf(scores(0.931, 0.574, 0.29)))).toBe(
    `With a reaction of 0.8, the latest value promises [0.931 AUC and keeps 0.574]. ${AS_OF}`,
  );
});

test("a gap inside its band is no finding, and one below it is told as such", () => {
  expect(said(pointOf(scores(0.701, 0.69, -0.01)))).toBe(
    `With a reaction of 0.8, the latest value promises 0.701 AUC and keeps 0.690: no gap beyond chance. ${AS_OF}`,
  );
  expect(said(pointOf(scores(0.6, 0.69, -0.12, -0.02)))).toBe(
    `With a reaction of 0.8, the latest value promises 0.600 AUC and keeps 0.690: more than it promised. ${AS_OF}`,
  );
});

test("where there is nothing to learn, the way out is said", () => {
  expect(said(NOTHING)).toBe(
    "There is too little here to learn anything from. Make more customers, or take another seed.",
  );
});

test("a gap is the difference of the numbers that are read, and beyond chance by the band that is read", () => {
  // 0.1512 by what is behind, but 0.791 and 0.639 are read.
  expect(formatGap(scores(0.7906, 0.6394, 0))).toBe("0.152");
  expect(formatGap(scores(0.6, 0.6004, 0))).toBe("0.000");
  expect(gapBeyond({ value: 0.02, low: 0.0004, high: 0.04 })).toBe("within");
  expect(gapBeyond({ value: 0.02, low: 0.0006, high: 0.04 })).toBe("more");
  expect(gapBeyond({ value: -0.02, low: -0.04, high: -0.0004 })).toBe("within");
});

const FLAT = scores(0.7, 0.69, -0.01);
const SMALL = scores(0.8, 0.64, 0.1);
const LARGE = scores(0.93, 0.59, 0.29);

test.each<[string, CurveScores[], string]>([
  ["flat", [FLAT, FLAT, FLAT], "At no reaction is the gap of latest beyond chance."],
  [
    "rising to its end",
    [FLAT, SMALL, LARGE],
    "From a reaction of 0.5 on, the gap of latest is beyond chance. It is largest at 1: 0.340.",
  ],
  [
    "rising up to a point",
    [FLAT, LARGE, SMALL],
    "From a reaction of 0.5 on, the gap of latest is beyond chance. It is largest at 0.5: 0.340; more reaction adds nothing to that, and at 1 it is 0.160.",
  ],
  [
    "up, and down again",
    [FLAT, SMALL, FLAT],
    "At a reaction of 0.5 the gap of latest is beyond chance. It is largest at 0.5: 0.160; more reaction adds nothing to that, and at 1 it is 0.010.",
  ],
  [
    "here and there",
    [SMALL, FLAT, LARGE],
    "At a reaction of 0 and 1 the gap of latest is beyond chance. It is largest at 1: 0.340.",
  ],
])("a curve that is %s is told so", (_, latest, words) => {
  expect(curveTrend(latest.map((one, i) => pointOf(one, i / 2)))).toBe(words);
});

test("of a curve without a point there is nothing to tell", () => expect(curveTrend([NOTHING])).toBe(""));
