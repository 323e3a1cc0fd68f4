import { asofJoin, type JoinRule, NO_MATCH, NULL_KEY } from "../../microfs/core";
import type { VariantName } from "../../terms/variants";
import type { ComparedView } from "../compared-view";
import type { InPieces } from "../in-pieces";
import { type EncodedColumn, encoded, learnEncoding } from "./encoding";
import { type Input, type TableRows, valuesOf } from "./inputs";
import type { Target } from "./label";
import { type LinearModel, type Matrix, predict } from "./linear-model";
import { fitLogistic } from "./logistic-regression";
import type { Consequence, TableName } from "./model-results";
import type { ModelTable } from "./model-table";
import { blindTo, equalColumns, type Fitted, linkedInputs, meansOf } from "./reliance";
import { fitRidge } from "./ridge-regression";
import { type Origin, takeTimes } from "./rolling-origins";
import { chanceFor, sampleTable } from "./sampling";
import { scoresOf, type Tried, triedClass, triedNumber } from "./tried";

/** How far the work is: a part of the whole, and the variant that it is at. */
export interface ModelProgress<Name extends TableName = VariantName> {
  readonly done: number;
  readonly total: number;
  readonly variant: Name | null;
}

/** More rows than these are sampled: of the spine, and of a table that multiplies it. */
export const MOST_ROWS = 20_000;

/** What all variants share. */
export interface Experiment {
  /** With the training rows alone that are used. */
  readonly data: ComparedView;
  readonly allRows: ComparedView;
  readonly inputs: readonly Input[];
  readonly target: Target;
  readonly origins: readonly Origin[];
  readonly seed: number;
  readonly entities: number;
  readonly bands: Consequence["bands"];
  /** Shape [training rows used]. What is resampled together; of rows that are tried in [0, `bands.count`). */
  readonly clusters: Int32Array;
  /** The inputs' values as production has them. Per input, shape [training rows used]. */
  readonly known: readonly Float64Array[];
}

/** O(training rows), and a run of the kernel for each join. */
export function* experimentOf(
  allRows: ComparedView,
  inputs: readonly Input[],
  target: Target,
  origins: readonly Origin[],
  seed: number,
): InPieces<Experiment> {
  const data = rowsOfView(allRows, target.trainingRows);
  const joins: Int32Array[] = [];
  for (const { join, sides } of data.joins) {
    const rule: JoinRule = { ...join.rule, direction: "backward", ...sides.groupClock };
    joins.push(asofJoin(sides.spine, sides.features, rule).index);
    yield;
  }
  const trainingRows = data.order.map((_, i) => i);
  const known = yield* valuesOf(data, inputs, { trainingRows, joins });
  const clusters = clustersOf(data, origins[0]?.testFrom ?? 0);
  return { data, allRows, inputs, target, origins, seed, known, ...clusters };
}

/** A view with some of its training rows alone: whatever is joined to them costs as much as they are. */
function rowsOfView(data: ComparedView, trainingRows: Int32Array): ComparedView {
  const joins = data.joins.map((join) => {
    const { keys, times } = join.sides.spine;
    const spine = {
      keys: trainingRows.map((trainingRow) => keys[trainingRow] ?? NULL_KEY),
      times: takeTimes(times, trainingRows),
    };
    return { ...join, sides: { ...join.sides, spine } };
  });
  return { ...data, joins, order: trainingRows.map((trainingRow) => data.order[trainingRow] ?? 0) };
}

/** With fewer entities that are tried their time is cut into stretches, so many in all: one or two entities make no band. */
const FEWEST_ENTITIES = 20;
const FEWEST_STRETCHES = 40;

/**
 * What each row is resampled with: all rows of its entity, which is the spine's own key; where that names single rows, what its
 * first join is on. A row without it is an entity of its own.
 *
 * @param testFrom - Only rows from here on are tried.
 */
