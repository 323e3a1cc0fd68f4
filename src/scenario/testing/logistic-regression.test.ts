import { expect, test } from "vitest";
import { areaUnderCurve, score, trainLogistic } from "./logistic-regression";

test.each([
  ["every positive above every negative", [1, 2, 3, 4], [0, 0, 1, 1], 1],
  ["every positive below", [4, 3, 2, 1], [0, 0, 1, 1], 0],
  ["all the same", [5, 5, 5, 5], [0, 1, 0, 1], 0.5],
  ["three pairs of four won", [1, 2, 3, 4], [0, 1, 0, 1], 0.75],
  ["one pair won, one tied", [1, 2, 2], [0, 0, 1], 0.75],
])("areaUnderCurve: %s", (_, scores, labels, area) => {
  expect(areaUnderCurve(scores, labels)).toBe(area);
});

test("trainLogistic finds the input that tells, and its sign, whatever its scale", () => {
  const inputs = Array.from({ length: 200 }, (_, i) => [(i % 2) * 1000, (i * 37) % 100, 7]);
  const labels = inputs.map(([told = 0]) => (told > 500 ? 0 : 1));
  const model = trainLogistic(inputs, labels);
  const [telling = 0, noise = 0, constant = 0] = model.weights;
  expect(telling).toBeLessThan(-2);
  expect(Math.abs(noise)).toBeLessThan(0.2);
  expect(constant).toBe(0);
  expect(areaUnderCurve(score(model, inputs), labels)).toBe(1);
});
