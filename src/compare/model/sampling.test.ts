import { expect, test } from "vitest";
import { chanceFor, sampleOf, sampleTable } from "./sampling";
import { toEnd } from "./testing/to-end";

test("no more than there are: all of them, in order", () => {
  expect([...sampleOf(3, 5, chanceFor("spine", 1))]).toEqual([0, 1, 2]);
});

test("of more, so many as may be, none twice, ascending, from all over; the same for the same seed", () => {
  for (const of of [1_000, 1e15, 2 ** 70]) {
    const sample = sampleOf(of, 500, chanceFor("spine", 1));
    expect(new Set(sample).size).toBe(500);
    expect(sample).toEqual(sample.toSorted());
    expect(sample.every((number) => Number.isInteger(number) && number >= 0 && number < of)).toBe(true);
    const mean = sample.reduce((sum, number) => sum + number, 0) / 500 / of;
    expect(mean).toBeGreaterThan(0.45);
    expect(mean).toBeLessThan(0.55);
    expect(sampleOf(of, 500, chanceFor("spine", 1))).toEqual(sample);
    expect(sampleOf(of, 500, chanceFor("spine", 2))).not.toEqual(sample);
    expect(sampleOf(of, 500, chanceFor("latest", 1))).not.toEqual(sample);
  }
});

/** Training row i has i rows of the table, one for each row of its only join, and that has them from 100 i on. */
const table = {
  numRows: 0 + 1 + 2 + 3 + 4,
  firstRowOf: (trainingRow: number) => (trainingRow * (trainingRow - 1)) / 2,
  rowsAt(numbers: Float64Array) {
    const trainingRows = Int32Array.from(numbers, (number) => [1, 2, 2, 3, 3, 3, 4, 4, 4, 4][number] ?? -1);
    const rows = trainingRows.map((row, i) => 100 * row + (numbers[i] ?? 0) - (row * (row - 1)) / 2);
    return { trainingRows, joins: [rows] };
  },
};

test("the rows that some training rows have in a table", () => {
  const { trainingRows, joins } = toEnd(
    sampleTable(table, Int32Array.of(0, 2, 4), 5, 100, chanceFor("ordinary", 1)),
  );
  expect([...trainingRows]).toEqual([2, 2, 4, 4, 4, 4]);
  expect([...(joins[0] ?? [])]).toEqual([200, 201, 400, 401, 402, 403]);
});

test("a sample of them where they are too many", () => {
  const counts = [0, 0, 0, 0, 0];
  for (let seed = 0; seed < 300; seed++) {
    const { trainingRows } = toEnd(
      sampleTable(table, Int32Array.of(1, 2, 4), 5, 3, chanceFor("ordinary", seed)),
    );
    expect(trainingRows).toHaveLength(3);
    for (const row of trainingRows) counts[row] = (counts[row] ?? 0) + 1;
  }
  // Each row as likely as any other: training row 4 has four of the seven.
  expect(counts[0]).toBe(0);
  expect(counts[3]).toBe(0);
  expect((counts[4] ?? 0) / 900).toBeGreaterThan(0.5);
  expect((counts[4] ?? 0) / 900).toBeLessThan(0.64);
});
