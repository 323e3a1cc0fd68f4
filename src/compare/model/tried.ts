import { logLoss, probability } from "./logistic-regression";
import type { CalibrationBin } from "./model-results";

/** Predictions of a class beside what came, ranked once, so that they can be scored again under other weights of clusters: what is resampled together. */
export interface TriedClass {
  readonly kind: "class";
  /** Shape [rows], from the lowest score to the highest; rows of equal scores in the order in which they came. */
  readonly clusters: Int32Array;
  readonly labels: Uint8Array;
  /** 1 where the score is that of the row before. */
  readonly isTied: Uint8Array;
  readonly losses: Float64Array;
  readonly probabilities: Float64Array;
}

/** Predictions of a number beside what came. */
export interface TriedNumber {
  readonly kind: "number";
  /** Shape [rows]. */
  readonly clusters: Int32Array;
  /** Less their mean, which takes rounding out of sums of squares. */
  readonly values: Float64Array;
  readonly errors: Float64Array;
}

/** What a model said of some rows, and what came. */
export type Tried = TriedClass | TriedNumber;

/**
 * @param logits - Shape [rows]. @param labels - Shape [rows], 0 or 1. @param clusters - Shape [rows]. O(rows log rows).
 */
export function triedClass(logits: Float64Array, labels: Float64Array, clusters: Int32Array): TriedClass {
  const order = Int32Array.from(logits, (_, row) => row).sort((a, b) => (logits[a] ?? 0) - (logits[b] ?? 0));
  const ranked = Float64Array.from(order, (row) => logits[row] ?? 0);
  const sorted = Uint8Array.from(order, (row) => labels[row] ?? 0);
  return {
    kind: "class",
    clusters: Int32Array.from(order, (row) => clusters[row] ?? 0),
    labels: sorted,
    isTied: Uint8Array.from(ranked, (logit, i) => (i > 0 && logit === ranked[i - 1] ? 1 : 0)),
    losses: ranked.map((logit, i) => logLoss(logit, sorted[i] ?? 0)),
    probabilities: ranked.map(probability),
  };
}

/** @param predicted - Shape [rows]. @param values - Shape [rows]. @param clusters - Shape [rows]. */
export function triedNumber(
  predicted: Float64Array,
  values: Float64Array,
  clusters: Int32Array,
): TriedNumber {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  return {
    kind: "number",
    clusters,
    values: values.map((value) => value - mean),
    errors: values.map((value, row) => value - (predicted[row] ?? 0)),
  };
}

/**
 * Two scores: of a class the area under the ROC curve (the chance that a random positive ranks above a random negative, a
 * tie counting half) and the mean log-loss; of a number R² and the mean absolute error. O(rows).
 *
 * @param weights - Shape [clusters]: how often each cluster's rows count.
 * @returns NaN for an area where one class has no weight, for R² where the numbers do not differ, and where nothing counts.
 */
export function scoresOf(tried: Tried, weights: ArrayLike<number>): [number, number] {
  return tried.kind === "class" ? classScores(tried, weights) : numberScores(tried, weights);
}

function classScores(tried: TriedClass, weights: ArrayLike<number>): [number, number] {
  const { clusters, labels, isTied, losses } = tried;
  // Twice the pairs won, and the weights of the rows before this run of ties, and within it.
  let [won, negativesBefore, positives, negatives, loss] = [0, 0, 0, 0, 0];
  let [tiedPositives, tiedNegatives] = [0, 0];
  for (let i = 0; i < clusters.length; i++) {
    if (isTied[i] === 0) {
      won += tiedPositives * (2 * negativesBefore + tiedNegatives);
      negativesBefore += tiedNegatives;
      tiedPositives = 0;
      tiedNegatives = 0;
    }
    const weight = weights[clusters[i] ?? 0] ?? 0;
    loss += weight * (losses[i] ?? 0);
    if (labels[i] === 1) {
      positives += weight;
      tiedPositives += weight;
    } else {
      negatives += weight;
      tiedNegatives += weight;
    }
  }
  won += tiedPositives * (2 * negativesBefore + tiedNegatives);
  return [won / (2 * positives * negatives), loss / (positives + negatives)];
}

function numberScores(
  { clusters, values, errors }: TriedNumber,
  weights: ArrayLike<number>,
): [number, number] {
  let [total, sum, squares, squaredErrors, absoluteErrors] = [0, 0, 0, 0, 0];
  for (let i = 0; i < clusters.length; i++) {
    const weight = weights[clusters[i] ?? 0] ?? 0;
    const [value, error] = [values[i] ?? 0, errors[i] ?? 0];
    total += weight;
    sum += weight * value;
    squares += weight * value * value;
    squaredErrors += weight * error * error;
    absoluteErrors += weight * Math.abs(error);
  }
  const spread = squares - (sum * sum) / total;
  // Of equal numbers nothing is left but rounding.
  return [spread > 1e-12 * squares ? 1 - squaredErrors / spread : Number.NaN, absoluteErrors / total];
}

/** Where bins of predicted probabilities end: narrow near 0, where those of a rare outcome lie. */
const EDGES = [0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];
/** With fewer rows a share is no share: a bin is joined to the next one then, the last to the one before. */
const FEWEST_IN_BIN = 20;

/**
 * What was said and what came, from the lowest predicted probabilities to the highest, all blocks together. By fixed edges: bins of
 * equal size would put all but one of a rare outcome's near 0. Nothing of numbers. O(rows log rows).
 */
export function calibrationOf(blocks: readonly Tried[]): CalibrationBin[] {
  const rows = blocks
    .filter((block) => block.kind === "class")
    .flatMap(({ probabilities, labels }) =>
      Array.from(probabilities, (predicted, i) => ({ predicted, label: labels[i] ?? 0 })),
    )
    .sort((a, b) => a.predicted - b.predicted);
  const starts = [0];
  let at = 0;
  for (const edge of EDGES) {
    while (at < rows.length && (rows[at]?.predicted ?? 1) <= edge) at++;
    const start = starts.at(-1) ?? 0;
    if (at - start >= FEWEST_IN_BIN && rows.length - at >= FEWEST_IN_BIN) starts.push(at);
  }
  if (rows.length === 0) return [];
  return starts.map((start, bin) => {
    const within = rows.slice(start, starts[bin + 1]);
    const mean = (numbers: number[]) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
    return {
      predicted: mean(within.map(({ predicted }) => predicted)),
      observed: mean(within.map(({ label }) => label)),
      rows: within.length,
    };
  });
}
