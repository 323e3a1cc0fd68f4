import type { Band, Consequence, MetricName } from "../../compare/model/model-results";
import { MODEL_TERMS, type ModelTerm } from "../../terms/model";
import { formatNumber } from "../../ui/format-number";

/** What a score is called and means; and what a model without any signal has of it, where that is one number, and what that is. */
export const METRIC_TERMS: Readonly<
  Record<MetricName, ModelTerm & { readonly chance: number | null; readonly chanceWord: string }>
> = {
  auc: { ...MODEL_TERMS.auc, chance: 0.5, chanceWord: "chance" },
  log_loss: { ...MODEL_TERMS.log_loss, chance: null, chanceWord: "chance" },
  // A model of no use predicts the mean for every row: its R² is 0.
  r2: { ...MODEL_TERMS.r2, chance: 0, chanceWord: "the mean" },
  mae: { ...MODEL_TERMS.mae, chance: null, chanceWord: "the mean" },
};

/** Of a score from 100 on one decimal tells enough. */
const DECIMALS = { small: 3, large: 1 };

function decimalsOf(value: number): number {
  return Math.abs(value) < 100 ? DECIMALS.small : DECIMALS.large;
}

/**
 * A score for reading, and a difference of scores: with three decimals, the same wherever it stands. With fewer a difference that a
 * band shows could read as nothing.
 */
export function formatScore(value: number): string {
  return formatNumber(shown(value), { decimals: decimalsOf(value) });
}

/** A number as it is written: in one place, since two ways to round a tie would not agree. */
function shown(value: number): number {
  return Number(value.toFixed(decimalsOf(value)));
}

/**
 * One score less another, of the two as they are written: who subtracts what is on the page gets the number that the page says.
 * Every sentence that speaks of a difference takes it from here.
 */
export function shownDifference(a: number, b: number): number {
  return Number((shown(a) - shown(b)).toFixed(DECIMALS.small));
}

/** How far two scores are apart, without a sign: `0.143`; two that are written alike and differ, `less than 0.001`. */
export function differenceWords(a: number, b: number): string {
  const size = Math.abs(shownDifference(a, b));
  return size === 0 && a !== b ? "less than 0.001" : formatScore(size);
}

/** A score with its band: `0.723 (0.701 to 0.744)`. */
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

/** The ticks that are written: those beside chance give way to its word, but for the axis' ends. */
export function writtenTicks({ ticks }: Pick<ScoreAxis, "ticks">, metric: MetricName): number[] {
  const at = ticks.indexOf(METRIC_TERMS[metric].chance ?? Number.NaN);
  const isBeside = (i: number) => at > 0 && Math.abs(i - at) === 1;
  return ticks.filter((_, i) => !isBeside(i) || i === 0 || i === ticks.length - 1);
}

/** A value where it is drawn: at the axis' end where it lies beyond. */
export function onAxis(value: number, { from, to }: Pick<ScoreAxis, "from" | "to">): number {
  return Math.min(to, Math.max(from, value));
}

/** Whether a value lies under the axis: what stands at its end then must not look as if it were there. */
export function isBeyond(value: number, { from }: Pick<ScoreAxis, "from">): boolean {
  return value < from;
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
