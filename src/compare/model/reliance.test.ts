import { expect, test } from "vitest";
import { toEnd } from "../testing/to-end";
import type { EncodedColumn } from "./encoding";
import { predict } from "./linear-model";
import { blindTo, equalColumns, linkedInputs, meansOf } from "./reliance";

const X = {
  rows: 4,
  columns: 4,
  values: Float64Array.of(...[1, 0, 1, 2], ...[0, 0, 0, 4], ...[1, 1, 1, 2], ...[1, 0, 1, 4]),
};

test("columns that are equal in every row are told from those that differ in one", () => {
  expect([...toEnd(equalColumns(X))]).toEqual([0, 1, 0, 3]);
});

test("a model that does not see an input says what it would say at the input's mean", () => {
  const columns = [0, 1, 0, 2].map(
    (input): EncodedColumn => ({ input, of: { kind: "value" }, encode: (value) => value }),
  );
  const model = { intercept: 1, weights: Float64Array.of(2, 10, -1, 5) };
  const means = meansOf(X);
  expect([...means]).toEqual([0.75, 0.25, 0.75, 3]);
  const blind = (...inputs: number[]) => [...predict(blindTo({ columns, model, means }, inputs), X)];
  // 1 + 2 · 0.75 + 10 b − 0.75 + 5 d
  expect(blind(0)).toEqual([11.75, 21.75, 21.75, 21.75]);
  // 1 + (2 − 1) a + 10 b + 5 · 3
  expect(blind(2)).toEqual([17, 16, 27, 17]);
  expect(blind(0, 1, 2)).toEqual([19.25, 19.25, 19.25, 19.25]);
});

test("inputs that have a column in common are hidden together, through others too and whichever model has it", () => {
  const columns = [0, 0, 1, 2, 2, 3].map(
    (input): EncodedColumn => ({ input, of: { kind: "value" }, encode: (value) => value }),
  );
  const none = { columns, sameAs: Int32Array.of(0, 1, 2, 3, 4, 5) };
  expect(linkedInputs([none])).toEqual([[0], [1], [2], [3]]);
  expect(linkedInputs([none, { columns, sameAs: Int32Array.of(0, 1, 2, 3, 1, 5) }])).toEqual([
    [0, 2],
    [1],
    [3],
  ]);
  expect(
    linkedInputs([
      { columns, sameAs: Int32Array.of(0, 1, 2, 3, 4, 3) },
      { columns, sameAs: Int32Array.of(0, 1, 1, 3, 4, 2) },
    ]),
  ).toEqual([[0, 1, 2, 3]]);
});
