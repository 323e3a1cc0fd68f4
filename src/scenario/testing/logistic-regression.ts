/** A model: one weight per input, and a bias. Inputs are standardised with the training set's means and deviations. */
export interface LogisticModel {
  weights: number[];
  bias: number;
  means: number[];
  deviations: number[];
}

const STEPS = 400;
const RATE = 0.5;
const RIDGE = 1e-3;

/**
 * Plain gradient descent on the log loss, from zero: no chance in it.
 *
 * @param inputs - Shape [rows][features].
 * @param labels - Shape [rows]. 0 or 1.
 */
export function trainLogistic(inputs: readonly number[][], labels: readonly number[]): LogisticModel {
  const width = inputs[0]?.length ?? 0;
  const columns = Array.from({ length: width }, (_, i) => inputs.map((row) => row[i] ?? 0));
  const means = columns.map((column) => sum(column) / column.length);
  const deviations = columns.map((column, i) => {
    const variance = sum(column.map((value) => (value - (means[i] ?? 0)) ** 2)) / column.length;
    return variance > 0 ? Math.sqrt(variance) : 1;
  });
  const model: LogisticModel = { weights: new Array<number>(width).fill(0), bias: 0, means, deviations };
  const standard = inputs.map((row) => standardise(model, row));
  for (let step = 0; step < STEPS; step++) {
    const slope = new Array<number>(width).fill(0);
    let biasSlope = 0;
    standard.forEach((row, r) => {
      const error = sigmoid(dot(model.weights, row) + model.bias) - (labels[r] ?? 0);
      biasSlope += error;
      for (let i = 0; i < width; i++) slope[i] = (slope[i] ?? 0) + error * (row[i] ?? 0);
    });
    model.bias -= (RATE * biasSlope) / inputs.length;
    model.weights = model.weights.map(
      (weight, i) => weight - RATE * ((slope[i] ?? 0) / inputs.length + RIDGE * weight),
    );
  }
  return model;
}

/** A score that grows with the probability; shape [rows]. */
export function score(model: LogisticModel, inputs: readonly number[][]): number[] {
  return inputs.map((row) => dot(model.weights, standardise(model, row)) + model.bias);
}

/** The chance that a random positive scores above a random negative; a tie counts half. */
export function areaUnderCurve(scores: readonly number[], labels: readonly number[]): number {
  const order = scores.map((_, i) => i).sort((a, b) => (scores[a] ?? 0) - (scores[b] ?? 0));
  let negatives = 0;
  let won = 0;
  for (let from = 0, to = 0; from < order.length; from = to) {
    while (to < order.length && scores[order[to] ?? 0] === scores[order[from] ?? 0]) to++;
    const tied = order.slice(from, to);
    const positives = tied.filter((i) => labels[i] === 1).length;
    won += positives * (negatives + (tied.length - positives) / 2);
    negatives += tied.length - positives;
  }
  return won / (negatives * (order.length - negatives));
}

function standardise(model: LogisticModel, row: readonly number[]): number[] {
  return row.map((value, i) => (value - (model.means[i] ?? 0)) / (model.deviations[i] ?? 1));
}

function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

function dot(a: readonly number[], b: readonly number[]): number {
  let total = 0;
  for (let i = 0; i < a.length; i++) total += (a[i] ?? 0) * (b[i] ?? 0);
  return total;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
