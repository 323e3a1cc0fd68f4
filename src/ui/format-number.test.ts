import { expect, test } from "vitest";
import { formatNumber, ordinalOf } from "./format-number";

const space = "\u00a0";

test.each<[number | bigint, string]>([
  [0, "0"],
  [-0, "0"],
  [999, "999"],
  [1204, "1_204"],
  [48210, "48_210"],
  [1234567.5, "1_234_567.5"],
  [0.1, "0.1"],
  [-1204.5, "−1_204.5"],
  [9007199254740993n, "9_007_199_254_740_993"],
  [-9007199254740993n, "−9_007_199_254_740_993"],
  [Number.NaN, "NaN"],
  [Number.POSITIVE_INFINITY, "∞"],
  [Number.NEGATIVE_INFINITY, "−∞"],
])("formatNumber writes %s as %s, with a space that does not break for each _", (value, expected) => {
  expect(formatNumber(value)).toBe(expected.replaceAll("_", space));
});

test.each<[number, number, string]>([
  [50, 2, "50.00"],
  [0.4, 1, "0.4"],
  [4.66, 1, "4.7"],
  [1204, 0, `1${space}204`],
])("formatNumber(%s) with %s decimals is %s", (value, decimals, expected) => {
  expect(formatNumber(value, { decimals })).toBe(expected);
});

test.each([-1, 1.5, 21, Number.NaN])("formatNumber refuses %s decimals and names them", (decimals) => {
  expect(() => formatNumber(1, { decimals })).toThrow(`: ${decimals}`);
});

test.each<[number, string]>([
  [1, "1st"],
  [2, "2nd"],
  [3, "3rd"],
  [4, "4th"],
  [11, "11th"],
  [12, "12th"],
  [13, "13th"],
  [21, "21st"],
  [112, "112th"],
  [859, "859th"],
  [6013, "6_013th"],
])("ordinalOf writes the rank %s as %s", (rank, expected) => {
  expect(ordinalOf(rank)).toBe(expected.replaceAll("_", space));
});
