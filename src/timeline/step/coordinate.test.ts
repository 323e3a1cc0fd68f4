import fc from "fast-check";
import { expect, test } from "vitest";
import { sceneNamed } from "../scenes/scenes";
import { anySlice } from "../testing/any-slice";
import {
  coordinateAt,
  firstStep,
  lastStep,
  neighbourRow,
  neighbourStep,
  positionOf,
  stepIndex,
  stepInRow,
  stepsPerRow,
} from "./coordinate";

const { slice } = sceneNamed("train");

test("a row has the phases of all its joins, one after another", () => {
  expect(stepsPerRow(slice)).toBe(12);
  expect(firstStep(slice, 1)).toEqual({ spineRow: 1, join: 0, phase: "find_entity" });
  expect(lastStep(slice, 1)).toEqual({ spineRow: 1, join: 1, phase: "write_cell" });
});

test.each([
  [{ spineRow: 1, join: 0, phase: "write_cell" }, 1, { spineRow: 1, join: 1, phase: "find_entity" }],
  [{ spineRow: 1, join: 1, phase: "find_entity" }, -1, { spineRow: 1, join: 0, phase: "write_cell" }],
  [{ spineRow: 1, join: 0, phase: "find_entity" }, 1, { spineRow: 1, join: 0, phase: "rule_out_future" }],
  [{ spineRow: 1, join: 0, phase: "find_entity" }, -1, null],
  [{ spineRow: 1, join: 1, phase: "write_cell" }, 1, null],
] as const)("the step beside %j by %i is %j", (at, by, next) => {
  expect(neighbourStep(slice, at, by)).toEqual(next);
});

test("another row keeps the join and the phase", () => {
  const at = { spineRow: 1, join: 1, phase: "keep_latest" } as const;
  expect(neighbourRow(slice, at, 1)).toEqual({ ...at, spineRow: 2 });
  expect(neighbourRow(slice, { ...at, spineRow: 2 }, 1)).toBeNull();
  expect(neighbourRow(slice, { ...at, spineRow: 0 }, -1)).toBeNull();
});

test("a phase that the join does not have counts as its first", () => {
  expect(stepInRow(slice, { spineRow: 1, join: 1, phase: "rule_out_wrong_side" })).toBe(6);
});

test("a row that the slice does not have is an error that names it", () => {
  expect(() => positionOf(slice, 99)).toThrow("the slice has no spine row 99");
  expect(() => coordinateAt(slice, 36)).toThrow("step must be 0 to 35: 36");
});

test("index to coordinate to index is where it started, for every step of any slice", () => {
  fc.assert(
    fc.property(anySlice, (any) => {
      const all = stepsPerRow(any) * any.spine.rows.length;
      for (let index = 0; index < all; index++) expect(stepIndex(any, coordinateAt(any, index))).toBe(index);
    }),
  );
});
