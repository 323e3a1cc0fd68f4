import { expect, test } from "vitest";
import type { Coefficient } from "../../../compare/model/model-results";
import { coefficientRows, inputWords } from "./coefficient-rows";

/** @param sameAs - Of its column; every input has one of its own unless told. */
const input = (
  feature: string,
  weight: number,
  sameAs: number,
  of: Coefficient["of"] = { kind: "value" },
): Coefficient => ({ ...{ feature, join: 0, column: feature, of, weight, sameAs } });
const MISSING = { kind: "missing" } as const;

const written = (chosen: readonly Coefficient[], reference: readonly Coefficient[]) =>
  coefficientRows(chosen, reference).map(({ inputs, weight, reference: other }) => [
    inputs.map(({ feature, of }) => `${feature} ${inputWords(of)}`.trim()).join(", "),
    weight,
    other,
  ]);

test("the weights of both models stand beside each other, the greatest difference first", () => {
  const chosen = [input("a", 2, 0), input("a", 0.5, 1, MISSING), input("b", 1, 2)];
  const reference = [input("b", -3, 0), input("a", 1.5, 1), input("c", 0.75, 2)];
  expect(written(chosen, reference)).toEqual([
    ["b", 1, -3],
    ["c", null, 0.75],
    ["a", 2, 1.5],
    ["a is missing", 0.5, null],
  ]);
});

test("two values of one text are two inputs, and neither is the feature's own absence", () => {
  const text = (value: string): Coefficient["of"] => ({ kind: "text", text: value });
  expect(
    written([input("t", 1, 0, text("x")), input("t", 2, 1, text("y"))], [input("t", 3, 0, text("x"))]),
  ).toEqual([
    ["t = “x”", 1, 3],
    ["t = “y”", 2, null],
  ]);
});

test("inputs that are one column in both models are one line, with the sum of their weights", () => {
  const chosen = [input("plan", 0.5, 0, MISSING), input("price", 0.5, 0, MISSING), input("x", 0.1, 1)];
  expect(written(chosen, chosen)[0]).toEqual(["plan is missing, price is missing", 1, 1]);
  // The same in one model alone: then there is a difference to be seen.
  const apart = [input("plan", 0.25, 0, MISSING), input("price", 0.125, 1, MISSING)];
  expect(written(chosen, apart)).toEqual([
    ["price is missing", 0.5, 0.125],
    ["plan is missing", 0.5, 0.25],
    ["x", 0.1, null],
  ]);
});