function clustersOf(data: ComparedView, testFrom: number) {
  const { spine, order } = data;
  const own = spine.index.keys(spine.primaryKeys);
  const joined = data.joins[0]?.join.spineColumns;
  const isKeyOfRows = own.count >= spine.numRows;
  const keys = isKeyOfRows && joined !== undefined ? spine.index.keys(joined) : own;
  const codes = keys.codes(spine.numRows);
  const numbers = new Map<number, number>();
  const clusters = new Int32Array(order.length);
  let [entities, tried] = [0, 0];
  // From the end, so that those that are tried have the first numbers.
  for (let i = order.length - 1; i >= 0; i--) {
    const code = codes[order[i] ?? 0] ?? NO_MATCH;
    const number = (code < 0 ? undefined : numbers.get(code)) ?? entities++;
    if (code >= 0) numbers.set(code, number);
    clusters[i] = number;
    if (i >= testFrom) tried = entities;
  }
  if (tried >= FEWEST_ENTITIES)
    return { entities, clusters, bands: { by: "entities", count: tried } as const };
  const parts = Math.ceil(FEWEST_STRETCHES / tried);
  const stretches = clusters.map(
    (number, i) => number * parts + Math.floor((parts * (i - testFrom)) / (order.length - testFrom)),
  );
  return {
    entities,
    clusters: stretches,
    bands: { by: "stretches", count: tried * parts } as const,
  };
}

/** One variant's models, one per origin, and what they said. */
export interface TriedVariant<Name extends TableName = VariantName> {
  readonly name: Name;
  readonly offline: readonly Tried[];
  readonly production: readonly Tried[];
  readonly models: readonly {
    readonly columns: readonly EncodedColumn[];
    readonly model: LinearModel;
    /** Per column the first that is the same in training. */
    readonly sameAs: Int32Array;
  }[];
  /** Per set of inputs that can only be hidden together, what the first score loses without them; mean over the origins. */
  readonly losses: readonly {
    readonly inputs: readonly number[];
    readonly offline: number;
    readonly production: number;
  }[];
  /** The inputs that some model could use. */
  readonly columns: ReadonlySet<number>;
  readonly rows: { readonly used: number; readonly of: number };
  /** Per origin. */
  readonly counts: readonly { readonly trained: number; readonly tested: number }[];
}

/**
 * Trains a variant's model for each origin, and tries it.
 *
 * @param progress - How far the whole is, by origin.
 */
