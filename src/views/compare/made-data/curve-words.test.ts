import { expect, test } from "vitest";
import type { CurvePoint, CurveScores } from "../../../compare/reaction-curve";
import { curveHeadline } from "./curve-words";

const exactly = (value: number) => ({ value, low: value, high: value });
const scores = (offline: number, production: number, low: number): CurveScores => ({
  offline: exactly(offline),
  production: exactly(production),
  gap: { value: offline - production, low, high: 1 },
});
const pointOf = (latest: CurveScores): CurvePoint => {
  const asOf = scores(0.694, 0.694, 0);
  return { reaction: 0.8, scores: { own: asOf, event_time: asOf, latest }, problem: null };
};
const said = (point: CurvePoint) =>
  curveHeadline(point)
    .map(({ kind, text }) => (kind === "leak" ? `[${text}]` : text))
    .join("");

test("a gap beyond its band is told as a promise that is not kept", () => {
  expect(said(pointOf(scores(0.931, 0.574, 0.29)))).toBe(
    "With a reaction of 0.8, the latest value promises [0.93 AUC and keeps 0.57]. As of the prediction, a join promises 0.69 and keeps it.",
  );
});

test("a gap inside its band is no finding", () => {
  expect(said(pointOf(scores(0.701, 0.69, -0.01)))).toBe(
    "With a reaction of 0.8, the latest value promises 0.70 AUC and keeps 0.69, within its band. As of the prediction, a join promises 0.69 and keeps it.",
  );
});

test("where there is nothing to learn, the way out is said", () => {
  expect(said({ reaction: 1, scores: null, problem: { kind: "too_few_rows", rows: 9, needed: 100 } })).toBe(
    "There is too little here to learn anything from. Make more customers, or take another seed.",
  );
});
