import { expect, test } from "vitest";
import { rollingOrigins } from "./rolling-origins";

const origins = (times: number[], horizonUs: bigint | null, folds: number) =>
  rollingOrigins(Float64Array.from(times), horizonUs, folds).map(({ trainTo, testFrom, testTo }) => [
    trainTo,
    testFrom,
    testTo,
  ]);

test("the later half is cut into blocks, each predicted from all that came before", () => {
  expect(origins([10, 20, 30, 40, 50, 60, 70, 80], null, 2)).toEqual([
    [4, 4, 6],
    [6, 6, 8],
  ]);
  expect(origins([10, 20, 30, 40, 50, 60, 70, 80], null, 1)).toEqual([[4, 4, 8]]);
});

test("a label that is known only later is not learned from before it is known", () => {
  // At 50 the labels of 10 to 30 are known, 20 after; at 70 those up to 50.
  expect(origins([10, 20, 30, 40, 50, 60, 70, 80], 20n, 2)).toEqual([
    [3, 4, 6],
    [5, 6, 8],
  ]);
  // Known right after its own moment is not known at it: of equal times none is learned from.
  expect(origins([10, 20, 30, 40], 0n, 1)).toEqual([[2, 2, 4]]);
});

test("rows of one moment are not parted: an edge goes to the nearer end of its moment, on a tie to the beginning", () => {
  expect(origins([10, 20, 20, 20, 20, 20, 30, 40], null, 1)).toEqual([[6, 6, 8]]);
  expect(origins([10, 10, 20, 20, 20, 20, 30, 40], null, 1)).toEqual([[2, 2, 8]]);
});

test("fewer moments make fewer blocks", () => {
  expect(origins([10, 10, 20, 20, 30, 30], null, 5)).toEqual([
    [2, 2, 4],
    [4, 4, 6],
  ]);
  expect(origins([10, 10, 10, 10], null, 2)).toEqual([[0, 0, 4]]);
  expect(origins([], null, 2)).toEqual([]);
});

test("times that no double holds are compared exactly", () => {
  const far = 2n ** 60n;
  const times = BigInt64Array.of(far, far + 1n, far + 2n, far + 3n);
  expect(rollingOrigins(times, 1n, 2)).toEqual([
    { trainTo: 2, testFrom: 2, testTo: 3 },
    { trainTo: 3, testFrom: 3, testTo: 4 },
  ]);
});
