import { expect, test } from "vitest";
import type { ModelProblem } from "../../../compare/model/model-results";
import { problemWords } from "./problem-words";

test.each<[ModelProblem, string]>([
  [{ kind: "no_label" }, "label"],
  [{ kind: "label_cannot_be_predicted", label: "plan", values: 5 }, "label"],
  [{ kind: "no_features" }, "features"],
  [{ kind: "unknown_features", features: ["nosuch"] }, "features"],
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

test.each([
  [["nosuch"], "There is no feature “nosuch”."],
  [["nosuch", "fcat"], "There is no feature “nosuch”, “fcat”."],
])("features that a link names and nobody has are named: %j", (features, title) => {
  const words = problemWords({ kind: "unknown_features", features }, null);
  expect(words.title).toBe(title);
  expect(words.sentence).not.toContain("one value");
});
