import { expect, test } from "vitest";
import { axisLevels } from "./axis-levels";

const at = (...percents: number[]) => percents.map((percent) => ({ percent }));

test.each([
  [at(8, 41, 75), [0, 0, 0]],
  [at(8, 41, 45), [0, 0, 1]],
  [at(45, 8, 41), [1, 0, 0]],
  [at(8, 12, 16, 30), [0, 1, 2, 0]],
  [[], []],
] as const)("labels that would touch stand over each other: %j", (labels, levels) => {
  expect(axisLevels(labels)).toEqual(levels);
});
