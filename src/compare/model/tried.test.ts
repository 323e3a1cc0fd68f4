import { expect, test } from "vitest";
import { calibrationOf, scoresOf, triedClass, triedNumber } from "./tried";

const auc = (logits: number[], labels: number[], weights = labels.map(() => 1)) =>
  scoresOf(
    triedClass(
      Float64Array.from(logits),
      Float64Array.from(labels),
      Int32Array.from(labels, (_, row) => row),
    ),
    weights,
  )[0];

test("the area under the curve is the share of pairs in the right order, a tie counting half", () => {
  expect(auc([1, 2, 3, 4], [0, 0, 1, 1])).toBe(1);
  expect(auc([1, 2, 3, 4], [1, 1, 0, 0])).toBe(0);
  expect(auc([1, 2, 3, 4], [0, 1, 0, 1])).toBe(3 / 4);
  expect(auc([5, 5, 5], [0, 1, 1])).toBe(1 / 2);
  expect(auc([1, 5, 5, 9], [0, 0, 1, 1])).toBe(3.5 / 4);
});

test("an entity that was drawn three times counts as three of the same rows", () => {
  expect(auc([1, 2, 3], [0, 1, 0], [3, 1, 2])).toBe(auc([1, 1, 1, 2, 3, 3], [0, 0, 0, 1, 0, 0]));
  expect(auc([1, 2, 3], [0, 1, 0], [1, 1, 0])).toBe(1);
});

test("with one class alone there is no area", () => {
  expect(auc([1, 2], [1, 1])).toBeNaN();
  expect(auc([1, 2], [0, 1], [1, 0])).toBeNaN();
});

test("R² is 0 for the mean, 1 for the truth, and nothing where all numbers are the same", () => {
  const r2 = (predicted: number[], values: number[]) =>
    scoresOf(
      triedNumber(
        Float64Array.from(predicted),
        Float64Array.from(values),
        Int32Array.from(values, (_, row) => row),
      ),
      values.map(() => 1),
    );
  expect(r2([2, 2, 2], [1, 2, 3])).toEqual([0, 2 / 3]);
  expect(r2([1, 2, 3], [1, 2, 3])).toEqual([1, 0]);
  expect(r2([1, 1, 1], [0.1, 0.1, 0.1])[0]).toBeNaN();
});

test("calibration: rows of about the same chance are together, in bins of twenty rows and more", () => {
  const logit = (share: number) => Math.log(share / (1 - share));
  // 60 rows of 0.3 %, 10 of 0.7 %, 20 of 35 %, 5 of 95 %, with 0, 1, 8 and 5 that came.
  const parts = [
    [60, 0.003, 0],
    [10, 0.007, 1],
    [20, 0.35, 8],
    [5, 0.95, 5],
  ] as const;
  const logits = parts.flatMap(([rows, share]) => new Array<number>(rows).fill(logit(share)));
  const labels = parts.flatMap(([rows, , came]) =>
    Array.from({ length: rows }, (_, i) => (i < came ? 1 : 0)),
  );
  const tried = (l: number[], y: number[]) =>
    triedClass(Float64Array.from(l), Float64Array.from(y), new Int32Array(l.length));
  const bins = calibrationOf([tried(logits, labels)]);
  expect(bins.map(({ rows }) => rows)).toEqual([60, 35]);
  expect(bins.map(({ observed }) => observed)).toEqual([0, 14 / 35]);
  expect(bins[0]?.predicted).toBeCloseTo(0.003, 12);
  expect(bins[1]?.predicted).toBeCloseTo((10 * 0.007 + 20 * 0.35 + 5 * 0.95) / 35, 12);
  // The order in which rows come does not matter.
  expect(
    calibrationOf([tried(logits.toReversed(), labels.toReversed())]).map(({ observed }) => observed),
  ).toEqual(bins.map(({ observed }) => observed));
  expect(calibrationOf([])).toEqual([]);
});
