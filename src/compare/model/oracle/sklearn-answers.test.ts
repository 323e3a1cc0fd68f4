import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { Column } from "../../../microfs";
import { toEnd } from "../../testing/to-end";
import { encoded, learnEncoding } from "../encoding";
import type { Input } from "../inputs";
import { type LinearModel, type Matrix, predict } from "../linear-model";
import { fitLogistic } from "../logistic-regression";
import { fitRidge } from "../ridge-regression";
import { scoresOf, triedClass, triedNumber } from "../tried";

/** As `sklearn_answers.py` writes them. */
interface Case<Answer> {
  title: string;
  x: number[][];
  y: number[];
  trained: number;
  weights: number[];
  answer: Answer & { coefficients: number[]; intercept: number };
}

type Cell = number | string | boolean | null;

interface Answers {
  sklearn: string;
  classes: Case<
    Record<"auc" | "weightedAuc" | "tiedAuc" | "weightedTiedAuc" | "logLoss" | "weightedLogLoss", number>
  >[];
  numbers: Case<Record<"r2" | "weightedR2" | "mae" | "weightedMae", number>>[];
  table: {
    rows: [number | null, number, string | null, boolean, boolean][];
    trained: number;
    answer: { weights: Record<string, number>; intercept: number; auc: number; logLoss: number };
  };
}

const answers: Answers = JSON.parse(readFileSync(new URL("./sklearn-answers.json", import.meta.url), "utf8"));

const TOLERANCE = 1e-8;

function expectClose(ours: number, theirs: number, what: string): void {
  const allowed = TOLERANCE * Math.max(1, Math.abs(theirs));
  expect(Math.abs(ours - theirs), `${what}: ${ours}, and there ${theirs}`).toBeLessThanOrEqual(allowed);
}

function expectSameModel(ours: LinearModel, answer: { coefficients: number[]; intercept: number }): void {
  expect(ours.weights.length).toBe(answer.coefficients.length);
  answer.coefficients.forEach((weight, i) => {
    expectClose(ours.weights[i] ?? Number.NaN, weight, `weight ${i}`);
  });
  expectClose(ours.intercept, answer.intercept, "intercept");
}

const matrixOf = (x: number[][]): Matrix => ({
  rows: x.length,
  columns: x[0]?.length ?? 0,
  values: Float64Array.from(x.flat()),
});
const each = (count: number) => Int32Array.from({ length: count }, (_, row) => row);

describe(`a class is predicted and scored as by scikit-learn ${answers.sklearn}`, () => {
  test.each(answers.classes.map((given) => [given.title, given] as const))("%s", (_title, given) => {
    const { x, y, trained, weights, answer } = given;
    const model = toEnd(fitLogistic(matrixOf(x.slice(0, trained)), Float64Array.from(y.slice(0, trained))));
    expectSameModel(model, answer);
    const logits = predict(model, matrixOf(x.slice(trained)));
    const labels = Float64Array.from(y.slice(trained));
    const rows = each(labels.length);
    const same = rows.map(() => 1);

    const tried = triedClass(logits, labels, rows);
    expectClose(scoresOf(tried, same)[0], answer.auc, "auc");
    expectClose(scoresOf(tried, same)[1], answer.logLoss, "log-loss");
    expectClose(scoresOf(tried, weights)[0], answer.weightedAuc, "weighted auc");
    expectClose(scoresOf(tried, weights)[1], answer.weightedLogLoss, "weighted log-loss");
    const tied = triedClass(logits.map(Math.round), labels, rows);
    expectClose(scoresOf(tied, same)[0], answer.tiedAuc, "auc with ties");
    expectClose(scoresOf(tied, weights)[0], answer.weightedTiedAuc, "weighted auc with ties");
  });
});

describe(`a number is predicted and scored as by scikit-learn ${answers.sklearn}`, () => {
  test.each(answers.numbers.map((given) => [given.title, given] as const))("%s", (_title, given) => {
    const { x, y, trained, weights, answer } = given;
    const model = toEnd(fitRidge(matrixOf(x.slice(0, trained)), Float64Array.from(y.slice(0, trained))));
    expectSameModel(model, answer);
    const values = Float64Array.from(y.slice(trained));
    const rows = each(values.length);
    const tried = triedNumber(predict(model, matrixOf(x.slice(trained))), values, rows);
    const same = rows.map(() => 1);
    expectClose(scoresOf(tried, same)[0], answer.r2, "r2");
    expectClose(scoresOf(tried, same)[1], answer.mae, "mean absolute error");
    expectClose(scoresOf(tried, weights)[0], answer.weightedR2, "weighted r2");
    expectClose(scoresOf(tried, weights)[1], answer.weightedMae, "weighted mean absolute error");
  });
});

test("a table with gaps, texts and bools is encoded, learned and scored as by scikit-learn's preprocessing", () => {
  const { rows, trained, answer } = answers.table;
  const inputs: Input[] = (["amount", "steps", "word", "is_new"] as const).map((feature, at) => {
    const values = new Column(at === 2 ? "string" : at === 3 ? "bool" : "float64");
    for (const row of rows) values.push(row[at] as Cell);
    return { feature, join: 0, column: feature, values };
  });
  const values = inputs.map(({ values: { values, valid } }) =>
    Float64Array.from(rows, (_, row) => (valid[row] === 1 ? Number(values[row]) : Number.NaN)),
  );
  const columns = learnEncoding(inputs, values, trained);
  const labels = Float64Array.from(rows, ([, , , , label]) => Number(label));
  const model = toEnd(fitLogistic(encoded(columns, values, 0, trained), labels.slice(0, trained)));
  const nameOf = ({ input, of }: (typeof columns)[number]) => {
    const { feature } = inputs[input] ?? { feature: "" };
    return of.kind === "value" ? feature : `${feature} ${of.kind === "text" ? of.text : of.kind}`;
  };
  expect(columns.map(nameOf).toSorted()).toEqual(Object.keys(answer.weights).toSorted());
  columns.forEach((column, i) => {
    const name = nameOf(column);
    expectClose(model.weights[i] ?? Number.NaN, answer.weights[name] ?? Number.NaN, name);
  });
  expectClose(model.intercept, answer.intercept, "intercept");

  const tested = rows.length - trained;
  const logits = predict(model, encoded(columns, values, trained, rows.length));
  const [auc, loss] = scoresOf(
    triedClass(logits, labels.slice(trained), each(tested)),
    each(tested).map(() => 1),
  );
  expectClose(auc, answer.auc, "auc");
  expectClose(loss, answer.logLoss, "log-loss");
});
