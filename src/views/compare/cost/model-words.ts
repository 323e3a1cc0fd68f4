import type { Band, MetricName, ModelProblem, Scores } from "../../../compare/model/model-results";
import { formatNumber } from "../../../ui/format-number";

/** What a score is called, and what is known of it. */
export const METRIC_TERMS: Readonly<
  Record<
    MetricName,
    { readonly word: string; readonly chance: number | null; readonly better: "more" | "less" }
  >
> = {
  auc: { word: "AUC", chance: 0.5, better: "more" },
  log_loss: { word: "log-loss", chance: null, better: "less" },
  r2: { word: "R²", chance: 0, better: "more" },
  mae: { word: "mean absolute error", chance: null, better: "less" },
};

/** A score for reading: two decimals, more where it is small. */
export function formatScore(value: number): string {
  const size = Math.abs(value);
  if (size !== 0 && size < 0.0005) return value < 0 ? "−0.000" : "0.000";
  return formatNumber(value, { decimals: size !== 0 && size < 0.005 ? 3 : 2 });
}

/** A score with its band: `0.72 (0.70 to 0.74)`. */
export function bandWords({ value, low, high }: Band): string {
  return `${formatScore(value)} (${formatScore(low)} to ${formatScore(high)})`;
}

/** How a difference of scores lies to nothing: above or below it with its whole band, or not beyond it. */
export function beyondBand({ low, high }: Band): "more" | "less" | "within" {
  if (low > 0) return "more";
  return high < 0 ? "less" : "within";
}

/** The score of a metric; `null` where a model has none. */
export function scoreOf(scores: Scores, metric: MetricName): Band | null {
  return scores[metric] ?? null;
}

/** What is wrong with a problem's data, and what would mend it. */
export interface ProblemWords {
  readonly title: string;
  readonly sentence: string;
  /** The ways out that help. */
  readonly ways: readonly ("label" | "folds" | "features" | "view" | "data")[];
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
    case "too_few_rows":
      return {
        title: "Too few rows to learn from.",
        sentence: `There ${problem.rows === 1 ? "is" : "are"} ${formatNumber(problem.rows)} with a label whose outcome was known in time; ${formatNumber(problem.needed)} are needed. Try fewer rolling origins, or bring more rows.`,
        ways: ["folds", "data"],
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
