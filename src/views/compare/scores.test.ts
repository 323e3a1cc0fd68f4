import { expect, test } from "vitest";
import type { Band, VariantModel } from "../../compare/model/model-results";
import {
  bandWords,
  beyondBand,
  differenceWords,
  formatScore,
  isBeyond,
  onAxis,
  scoreAxis,
  shownDifference,
} from "./scores";

test.each([
  [0.7249, "0.725"],
  [-0.16, "−0.160"],
  [0.0042, "0.004"],
  [0, "0.000"],
  [-0.00001, "0.000"],
  [1234.56, "1 234.6"],
])("%d is written as %s", (value, words) => expect(formatScore(value).replaceAll("\u00a0", " ")).toBe(words));

test.each([
  // 0.7874 − 0.6436 is 0.1438, which would be written 0.144; who reads 0.787 and 0.644 subtracts 0.143.
  [0.7874, 0.6436, 0.143, "0.143"],
  [0.6436, 0.7874, -0.143, "0.143"],
  [0.50001, 0.5, 0, "less than 0.001"],
  [0.5, 0.5, 0, "0.000"],
  [0.3, 0.1, 0.2, "0.200"],
  [0.912, -120.46, 121.412, "121.4"],
])("%d and %d are as far apart as the numbers written", (a, b, difference, words) => {
  expect(shownDifference(a, b)).toBe(difference);
  expect(differenceWords(a, b)).toBe(words);
});

test("a band is written with both of its ends, and a difference counts only with the whole of its band", () => {
  expect(bandWords({ value: 0.72, low: 0.7, high: 0.7444 })).toBe("0.720 (0.700 to 0.744)");
  expect(beyondBand({ value: 0.1, low: 0.01, high: 0.2 })).toBe("more");
  expect(beyondBand({ value: -0.1, low: -0.2, high: -0.01 })).toBe("less");
  expect(beyondBand({ value: 0.1, low: 0, high: 0.2 })).toBe("within");
});

const at = (value: number, width = 0.02): Band => ({ value, low: value - width, high: value + width });

function axisOf(metric: "auc" | "r2", offline: Band, production: Band) {
  const variant: VariantModel = {
    name: "latest",
    offline: { [metric]: offline },
    production: { [metric]: production },
    gap: at(0),
    overReference: null,
    calibration: { offline: [], production: [] },
    coefficients: [],
    reliance: [],
    rows: { used: 1, of: 1 },
  };
  return scoreAxis({ metrics: [metric], variants: [variant] });
}

test("the axis goes from chance to 1 where every score lies there", () => {
  expect(axisOf("auc", at(0.95), at(0.6)).ticks).toEqual([0.5, 0.6, 0.7, 0.8, 0.9, 1]);
  expect(axisOf("r2", at(0.9), at(0.1)).ticks).toEqual([0, 0.25, 0.5, 0.75, 1]);
});

test("it begins lower where a score or its band lies under chance", () => {
  expect(axisOf("auc", at(0.95), at(0.46)).from).toBe(0.4);
  expect(axisOf("auc", at(0.95), at(0.51)).from).toBe(0.4);
  expect(axisOf("r2", at(0.9), at(-0.3)).from).toBe(-0.5);
});

test("a model that is far worse than a constant lies at its end", () => {
  const axis = axisOf("r2", at(0.9), at(-20));
  expect(axis.from).toBe(-1);
  expect(onAxis(-20, axis)).toBe(-1);
  expect([-20, -1, 0.9].map((value) => isBeyond(value, axis))).toEqual([true, false, false]);
  expect(onAxis(0.9, axis)).toBe(0.9);
});
