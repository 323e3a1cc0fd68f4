import { expect, test } from "vitest";
import { rowsOf } from "./rows-of";

/** Two predictions, and as many rows as asked for. */
function input(rows: number) {
  return {
    predictionsUs: BigInt64Array.of(1n, 2n),
    eventTimesUs: new BigInt64Array(rows),
    knownAtUs: new BigInt64Array(rows),
    ttlUs: null,
  };
}

/** What a reader is told of answers; `bad` is the first that is no whole number. */
function told(rows: readonly number[], there: number, bad: { at: number; text: string } | null = null) {
  const run = rowsOf({ rows: Int32Array.from(rows), bad }, input(there), "python", "printed");
  expect(run.printed).toBe("printed");
  return run.kind === "failed" ? run.message : [...(run.kind === "rows" ? run.rows : [])];
}

test("rows that are there, and none, are handed on", () => {
  expect(told([2, -1], 3)).toEqual([2, -1]);
  expect(told([-1, -1], 0)).toEqual([-1, -1]);
});

test.each([
  [
    [0],
    3,
    null,
    "Your program gave 1 answer for 2 predictions. Give one for each, in their order: a row number, or None.",
  ],
  [
    [],
    3,
    null,
    "Your program gave 0 answers for 2 predictions. Give one for each, in their order: a row number, or None.",
  ],
  [[0, 3], 3, null, "For predictions[1] your program gave 3, which is no row number: 0 to 2, or None."],
  [[0, -7], 3, null, "For predictions[1] your program gave -7, which is no row number: 0 to 2, or None."],
  [[0, 1], 1, null, "For predictions[1] your program gave 1, which is no row number: 0, or None."],
  [
    [0, 0],
    0,
    null,
    "For predictions[0] your program gave 0, which is no row number: there are no rows here, so it can only be None.",
  ],
  [
    [-1, 0],
    3,
    { at: 0, text: "7.5" },
    "For predictions[0] your program gave 7.5, which is no row number: 0 to 2, or None.",
  ],
  // The first that is wrong is named.
  [
    [9, -1],
    3,
    { at: 1, text: "7.5" },
    "For predictions[0] your program gave 9, which is no row number: 0 to 2, or None.",
  ],
])("of %j for %d rows a reader is told why they are none", (rows, there, bad, message) => {
  expect(told(rows, there, bad)).toBe(message);
});

test("each language is spoken to in its own words", () => {
  const given = { rows: Int32Array.of(5, 0), bad: null };
  const run = rowsOf(given, input(1), "sql", "");
  expect(run).toMatchObject({
    message: "For the prediction of row 0 your program gave 5, which is no row number: 0, or NULL.",
  });
});
