import type { ModelProblem } from "../../../compare/model/model-results";
import { countOf, formatNumber } from "../../../ui/format-number";

/** What is wrong with a problem's data, and what would mend it. */
export interface ProblemWords {
  readonly title: string;
  readonly sentence: string;
  /** The ways out that help. */
  readonly ways: readonly ("label" | "features" | "view" | "data")[];
}

/**
 * Why nothing was trained, with a way out.
 *
 * @param asked - The label that a link asks for; `null` where the view's own is meant.
 */
export function problemWords(problem: ModelProblem, asked: string | null): ProblemWords {
  switch (problem.kind) {
    case "no_label":
      if (asked !== null)
        return {
          title: `There is no label “${asked}”.`,
          sentence: "No column of that name can be predicted. Choose another.",
          ways: ["label"],
        };
      return {
        title: "There is nothing to predict.",
        sentence: "The view declares no label. Choose a column here, or declare one in View.",
        ways: ["label", "view"],
      };
    case "label_cannot_be_predicted":
      return {
        title: `“${problem.label}” cannot be predicted.`,
        sentence: `It has ${formatNumber(problem.values)} different values; a model here predicts one of two, or a number. Choose another label.`,
        ways: ["label"],
      };
    case "no_features":
      return {
        title: "No feature is left to learn from.",
        sentence:
          "Every joined column is a time, the label, or of one value. Use all features, or join more in View.",
        ways: ["features", "view"],
      };
    case "unknown_features": {
      const names = problem.features.map((name) => `“${name}”`).join(", ");
      const isOne = problem.features.length === 1;
      return {
        title: `There is no feature ${names}.`,
        sentence: `The training table has no ${isOne ? "column of that name" : "columns of these names"}. Use all features, or choose some that there are.`,
        ways: ["features"],
      };
    }
    case "too_few_rows":
      return {
        title: "Too few rows to learn from.",
        sentence: `Only ${countOf(problem.rows, "row")} had an outcome that was known in time; ${formatNumber(problem.needed)} are needed. Bring more rows, or try a sample.`,
        ways: ["data"],
      };
    case "one_class":
      return {
        title: `“${problem.label}” is always ${problem.value}.`,
        sentence:
          "Where every row has the same answer there is nothing to tell apart. Choose another label, or bring more rows.",
        ways: ["label", "data"],
      };
  }
}
