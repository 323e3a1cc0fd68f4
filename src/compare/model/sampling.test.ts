import { expect, test } from "vitest";
import { toEnd } from "../testing/to-end";
import { chanceFor, sampleOf, sampleTable } from "./sampling";

test("no more than there are: all of them, in order", () => {
  expect([...sampleOf(3, 5, chanceFor("spine", 1))]).toEqual([0, 1, 2]);
});

test("of more, so many as may be, none twice, ascending, from all over; the same for the same seed", () => {
  for (const size of [1_000, 1e15, 2 ** 70]) {
    const sample = sampleOf(size, 500, chanceFor("spine", 1));
    expect(new Set(sample).size).toBe(500);
    expect(sample).toEqual(sample.toSorted());
    expect(sample.every((number) => Number.isInteger(number) && number >= 0 && number < size)).toBe(true);
    const mean = sample.reduce((sum, number) => sum + number, 0) / 500 / size;
    expect(mean).toBeGreaterThan(0.45);
    expect(mean).toBeLessThan(0.55);
    expect(sampleOf(size, 500, chanceFor("spine", 1))).toEqual(sample);
    expect(sampleOf(size, 500, chanceFor("spine", 2))).not.toEqual(sample);
    expect(sampleOf(size, 500, chanceFor("latest", 1))).not.toEqual(sample);
  }
});

/** Training row i has i rows of the table, and each has its own number twice over as the row of the only join. */
const table = {
  numRows: 1 + 2 + 3 + 4,
  rowsAt: (numbers: Float64Array) => ({
    trainingRows: Int32Array.from(numbers, (number) => [1, 2, 2, 3, 3, 3, 4, 4, 4, 4][number] ?? -1),
    joins: [Int32Array.from(numbers, (number) => 2 * number)],
  }),
};

test("a small table is taken as it is", () => {
  const { trainingRows, joins } = toEnd(sampleTable(table, 10, chanceFor("ordinary", 1)));
  expect([...trainingRows]).toEqual([1, 2, 2, 3, 3, 3, 4, 4, 4, 4]);
  expect(joins.map((rows) => [...rows])).toEqual([[0, 2, 4, 6, 8, 10, 12, 14, 16, 18]]);
});

test("of a large one each row is as likely as any other", () => {
  const counts = [0, 0, 0, 0, 0];
  for (let seed = 0; seed < 300; seed++) {
    const { trainingRows, joins } = toEnd(sampleTable(table, 3, chanceFor("ordinary", seed)));
    expect(new Set(joins[0]).size).toBe(3);
    for (const row of trainingRows) counts[row] = (counts[row] ?? 0) + 1;
  }
  const shares = counts.map((count) => Math.round((10 * count) / 900));
  expect(shares).toEqual([0, 1, 2, 3, 4]);
});
