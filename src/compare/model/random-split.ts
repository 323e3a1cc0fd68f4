import { asofJoin, NO_MATCH } from "../../microfs/core";
import { seededRandom, shuffled } from "../../scenario/random";
import type { ComparedView } from "../compared-view";
import { encoded, learnEncoding } from "./encoding";
import { inputsOf, valuesOf } from "./inputs";
import { targetOf } from "./label";
import { predict } from "./linear-model";
import { fitLogistic } from "./logistic-regression";
import type { ModelProblem, ModelRequest } from "./model-results";
import { fitRidge } from "./ridge-regression";
import { scoresOf, triedClass, triedNumber } from "./tried";

/** How often rows are halved. */
const HALVINGS = 20;

/** The first metric of a model under random splits: their mean, the lowest and the highest. */
export interface RandomSplit {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/**
 * What a split that does not look at time says of a view's own join: its rows are halved at random again and again, a model is
 * trained on one half and tried on the other. The same data and request give the same answer. O(halvings × rows × inputs²).
 * Yields how far it is, every few milliseconds.
 */
export function* randomSplit(
  data: ComparedView,
  request: ModelRequest,
): Generator<{ done: number; total: number }, RandomSplit | ModelProblem> {
  const scores: number[] = [];
  const far = () => ({ done: scores.length, total: HALVINGS });
  const target = yield* reporting(targetOf(data, request), far);
  if ("kind" in target) return target;
  const { inputs } = inputsOf(data, request, target.label);
  if (inputs.length === 0) return { kind: "no_features" };
  const indexes = data.joins.map(({ join, sides }) => asofJoin(sides.spine, sides.features, join.rule).index);
  const random = seededRandom(request.seed);
  while (scores.length < HALVINGS) {
    const order = shuffled(target.trainingRows.length, random);
    const trainingRows = order.map((i) => target.trainingRows[i] ?? 0);
    const labels = Float64Array.from(order, (i) => target.values[i] ?? 0);
    const joins = indexes.map((index) => trainingRows.map((row) => index[row] ?? NO_MATCH));
    const values = yield* reporting(valuesOf(data, inputs, { trainingRows, joins }), far);
    const half = order.length >> 1;
    const columns = learnEncoding(inputs, values, half);
    const train = target.task === "class" ? fitLogistic : fitRidge;
    const x = encoded(columns, values, 0, half);
    const model = yield* reporting(train(x, labels.slice(0, half)), far);
    const said = predict(model, encoded(columns, values, half, order.length));
    const tried = target.task === "class" ? triedClass : triedNumber;
    const rows = said.map((_, row) => row);
    const weights = new Uint8Array(rows.length).fill(1);
    scores.push(scoresOf(tried(said, labels.slice(half), Int32Array.from(rows)), weights)[0]);
    yield far();
  }
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  return { mean, low: Math.min(...scores), high: Math.max(...scores) };
}

/** The same work, with how far the whole is in place of its pauses. */
function* reporting<T, Far>(work: Generator<void, T>, far: () => Far): Generator<Far, T> {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    yield far();
  }
}
