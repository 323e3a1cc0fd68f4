import type { ComparedView } from "../../src/compare/compared-view";
import { encoded, learnEncoding } from "../../src/compare/model/encoding";
import { inputsOf, valuesOf } from "../../src/compare/model/inputs";
import { targetOf } from "../../src/compare/model/label";
import { predict } from "../../src/compare/model/linear-model";
import { fitLogistic } from "../../src/compare/model/logistic-regression";
import type { ModelRequest } from "../../src/compare/model/model-results";
import { fitRidge } from "../../src/compare/model/ridge-regression";
import { scoresOf, triedClass, triedNumber } from "../../src/compare/model/tried";
import { toEnd } from "../../src/compare/testing/to-end";
import { asofJoin } from "../../src/microfs";
import { seededRandom } from "../../src/scenario/random";

const HALVES = 20;

/** The first metric of a model under random splits: their mean, the lowest and the highest. */
export interface RandomSplit {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** The view's own join, its rows halved at random again and again: trained on one half, tried on the other. */
export function randomSplit(data: ComparedView, request: ModelRequest): RandomSplit {
  const target = toEnd(targetOf(data, request));
  if ("kind" in target) throw new RangeError(`there must be a label: ${target.kind}`);
  const { inputs } = inputsOf(data, request, target.label);
  const indexes = data.joins.map(({ join, sides }) => asofJoin(sides.spine, sides.features, join.rule).index);
  const random = seededRandom(request.seed);
  const scores = Array.from({ length: HALVES }, () => {
    const order = shuffled(target.trainingRows.length, (below) => random.integer(0, below));
    const trainingRows = order.map((i) => target.trainingRows[i] ?? 0);
    const labels = Float64Array.from(order, (i) => target.values[i] ?? 0);
    const joins = indexes.map((index) => trainingRows.map((row) => index[row] ?? -1));
    const values = toEnd(valuesOf(data, inputs, { trainingRows, joins }));
    const half = order.length >> 1;
    const columns = learnEncoding(inputs, values, half);
    const train = target.task === "class" ? fitLogistic : fitRidge;
    const model = toEnd(train(encoded(columns, values, 0, half), labels.slice(0, half)));
    const said = predict(model, encoded(columns, values, half, order.length));
    const tried = target.task === "class" ? triedClass : triedNumber;
    const rows = said.map((_, row) => row);
    const weights = new Uint8Array(rows.length).fill(1);
    return scoresOf(tried(said, labels.slice(half), Int32Array.from(rows)), weights)[0];
  });
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  return { mean, low: Math.min(...scores), high: Math.max(...scores) };
}

/** The numbers [0, count) in any order. */
function shuffled(count: number, draw: (below: number) => number): Int32Array {
  const order = Int32Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const j = draw(i + 1);
    [order[i], order[j]] = [order[j] ?? 0, order[i] ?? 0];
  }
  return order;
}
