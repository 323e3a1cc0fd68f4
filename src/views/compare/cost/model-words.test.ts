import { expect, test } from "vitest";
import type { ModelProblem } from "../../../compare/model/model-results";
import { bandWords, beyondBand, formatScore, problemWords } from "./model-words";

test.each([
  [0.7249, "0.72"],
  [-0.16, "−0.16"],
  [0.0042, "0.004"],
  [0, "0.00"],
  [-0.00001, "−0.000"],
  [1234.5, "1 234.50"],
])("%d is written as %s", (value, words) => expect(formatScore(value).replaceAll("\u00a0", " ")).toBe(words));

test("a band is written with both of its ends, and a difference counts only with the whole of its band", () => {
  expect(bandWords({ value: 0.72, low: 0.7, high: 0.74 })).toBe("0.72 (0.70 to 0.74)");
  expect(beyondBand({ value: 0.1, low: 0.01, high: 0.2 })).toBe("more");
  expect(beyondBand({ value: -0.1, low: -0.2, high: -0.01 })).toBe("less");
  expect(beyondBand({ value: 0.1, low: 0, high: 0.2 })).toBe("within");
});

test.each<[ModelProblem, string]>([
  [{ kind: "no_label" }, "label"],
  [{ kind: "label_cannot_be_predicted", label: "plan", values: 5 }, "label"],
  [{ kind: "no_features" }, "features"],
  [{ kind: "too_few_rows", rows: 1, needed: 40 }, "folds"],
  [{ kind: "one_class", label: "churned", value: "no" }, "label"],
])("%j has a way out", (problem, way) => {
  const { title, sentence, ways } = problemWords(problem, null);
  expect(ways).toContain(way);
  expect(`${title} ${sentence}`).not.toMatch(/undefined|NaN|null/);
});

test("a label that a link names and nobody has is said to be missing, not undeclared", () => {
  expect(problemWords({ kind: "no_label" }, "chruned").title).toBe("There is no label “chruned”.");
});
