import { expect, test } from "vitest";
import { seededRandom } from "../../scenario/random";
import { toEnd } from "../testing/to-end";
import { bandOf, difference, RESAMPLINGS, resample } from "./resampling";
import { triedNumber } from "./tried";

const errors = (values: number[], entities: number[]) =>
  triedNumber(new Float64Array(values.length), Float64Array.from(values), Int32Array.from(entities));

test("the first is the score as it is, the mean of its blocks", () => {
  const blocks = [errors([1, 3], [0, 1]), errors([6, 6, 6], [0, 1, 1])];
  const [[, mae] = []] = toEnd(resample([blocks], 2, seededRandom(1)));
  expect(mae).toHaveLength(RESAMPLINGS + 1);
  expect(mae?.[0]).toBe((2 + 6) / 2);
});

test("an entity's rows come together, as often as it is drawn", () => {
  // Entity 0 has the errors 1 and 1, entity 1 has 5 and 5: drawn are both, or one of them twice.
  const [[, mae] = []] = toEnd(resample([[errors([1, 5, 1, 5], [0, 1, 0, 1])]], 2, seededRandom(1)));
  expect([...new Set(mae)].sort()).toEqual([1, 3, 5]);
});

test("models meet the same draws, so that what they share is no part of their difference", () => {
  const values = Array.from({ length: 50 }, (_, i) => i);
  const entities = values;
  const [[, one] = [], [, other] = []] = toEnd(
    resample(
      [
        [errors(values, entities)],
        [
          errors(
            values.map((value) => value + 2),
            entities,
          ),
        ],
      ],
      50,
      seededRandom(1),
    ),
  );
  const band = bandOf(difference(other ?? new Float64Array(), one ?? new Float64Array()));
  expect(band.low).toBeCloseTo(2, 12);
  expect(band.high).toBeCloseTo(2, 12);
  const own = bandOf(one ?? new Float64Array());
  expect(own.high - own.low).toBeGreaterThan(5);
});

test("a band holds the middle 95 % of the draws, and leaves out those without a score", () => {
  const draws = Float64Array.from({ length: 202 }, (_, i) => (i === 0 ? 70 : i === 201 ? Number.NaN : i - 1));
  expect(bandOf(draws)).toEqual({ value: 70, low: 0.025 * 199, high: 0.975 * 199 });
});
