import { expect, test } from "vitest";
import type { Band } from "../../../compare/model/model-results";
import { type GapRow, gapAxis, onAxis } from "./gap-rows";

const at = (value: number, width = 0.02): Band => ({ value, low: value - width, high: value + width });
const row = (offline: Band, production: Band): GapRow => ({ name: "latest", offline, production });

test("the axis goes from chance to 1 where every score lies there", () => {
  expect(gapAxis([row(at(0.95), at(0.6))], "auc").ticks).toEqual([0.5, 0.6, 0.7, 0.8, 0.9, 1]);
  expect(gapAxis([row(at(0.9), at(0.1))], "r2").ticks).toEqual([0, 0.25, 0.5, 0.75, 1]);
});

test("it begins lower where a score or its band lies under chance", () => {
  expect(gapAxis([row(at(0.95), at(0.46))], "auc").from).toBe(0.4);
  expect(gapAxis([row(at(0.95), at(0.51))], "auc").from).toBe(0.4);
  expect(gapAxis([row(at(0.9), at(-0.3))], "r2").from).toBe(-0.5);
});

test("a model that is far worse than a constant lies at its end", () => {
  const axis = gapAxis([row(at(0.9), at(-20))], "r2");
  expect(axis.from).toBe(-1);
  expect(onAxis(-20, axis)).toBe(-1);
  expect(onAxis(0.9, axis)).toBe(0.9);
});
