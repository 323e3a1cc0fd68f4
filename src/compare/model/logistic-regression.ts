import type { InPieces } from "../in-pieces";
import { type LinearModel, type Matrix, momentsOf, solveSymmetric, weightedSums } from "./linear-model";

/** The greatest slope that is left at the end. */
const CONVERGED = 1e-8;
const MOST_STEPS = 100;
/** A step that does not lower the loss is halved so often; then nothing is left but rounding. */
const MOST_HALVINGS = 40;

/**
 * Logistic regression with a penalty on the weights: the least of ½ w·w + Σ log-loss(y, x·w + c); the intercept c costs
 * nothing. As scikit-learn's `LogisticRegression(C=1.0)`, by Newton's method with a line search, until no slope is above
 * 1e-8. The loss is convex and has one least: no chance, and no learning rate to choose. O(rows × columns²) a step, some six.
 *
 * @param y - Shape [rows], 0 or 1.
 * @throws RangeError where y has one class only: the intercept would have no bound.
 */
export function* fitLogistic(x: Matrix, y: Float64Array): InPieces<LinearModel> {
  const { rows, columns } = x;
  const positives = y.reduce((sum, label) => sum + label, 0);
  if (positives === 0 || positives === rows) throw new RangeError("the labels must have both classes");
  const k = columns + 1;
  let weights = new Float64Array(columns);
  let intercept = Math.log(positives / (rows - positives));
  let logits = new Float64Array(rows).fill(intercept);
  let at = slopesOf(logits, y, weights);
  for (let step = 0; step < MOST_STEPS; step++) {
    const { gram, moments } = yield* momentsOf(x, at.curvatures, at.residuals);
    for (let i = 0; i < columns; i++) {
      gram[i * k + i] = (gram[i * k + i] ?? 0) + 1;
      moments[i] = (moments[i] ?? 0) + (weights[i] ?? 0);
    }
    if (moments.every((slope) => Math.abs(slope) <= CONVERGED)) break;
    const full = solveSymmetric(gram, moments);
    const along = weightedSums(x, full.subarray(0, columns), full[columns] ?? 0);
    yield;
    const next = stepDown({ logits, along, weights, full, y, loss: at.loss });
    if (next === null) break;
    intercept -= next.part * (full[columns] ?? 0);
    ({ logits, weights, at } = next);
    yield;
  }
  return { weights, intercept };
}

/** The probability of the positive class for log-odds. */
export function probability(logit: number): number {
  return logit >= 0 ? 1 / (1 + Math.exp(-logit)) : Math.exp(logit) / (1 + Math.exp(logit));
}

/** −log of the probability that log-odds give to a label, without overflow. */
export function logLoss(logit: number, label: number): number {
  return Math.max(logit, 0) - logit * label + Math.log1p(Math.exp(-Math.abs(logit)));
}

/** Per row p − y, and p (1 − p), and the loss of all rows with the penalty. */
function slopesOf(logits: Float64Array, y: Float64Array, weights: Float64Array) {
  const residuals = new Float64Array(logits.length);
  const curvatures = new Float64Array(logits.length);
  let loss = 0;
  for (let i = 0; i < weights.length; i++) loss += 0.5 * (weights[i] ?? 0) ** 2;
  for (let row = 0; row < logits.length; row++) {
    const logit = logits[row] ?? 0;
    const label = y[row] ?? 0;
    // The same as `probability` and `logLoss`, with one exponential for both.
    const small = Math.exp(-Math.abs(logit));
    const p = (logit >= 0 ? 1 : small) / (1 + small);
    residuals[row] = p - label;
    curvatures[row] = p * (1 - p);
    loss += Math.max(logit, 0) - logit * label + Math.log1p(small);
  }
  return { residuals, curvatures, loss };
}

interface Step {
  readonly logits: Float64Array;
  /** By how much a whole step changes each row's log-odds. */
  readonly along: Float64Array;
  readonly weights: Float64Array;
  /** A whole step: weights, then the intercept. */
  readonly full: Float64Array;
  readonly y: Float64Array;
  readonly loss: number;
}

/** The longest of the step, its half, its quarter … that lowers the loss; `null` where none does. */
function stepDown({ logits, along, weights, full, y, loss }: Step) {
  for (let halving = 0, part = 1; halving < MOST_HALVINGS; halving++, part /= 2) {
    const nextLogits = new Float64Array(logits.length);
    for (let row = 0; row < logits.length; row++)
      nextLogits[row] = (logits[row] ?? 0) - part * (along[row] ?? 0);
    const nextWeights = weights.map((weight, i) => weight - part * (full[i] ?? 0));
    const at = slopesOf(nextLogits, y, nextWeights);
    if (at.loss < loss) return { part, logits: nextLogits, weights: nextWeights, at };
  }
  return null;
}
