import { expect, test } from "vitest";
import { peekBins, peekWords } from "./peek-bins";

const HOUR = 3_600_000_000;

test("empty bars at both ends are left out, those within are not", () => {
  const edgesUs = [0, 1, 2, 3, 4, 5].map((hours) => hours * HOUR);
  expect(peekBins({ edgesUs, counts: [0, 4, 0, 2, 0] })).toEqual([
    { fromUs: HOUR, toUs: 2 * HOUR, cells: 4 },
    { fromUs: 2 * HOUR, toUs: 3 * HOUR, cells: 0 },
    { fromUs: 3 * HOUR, toUs: 4 * HOUR, cells: 2 },
  ]);
  expect(peekBins({ edgesUs, counts: [0, 0, 0, 0, 0] })).toEqual([]);
  expect(peekBins({ edgesUs: [], counts: [] })).toEqual([]);
});

test.each([
  [0, HOUR, "up to 1 h"],
  [HOUR, 36 * HOUR, "1 h to 1 d 12 h"],
])("%d to %d: %s", (fromUs, toUs, words) => expect(peekWords({ fromUs, toUs })).toBe(words));
