import { expect, test } from "vitest";
import type { Coefficient } from "../../../compare/model/model-results";
import { coefficientRows, inputWords } from "./coefficient-rows";

const input = (feature: string, weight: number, of: Coefficient["of"] = { kind: "value" }): Coefficient => ({
  ...{ feature, join: 0, column: feature, of, weight },
});

test("the weights of both models stand beside each other, the greatest difference first", () => {
  const chosen = [input("a", 2), input("a", 0.5, { kind: "missing" }), input("b", 1)];
  const reference = [input("b", -3), input("a", 1.5), input("c", 0.7)];
  expect(
    coefficientRows(chosen, reference).map(({ feature, of, weight, reference: other }) => [
      feature,
      inputWords(of),
      weight,
      other,
    ]),
  ).toEqual([
    ["b", "", 1, -3],
    ["c", "", null, 0.7],
    ["a", "", 2, 1.5],
    ["a", "is missing", 0.5, null],
  ]);
});

test("two values of one text are two inputs, and neither is the feature's own absence", () => {
  const text = (value: string): Coefficient["of"] => ({ kind: "text", text: value });
  const rows = coefficientRows(
    [input("t", 1, text("x")), input("t", 2, text("y"))],
    [input("t", 3, text("x"))],
  );
  expect(rows.map(({ of, weight, reference }) => [inputWords(of), weight, reference])).toEqual([
    ["= “x”", 1, 3],
    ["= “y”", 2, null],
  ]);
});
