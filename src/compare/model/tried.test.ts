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

test("ten bins of equal size: what was said, and what came", () => {
  const probabilities = Array.from({ length: 30 }, (_, i) => (i + 1) / 31);
  const logits = Float64Array.from(probabilities, (p) => Math.log(p / (1 - p)));
  const labels = Float64Array.from({ length: 30 }, (_, i) => (i % 3 === 0 && i >= 15 ? 1 : 0));
  // The order in which rows come does not matter.
  const bins = calibrationOf([triedClass(logits.toReversed(), labels.toReversed(), new Int32Array(30))]);
  expect(bins.map(({ rows }) => rows)).toEqual(new Array(10).fill(3));
  expect(bins.map(({ observed }) => observed)).toEqual([0, 0, 0, 0, 0, ...new Array(5).fill(1 / 3)]);
  expect(bins[0]?.predicted).toBeCloseTo(2 / 31, 12);
  expect(calibrationOf([])).toEqual([]);
});