export function* tryVariant<Name extends TableName>(
  experiment: Experiment,
  variant: ModelTable<Name>,
  progress: (origin: number) => ModelProgress<Name>,
): Generator<ModelProgress<Name>, TriedVariant<Name>> {
  const { data, allRows, inputs, target, origins, known } = experiment;
  yield progress(0);
  const table = variant.of(data);
  yield progress(0);
  const random = chanceFor(variant.name, experiment.seed);
  const rows = yield* reported(sampleTable(table, MOST_ROWS, random), progress(0));
  const values = yield* reported(valuesOf(data, inputs, rows), progress(0));
  const asOf = data.order.map((_, i) => i);
  const every = new Uint8Array(experiment.bands.count).fill(1);
  const offline: Tried[] = [];
  const production: Tried[] = [];
  const models: TriedVariant["models"][number][] = [];
  const sides: { readonly fitted: Fitted; readonly scored: TriedRows; readonly served: TriedRows }[] = [];
  const counts: TriedVariant["counts"][number][] = [];
  for (const [number, { trainTo, testFrom, testTo }] of origins.entries()) {
    const [trained, from, to] = [trainTo, testFrom, testTo].map((i) => firstRowOf(rows, i));
    const columns = learnEncoding(inputs, values, trained ?? 0);
    yield progress(number);
    const training = encoded(columns, values, 0, trained ?? 0);
    yield progress(number);
    const labels = labelsOf(target, rows.trainingRows.subarray(0, trained));
    const model = yield* reported(trainOn(target.task, training, labels), progress(number));
    counts.push({ trained: trained ?? 0, tested: (to ?? 0) - (from ?? 0) });
    const scored = sideOf(encoded(columns, values, from ?? 0, to ?? 0), rows.trainingRows.subarray(from, to));
    const served = sideOf(encoded(columns, known, testFrom, testTo), asOf.subarray(testFrom, testTo));
    offline.push(scored.tried);
    yield progress(number);
    production.push(served.tried);
    yield progress(number);
    const sameAs = yield* reported(equalColumns(training), progress(number));
    models.push({ columns, model, sameAs });
    sides.push({ fitted: { columns, model, means: meansOf(training) }, scored, served });

    function sideOf(x: Matrix, trainingRows: Int32Array): TriedRows {
      return { x, trainingRows, tried: triedOn(experiment, predict(model, x), trainingRows) };
    }
  }
  const losses: TriedVariant["losses"][number][] = [];
  for (const hidden of linkedInputs(models)) {
    const lost: [number, number][] = [];
    for (const { fitted, scored, served } of sides) {
      lost.push([lossOf(scored, fitted, hidden), lossOf(served, fitted, hidden)]);
      yield progress(origins.length - 1);
    }
    const [offline, production] = [meanOf(lost.map(([one]) => one)), meanOf(lost.map(([, one]) => one))];
    losses.push({ inputs: hidden, offline, production });
  }
  const columns = new Set(models.flatMap((one) => one.columns.map(({ input }) => input)));
  const size = { used: rows.trainingRows.length, of: variant.numRowsOf(allRows) };
  return { name: variant.name, offline, production, models, losses, columns, rows: size, counts };

  function lossOf({ x, trainingRows, tried }: TriedRows, fitted: Fitted, hidden: readonly number[]): number {
    const blind = triedOn(experiment, predict(blindTo(fitted, hidden), x), trainingRows);
    return scoresOf(tried, every)[0] - scoresOf(blind, every)[0];
  }
}

/** The mean of what there is; 0 of nothing. */
function meanOf(numbers: readonly number[]): number {
  const there = numbers.filter((number) => !Number.isNaN(number));
  return there.reduce((sum, number) => sum + number, 0) / Math.max(1, there.length);
}

/** Some rows as a model gets them, and what came of it. */
interface TriedRows {
  readonly x: Matrix;
  readonly trainingRows: Int32Array;
  readonly tried: Tried;
}

/** The first row of a table that is of this training row or a later one. */
function firstRowOf({ trainingRows }: TableRows, trainingRow: number): number {
  let low = 0;
  let high = trainingRows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((trainingRows[middle] ?? 0) < trainingRow) low = middle + 1;
    else high = middle;
  }
  return low;
}

function labelsOf({ values }: Target, trainingRows: Int32Array): Float64Array {
  return Float64Array.from(trainingRows, (trainingRow) => values[trainingRow] ?? 0);
}

function triedOn(experiment: Experiment, said: Float64Array, trainingRows: Int32Array): Tried {
  const labels = labelsOf(experiment.target, trainingRows);
  const clusters = trainingRows.map((trainingRow) => experiment.clusters[trainingRow] ?? 0);
  return experiment.target.task === "class"
    ? triedClass(said, labels, clusters)
    : triedNumber(said, labels, clusters);
}

/** A model that fits. A sample that a table happens to have one class of, or nothing, gives a guess that is the same for all. */
function* trainOn(task: Target["task"], x: Matrix, y: Float64Array): InPieces<LinearModel> {
  const guess = (intercept: number) => ({ intercept, weights: new Float64Array(x.columns) });
  const sum = y.reduce((total, label) => total + label, 0);
  if (task === "number") return x.rows === 0 ? guess(0) : yield* fitRidge(x, y);
  if (sum === 0 || sum === x.rows) return guess(Math.log((sum + 0.5) / (x.rows - sum + 0.5)));
  return yield* fitLogistic(x, y);
}

/** The same work, with how far the whole is in place of its pauses. */
export function* reported<T, Name extends TableName>(
  work: InPieces<T>,
  progress: ModelProgress<Name>,
): Generator<ModelProgress<Name>, T> {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    yield progress;
  }
}
