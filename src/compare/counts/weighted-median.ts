import type { Below, InPieces, WeightedValues } from "./weighted-values";

/** So many values are looked at one by one. */
const MOST_COLLECTED = 1 << 21;
/** Into so many parts a stretch is cut that has more. */
const PARTS = 8;

/** What lies below each edge, of all values together. */
export function* countBelow(given: readonly WeightedValues[], edges: Float64Array): InPieces<Below> {
  const into = { weights: new Float64Array(edges.length), values: new Float64Array(edges.length) };
  for (const values of given) yield* values.countBelow(edges, into);
  return into;
}

/**
 * The median of values by weight: the value of which less than half the weight lies below and at least half lies at or below;
 * of an even weight so the lower of the middle two. It is a value that is there. Stretches with too many values are cut, and the one
 * that has the median cut again.
 *
 * @param low - At most the least value, a whole number, as all values are.
 * @param high - At least the greatest.
 * @returns `null` where there is no weight.
 */
export function* weightedMedian(
  given: readonly WeightedValues[],
  low: number,
  high: number,
  mostCollected = MOST_COLLECTED,
): InPieces<number | null> {
  let [from, to] = [low, high + 1];
  const ends = yield* countBelow(given, Float64Array.of(from, to));
  let [below, pairs] = [ends.weights[0] ?? 0, (ends.values[1] ?? 0) - (ends.values[0] ?? 0)];
  const weight = (ends.weights[1] ?? 0) - below;
  if (weight <= 0) return null;
  const rank = below + Math.floor((weight - 1) / 2);
  while (pairs > mostCollected && to - from > 1) {
    const edges = edgesWithin(from, to);
    const counted = yield* countBelow(given, edges);
    const after = counted.weights.findIndex((weightBelow) => weightBelow > rank);
    const part = after < 0 ? edges.length - 1 : Math.max(1, after);
    below = counted.weights[part - 1] ?? 0;
    pairs = (counted.values[part] ?? 0) - (counted.values[part - 1] ?? 0);
    [from, to] = [edges[part - 1] ?? from, edges[part] ?? to];
  }
  if (to - from <= 1) return from;
  const values = new Float64Array(pairs + given.length);
  const weights = new Float64Array(pairs + given.length);
  let length = 0;
  const add = (value: number, times: number) => {
    values[length] = value;
    weights[length++] = times;
  };
  for (const one of given) yield* one.collect(from, to, add);
  return select(values.subarray(0, length), weights.subarray(0, length), rank - below);
}

/** From one end to the other: by equal ratios where that spans magnitudes, else by equal steps. Whole numbers, ascending. */
function edgesWithin(from: number, to: number): Float64Array {
  const isLong = from > 0 && to / from > PARTS * PARTS;
  const edge = (part: number) =>
    isLong
      ? Math.floor(from * (to / from) ** (part / PARTS))
      : from + Math.floor(((to - from) * part) / PARTS);
  const edges = [from];
  for (let part = 1; part < PARTS; part++)
    if (edge(part) > (edges.at(-1) ?? from) && edge(part) < to) edges.push(edge(part));
  return Float64Array.from([...edges, to]);
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
  const [value, weight] = [values[a] ?? 0, weights[a] ?? 0];
  values[a] = values[b] ?? 0;
  weights[a] = weights[b] ?? 0;
  values[b] = value;
  weights[b] = weight;
}
