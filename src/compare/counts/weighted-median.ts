import type { InPieces } from "../in-pieces";
import type { Below, WeightedValues } from "./weighted-values";

/** So many values are looked at one by one; and so many to guess where the median lies. */
const LIMITS = { collected: 1 << 22, sampled: 1 << 16 };
/** The guess then is out no more than once in some hundred times. */
const SIGMAS = 3;
/** Into so many parts a stretch is cut where no guess helps. */
const PARTS = 8;

/** What lies below each edge, of all values together. */
export function* countBelow(given: readonly WeightedValues[], edges: Float64Array): InPieces<Below> {
  const into = { weights: new Float64Array(edges.length), values: new Float64Array(edges.length) };
  for (const values of given) yield* values.countBelow(edges, into);
  return into;
}

/** An edge, and what lies below it. */
interface Bound {
  readonly edge: number;
  readonly weight: number;
  readonly values: number;
}

/**
 * The median of values by weight: the value of which less than half the weight lies below and at least half lies at or below;
 * of an even weight so the lower of the middle two. It is a value that is there. Where there are too many to be looked at one by
 * one, a sample tells between which two the median must lie; what lies below those is counted, and so what is found is exact.
 *
 * @param low - The values from here, a whole number, as all values are.
 * @param high - Up to here, this one too. What lies outside does not count.
 * @returns `null` where there is no weight.
 */
export function* weightedMedian(
  given: readonly WeightedValues[],
  low: number,
  high: number,
  limits = LIMITS,
): InPieces<number | null> {
  const bounds = yield* boundsAt(given, Float64Array.of(low, high + 1));
  let [from, to] = bounds;
  if (from === undefined || to === undefined || to.weight <= from.weight) return null;
  const rank = from.weight + Math.floor((to.weight - from.weight - 1) / 2);
  for (let guesses = true; to.values - from.values > limits.collected && to.edge - from.edge > 1; ) {
    const guessed: readonly number[] = guesses ? guessedEdges(given, from, to, rank, limits.sampled) : [];
    const edges: readonly number[] = guessed.length > 0 ? guessed : edgesWithin(from.edge, to.edge);
    for (const bound of yield* boundsAt(given, Float64Array.from(edges))) {
      if (bound.weight <= rank) from = bound;
      else if (bound.edge < to.edge) to = bound;
    }
    guesses = !guesses;
  }
  if (to.edge - from.edge <= 1) return from.edge;
  const values = new Float64Array(to.values - from.values + given.length);
  const weights = new Float64Array(values.length);
  let length = 0;
  const add = (value: number, times: number) => {
    values[length] = value;
    weights[length++] = times;
  };
  for (const one of given) yield* one.collect(from.edge, to.edge, add);
  return select(values.subarray(0, length), weights.subarray(0, length), rank - from.weight);
}

function* boundsAt(given: readonly WeightedValues[], edges: Float64Array): InPieces<Bound[]> {
  const { weights, values } = yield* countBelow(given, edges);
  return Array.from(edges, (edge, at) => ({ edge, weight: weights[at] ?? 0, values: values[at] ?? 0 }));
}

/**
 * Edges between two, between which the value surely lies below which there is as much weight as `rank`; none where too few values were
 * met to tell. The sample is not drawn by chance: it is the same every time.
 */
function guessedEdges(
  given: readonly WeightedValues[],
  from: Bound,
  to: Bound,
  rank: number,
  sampled: number,
): number[] {
  const all = given.reduce((sum, { weight }) => sum + weight, 0);
  const met = new Float64Array(sampled + given.length);
  let found = 0;
  for (const values of given) {
    const draws = Math.ceil((sampled * values.weight) / all);
    for (let draw = 0; draw < draws; draw++) {
      // Shares that never fall into step with what recurs in the data.
      const value = values.at((draw * GOLDEN_RATIO) % 1);
      if (value >= from.edge && value < to.edge) met[found++] = value;
    }
  }
  if (found < sampled / 64) return [];
  const sorted = met.subarray(0, found).sort();
  const share = (rank - from.weight) / (to.weight - from.weight);
  const margin = SIGMAS / 2 / Math.sqrt(found);
  const first = sorted[Math.floor((share - margin) * found)] ?? from.edge;
  const last = sorted[Math.floor((share + margin) * found)] ?? to.edge - 1;
  return [first, last + 1].filter((edge) => edge > from.edge && edge < to.edge);
}

const GOLDEN_RATIO = (Math.sqrt(5) - 1) / 2;

/** Between two edges: by equal ratios where they span magnitudes, else by equal steps. Whole numbers, ascending. */
function edgesWithin(from: number, to: number): number[] {
  const isLong = from > 0 && to / from > PARTS * PARTS;
  const edges = new Set<number>();
  for (let part = 1; part < PARTS; part++) {
    const even = from + Math.floor(((to - from) * part) / PARTS);
    const edge = isLong ? Math.floor(from * (to / from) ** (part / PARTS)) : even;
    if (edge > from && edge < to) edges.add(edge);
  }
  return [...edges];
}

/**
 * The value at which the weights, added in ascending order of values, first exceed `rank`. Quickselect; puts both arrays in
 * another order.
 */
function select(values: Float64Array, weights: Float64Array, rank: number): number {
  let [low, high, left] = [0, values.length - 1, rank];
  while (low < high) {
    const pivot = middleOf(values[low] ?? 0, values[(low + high) >>> 1] ?? 0, values[high] ?? 0);
    // Less than the pivot | equal | not looked at | greater.
    let [less, at, greater] = [low, low, high];
    let [lessWeight, equalWeight] = [0, 0];
    while (at <= greater) {
      const value = values[at] ?? 0;
      if (value < pivot) {
        lessWeight += weights[at] ?? 0;
        swap(values, weights, less++, at++);
      } else if (value > pivot) swap(values, weights, at, greater--);
      else equalWeight += weights[at++] ?? 0;
    }
    if (left < lessWeight) high = less - 1;
    else if (left < lessWeight + equalWeight) return pivot;
    else {
      left -= lessWeight + equalWeight;
      low = greater + 1;
    }
  }
  return values[Math.min(low, values.length - 1)] ?? Number.NaN;
}

function middleOf(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}

function swap(values: Float64Array, weights: Float64Array, a: number, b: number): void {
  const value = values[a] ?? 0;
  const weight = weights[a] ?? 0;
  values[a] = values[b] ?? 0;
  weights[a] = weights[b] ?? 0;
  values[b] = value;
  weights[b] = weight;
}
