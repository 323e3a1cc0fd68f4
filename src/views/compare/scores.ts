import type { Band, Consequence, MetricName } from "../../compare/model/model-results";
import { formatNumber } from "../../ui/format-number";

/** What a score is called, and what a model without any signal has of it, where that is one number. */
export const METRIC_TERMS: Readonly<
  Record<MetricName, { readonly word: string; readonly chance: number | null }>
> = {
  auc: { word: "AUC", chance: 0.5 },
  log_loss: { word: "log-loss", chance: null },
  r2: { word: "R²", chance: 0 },
  mae: { word: "mean absolute error", chance: null },
};

/** A score for reading: two decimals, three where it is small. */
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

/** The axis that all scores of a comparison are drawn on. */
export interface ScoreAxis {
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly number[];
}

/** Further down nothing is told by a length: how much worse than a constant a model is matters no more. */
const LOWEST: Readonly<Partial<Record<MetricName, number>>> = { auc: 0, r2: -1 };

/** The axis of the first metric: from chance to 1, and as much further down as a score or its band lies. */
export function scoreAxis({ metrics, variants }: Pick<Consequence, "metrics" | "variants">): ScoreAxis {
  const metric = metrics[0] ?? "auc";
  const chance = METRIC_TERMS[metric].chance ?? 0;
  const lows = variants.flatMap(({ offline, production }) =>
    [offline[metric], production[metric]].flatMap((band) => band?.low ?? []),
  );
  const step = metric === "auc" ? 0.1 : 0.25;
  // Floats: 0.5 / 0.1 must not be a step too many.
  const needed = Math.ceil((1 - Math.min(chance, ...lows)) / step - 1e-9);
  const steps = Math.min(needed, Math.round((1 - (LOWEST[metric] ?? 0)) / step));
  const ticks = Array.from({ length: steps + 1 }, (_, i) => rounded(1 - (steps - i) * step));
  return { from: ticks[0] ?? chance, to: 1, ticks };
}

/** A value where it is drawn: at the axis' end where it lies beyond. */
export function onAxis(value: number, { from, to }: Pick<ScoreAxis, "from" | "to">): number {
  return Math.min(to, Math.max(from, value));
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
