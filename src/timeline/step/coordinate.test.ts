import fc from "fast-check";
import { expect, test } from "vitest";
import { scenarioSliceNamed } from "../scenario-slices";
import { anySlice } from "../testing/any-slice";
import {
  coordinateAt,
  firstStep,
  lastStep,
  neighbourJoin,
  neighbourRow,
  neighbourStep,
  phasesAt,
  positionOf,
  stepIndex,
  stepInRow,
  stepsAt,
  stepsPerRow,
  stepTo,
  toJoin,
} from "./coordinate";
import { reachedPhase } from "./step-verdicts";

const { slice } = scenarioSliceNamed("train");

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

test("side by side, a row has the phases that any of its joins has, and every join reaches each of them", () => {
  const at = { spineRow: 1, join: 1, phase: "find_entity", together: true } as const;
  expect(stepsAt(slice, at)).toBe(6);
  expect(stepTo(slice, at, 5)).toEqual({ ...at, phase: "write_cell" });
  expect(neighbourStep(slice, { ...at, phase: "write_cell" }, 1)).toBeNull();
  expect(stepInRow(slice, { ...at, phase: "keep_latest" })).toBe(4);
  expect(() => stepTo(slice, at, 6)).toThrow("step must be 0 to 5: 6");
});

test("another join keeps the phase where it has it", () => {
  const at = { spineRow: 1, join: 0, phase: "keep_latest" } as const;
  expect(neighbourJoin(slice, at, 1)).toEqual({ ...at, join: 1 });
  expect(neighbourJoin(slice, at, -1)).toBeNull();
  expect(toJoin(slice, { ...at, phase: "rule_out_wrong_side" }, 1)).toEqual({
    spineRow: 1,
    join: 1,
    phase: "find_entity",
  });
});

test("side by side, no join is ahead of the step, and at the last all have written, whatever their directions", () => {
  fc.assert(
    fc.property(anySlice, (any) => {
      const phases = phasesAt(any, { join: 0, together: true });
      any.joins.forEach((_, join) => {
        const reached = phases.map((phase) =>
          reachedPhase(any, join, { spineRow: any.spine.rows[0] ?? 0, join: 0, phase, together: true }),
        );
        const own = phasesAt(any, { join }).map((phase) => reached.indexOf(phase));
        expect(reached[0]).toBe("find_entity");
        expect(reached.at(-1)).toBe("write_cell");
        // What it passes through, it passes through in its own order.
        const met = own.filter((index) => index >= 0);
        expect(met).toEqual([...met].sort((a, b) => a - b));
      });
    }),
  );
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
