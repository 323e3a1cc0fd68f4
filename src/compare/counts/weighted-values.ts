/** Work that can be paused, and given up, at every `yield`. */
export type InPieces<T> = Generator<void, T>;

/** After so many steps work may pause. */
const STEPS_A_PIECE = 1 << 18;

/** How much weight lies below each of some edges, and how many values at most. */
export interface Below {
  /** Shape [edges]. */
  readonly weights: Float64Array;
  readonly values: Float64Array;
}

/** Numbers, each of them as often as its weight says, that need not be there one by one. */
export interface WeightedValues {
  /** Adds what lies below each edge. Edges ascend. */
  countBelow(edges: Float64Array, into: Below): InPieces<void>;
  /** Calls with every value in [from, to) and its weight. */
  collect(from: number, to: number, add: (value: number, weight: number) => void): InPieces<void>;
}

/** Values that are there, all of one weight. */
export function listedValues(values: Float64Array, weight: number): WeightedValues {
  return {
    *countBelow(edges, into) {
      // Counted where each value is first below, then added up: one search a value.
      const first = new Float64Array(edges.length);
      for (let i = 0; i < values.length; i++) {
        if (i % STEPS_A_PIECE === 0) yield;
        const edge = firstAbove(edges, values[i] ?? 0);
        if (edge < edges.length) first[edge] = (first[edge] ?? 0) + 1;
      }
      let below = 0;
      for (let edge = 0; edge < edges.length; edge++) {
        below += first[edge] ?? 0;
        into.values[edge] = (into.values[edge] ?? 0) + below;
        into.weights[edge] = (into.weights[edge] ?? 0) + below * weight;
      }
    },
    *collect(from, to, add) {
      for (let i = 0; i < values.length; i++) {
        if (i % STEPS_A_PIECE === 0) yield;
        const value = values[i] ?? 0;
        if (value >= from && value < to) add(value, weight);
      }
    },
  };
}

/** Every pair of a training row and a row of its list is a value: `ascending` of the row − `base` of the training row. */
export interface Pairs {
  readonly listOf: Int32Array;
  /** Shape [lists + 1]. */
  readonly offsets: Int32Array;
  /** Shape [rows of all lists]. Ascending within each list. */
  readonly ascending: Float64Array;
  /** Shape [training rows]. NaN leaves a training row out. */
  readonly base: Float64Array;
  /** Shape [training rows]. How often each of its pairs counts. */
  readonly weight: Float64Array;
  /** Weight of pairs of value 0 that does not count after all. */
  readonly withoutWeight: number;
}

/**
 * Values of pairs, which are never there: of a list of m rows that n training rows share they are n × m, but below an edge lies
 * a stretch of the list, whose end moves on with the training rows' times. So counting costs n + m an edge.
 */
export function pairValues(pairs: Pairs): WeightedValues {
  const { listOf, offsets, ascending, base, weight, withoutWeight } = pairs;
  const order = groupedByList(pairs);
  const startOf = (trainingRow: number) => offsets[listOf[trainingRow] ?? 0] ?? 0;
  const endOf = (trainingRow: number) => offsets[(listOf[trainingRow] ?? 0) + 1] ?? 0;
  return {
    *countBelow(edges, into) {
      const { length } = edges;
      const { weights, values } = into;
      const ends = new Int32Array(length);
      const piece = Math.max(1, Math.floor(STEPS_A_PIECE / (4 * length)));
      let start = -1;
      for (let at = 0; at < order.length; at++) {
        if (at % piece === 0) yield;
        const i = order[at] ?? 0;
        const t = base[i] ?? 0;
        const times = weight[i] ?? 0;
        const end = endOf(i);
        if (startOf(i) !== start) {
          start = startOf(i);
          ends.fill(start);
        }
        for (let edge = 0; edge < length; edge++) {
          const limit = t + (edges[edge] ?? 0);
          let below = ends[edge] ?? 0;
          while (below < end && (ascending[below] ?? 0) < limit) below++;
          while (below > start && (ascending[below - 1] ?? 0) >= limit) below--;
          ends[edge] = below;
          weights[edge] = (weights[edge] ?? 0) + times * (below - start);
          values[edge] = (values[edge] ?? 0) + below - start;
        }
      }
      for (let edge = 0; edge < length; edge++)
        if ((edges[edge] ?? 0) > 0) weights[edge] = (weights[edge] ?? 0) - withoutWeight;
    },
    *collect(from, to, add) {
      let start = -1;
      let first = 0;
      let steps = 0;
      for (let at = 0; at < order.length; at++) {
        if (at % 1024 === 0 && steps > STEPS_A_PIECE) {
          steps = 0;
          yield;
        }
        const i = order[at] ?? 0;
        const t = base[i] ?? 0;
        const end = endOf(i);
        if (startOf(i) !== start) {
          start = startOf(i);
          first = start;
        }
        while (first < end && (ascending[first] ?? 0) < t + from) first++;
        while (first > start && (ascending[first - 1] ?? 0) >= t + from) first--;
        let row = first;
        for (; row < end && (ascending[row] ?? 0) < t + to; row++)
          add((ascending[row] ?? 0) - t, weight[i] ?? 0);
        steps += 1 + row - first;
      }
      if (from <= 0 && to > 0 && withoutWeight > 0) add(0, -withoutWeight);
    },
  };
}

/** The training rows that count, list by list: within a list in the order of training rows, which is that of time. */
function groupedByList({ listOf, offsets, base }: Pairs): Int32Array {
  const next = new Int32Array(offsets.length);
  const counts = (i: number) => (listOf[i] ?? -1) >= 0 && !Number.isNaN(base[i]);
  let found = 0;
  for (let i = 0; i < listOf.length; i++) {
    if (!counts(i)) continue;
    const list = listOf[i] ?? 0;
    next[list + 1] = (next[list + 1] ?? 0) + 1;
    found++;
  }
  for (let list = 1; list < next.length; list++) next[list] = (next[list] ?? 0) + (next[list - 1] ?? 0);
  const order = new Int32Array(found);
  for (let i = 0; i < listOf.length; i++) {
    if (!counts(i)) continue;
    const list = listOf[i] ?? 0;
    const at = next[list] ?? 0;
    order[at] = i;
    next[list] = at + 1;
  }
  return order;
}

/** The first edge that a value is below, or the number of edges. */
function firstAbove(edges: Float64Array, value: number): number {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((edges[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
