import { expect, test } from "vitest";
import { toEnd } from "../testing/to-end";
import { fitRidge } from "./ridge-regression";

test("a weight is drawn towards 0, and the intercept is not", () => {
  // About their means x is −1, 1 and y is −1, 1: Σ xy / (Σ x² + 1) = 2 / 3, in place of 1 without the penalty.
  const x = { rows: 2, columns: 1, values: Float64Array.of(-1, 1) };
  const { weights, intercept } = toEnd(fitRidge(x, Float64Array.of(100, 102)));
  expect(weights[0]).toBeCloseTo(2 / 3, 12);
  expect(intercept).toBeCloseTo(101, 12);
});

test("without inputs it says the mean", () => {
  const x = { rows: 3, columns: 0, values: new Float64Array() };
  expect(toEnd(fitRidge(x, Float64Array.of(1, 2, 6))).intercept).toBeCloseTo(3, 12);
});
