import { expect, test } from "vitest";
import type { ModelProblem } from "../../../compare/model/model-results";
import { problemWords } from "./problem-words";

test.each<[ModelProblem, string]>([
  [{ kind: "no_label" }, "label"],
  [{ kind: "label_cannot_be_predicted", label: "plan", values: 5 }, "label"],
  [{ kind: "no_features" }, "features"],
  [{ kind: "too_few_rows", rows: 1, needed: 100 }, "data"],
  [{ kind: "one_class", label: "churned", value: "no" }, "label"],
])("%j has a way out", (problem, way) => {
  const { title, sentence, ways } = problemWords(problem, null);
  expect(ways).toContain(way);
  expect(`${title} ${sentence}`).not.toMatch(/undefined|NaN|null/);
});

test("a label that a link names and nobody has is said to be missing, not undeclared", () => {
  expect(problemWords({ kind: "no_label" }, "chruned").title).toBe("There is no label “chruned”.");
});
