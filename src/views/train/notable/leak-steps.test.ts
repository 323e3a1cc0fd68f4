import { expect, test } from "vitest";
import type { Coordinate } from "../../../timeline/step/coordinate";
import { leakPlace, nextLeak } from "./leak-steps";
import { columnOfJoin, drawn } from "./testing/drawn-cells";

/** Rows of the label group are those of the training table backwards. */
function trainingOf(...joins: string[]) {
  const cells = drawn(...joins);
  return { ...cells, trainingRowOf: (row: number) => cells.numRows - 1 - row };
}

const at = (trainingRow: number, join: number, rest: Partial<Coordinate> = {}): Coordinate => ({
  ...{ spineRow: 2 - trainingRow, join, phase: "write_cell" },
  ...rest,
});
const BEFORE: Partial<Coordinate> = { phase: "find_entity" };
const TOGETHER: Partial<Coordinate> = { together: true };

test.each<[Coordinate, by: 1 | -1, string]>([
  [at(0, 0), 1, "0 join 1"],
  [at(0, 1), 1, "2 join 1"],
  [at(2, 1), 1, "0 join 0, wrapped"],
  [at(0, 0, BEFORE), 1, "0 join 0"], // what is not written yet is to come
  [at(2, 1), -1, "0 join 1"],
  [at(0, 0), -1, "2 join 1, wrapped"],
  // All joins side by side: a press leaves the row, at whatever step.
  [at(0, 0, TOGETHER), 1, "2 join 1"],
  [at(0, 0, { ...TOGETHER, ...BEFORE }), 1, "2 join 1"],
  [at(2, 1, TOGETHER), 1, "0 join 0, wrapped"],
  [at(2, 1, TOGETHER), -1, "0 join 0"],
  [at(0, 0, TOGETHER), -1, "2 join 1, wrapped"],
])("from %j by %d it goes to %s", (from, by, expected) => {
  const next = nextLeak(trainingOf("!.x", "!.!"), from, by);
  const { found, wrapped } = next ?? {};
  expect(`${found?.trainingRow} join ${found?.join}${wrapped ? ", wrapped" : ""}`).toBe(expected);
});

test("the only row that leaks is where the round ends, both ways", () => {
  for (const by of [1, -1] as const)
    expect(nextLeak(trainingOf(".!.", ".!."), at(1, 0, TOGETHER), by)).toMatchObject({
      found: { trainingRow: 1, join: 0 },
      wrapped: true,
    });
});

test("where none leaks there is none to go to", () => {
  expect(nextLeak(trainingOf("...", "..."), at(1, 0), 1)).toBeNull();
});

test.each<[Coordinate, string]>([
  [at(0, 0), "cells 1 to 2 of 6"],
  [at(0, 1), "cell 3 of 6"],
  [at(2, 0), "cells 4 to 5 of 6"],
  [at(0, 0, BEFORE), ""],
  [at(1, 0), ""],
  [at(0, 1, TOGETHER), "row 1 of 2 that leak"],
  [at(2, 0, { ...TOGETHER, ...BEFORE }), "row 2 of 2 that leak"],
  [at(1, 0, TOGETHER), ""],
])("at %j what is on the screen is %j", (coordinate, expected) => {
  const columns = [columnOfJoin(0, "amount"), columnOfJoin(0, "status"), columnOfJoin(1, "minutes")];
  expect(leakPlace({ ...trainingOf("!.!", "!.!"), columns }, coordinate)).toBe(expected);
});

test("of the only one no number is said", () => {
  expect(leakPlace(trainingOf("!..", "..."), at(0, 0))).toBe("the only cell");
  expect(leakPlace(trainingOf("!..", "!.."), at(0, 0, TOGETHER))).toBe("the only row");
});
