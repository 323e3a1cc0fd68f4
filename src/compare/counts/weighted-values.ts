import type { InPieces } from "../in-pieces";

/** After so many steps work may pause. */
const STEPS_A_PIECE = 1 << 19;

/** How much weight lies below each of some edges, and how many values at most. */
export interface Below {
  /** Shape [edges]. */
  readonly weights: Float64Array;
  readonly values: Float64Array;
}

/** Numbers, each of them as often as its weight says, that need not be there one by one. */
export interface WeightedValues {
  /** All of it. */
  readonly weight: number;
  /** Adds what lies below each edge. Edges ascend. */
  countBelow(edges: Float64Array, into: Below): InPieces<void>;
  /** Calls with every value in [from, to) and its weight. */
  collect(from: number, to: number, add: (value: number, weight: number) => void): InPieces<void>;
  /** The value that so large a share of the weight comes before, in whatever order they stand. O(log). */
  at(share: number): number;
}

/** Values that are there, all of one weight. */
export function listedValues(values: Float64Array, weight: number): WeightedValues {
  return {
    weight: values.length * weight,
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
    at: (share) => values[Math.floor(share * values.length)] ?? Number.NaN,
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
export function pairValues({
  listOf,
  offsets,
  ascending,
  base,
  weight,
  withoutWeight,
}: Pairs): WeightedValues {
  const { order, starts } = groupedByList(listOf, offsets, base);
  const { length } = order;
  let isInOrder = true;
  const bases = new Float64Array(length);
  const weights = new Float64Array(length);
  /** How much weight lies before each. */
  const before = new Float64Array(length + 1);
  for (let list = 0; list + 1 < offsets.length; list++) {
    const rows = (offsets[list + 1] ?? 0) - (offsets[list] ?? 0);
    for (let at = starts[list] ?? 0; at < (starts[list + 1] ?? 0); at++) {
      const i = order[at] ?? 0;
      const times = weight[i] ?? 0;
      bases[at] = base[i] ?? 0;
      weights[at] = times;
      before[at + 1] = (before[at] ?? 0) + times * rows;
      if (at > (starts[list] ?? 0) && (bases[at - 1] ?? 0) > (bases[at] ?? 0)) isInOrder = false;
    }
  }
  return {
    weight: before[length] ?? 0,
    *countBelow(edges, into) {
      let steps = 0;
      for (let list = 0; list + 1 < offsets.length; list++) {
        const [first, last] = [starts[list] ?? 0, starts[list + 1] ?? 0];
        const [start, end] = [offsets[list] ?? 0, offsets[list + 1] ?? 0];
        if (first === last || start === end) continue;
        for (let edge = 0; edge < edges.length; edge++) {
          const by = edges[edge] ?? 0;
          let below = start;
          let values = 0;
          let sum = 0;
          for (let at = first; at < last; at++) {
            const limit = (bases[at] ?? 0) + by;
            while (below < end && (ascending[below] ?? 0) < limit) below++;
            if (below === end && isInOrder) {
              // So it stays for all the rest.
              values += (end - start) * (last - at);
              sum += (before[last] ?? 0) - (before[at] ?? 0);
              break;
            }
            if (!isInOrder) while (below > start && (ascending[below - 1] ?? 0) >= limit) below--;
            values += below - start;
            sum += (below - start) * (weights[at] ?? 0);
          }
          into.values[edge] = (into.values[edge] ?? 0) + values;
          into.weights[edge] = (into.weights[edge] ?? 0) + sum;
          steps += last - first + below - start;
          // A list can be long: it is left in between.
          if (steps > STEPS_A_PIECE) {
            steps = 0;
            yield;
          }
        }
      }
      for (let edge = 0; edge < edges.length; edge++)
        if ((edges[edge] ?? 0) > 0) into.weights[edge] = (into.weights[edge] ?? 0) - withoutWeight;
    },
    *collect(from, to, add) {
      let steps = 0;
      for (let list = 0; list + 1 < offsets.length; list++) {
        const [start, end] = [offsets[list] ?? 0, offsets[list + 1] ?? 0];
        let first = start;
        for (let at = starts[list] ?? 0; at < (starts[list + 1] ?? 0); at++) {
          const t = bases[at] ?? 0;
          while (first < end && (ascending[first] ?? 0) < t + from) first++;
          while (first > start && (ascending[first - 1] ?? 0) >= t + from) first--;
          let row = first;
          for (; row < end && (ascending[row] ?? 0) < t + to; row++)
            add((ascending[row] ?? 0) - t, weights[at] ?? 0);
          steps += 1 + row - first;
          if (steps > STEPS_A_PIECE) {
            steps = 0;
            yield;
          }
        }
      }
      if (from <= 0 && to > 0 && withoutWeight > 0) add(0, -withoutWeight);
    },
    at(share) {
      const place = share * (before[length] ?? 0);
      const at = Math.min(firstAbove(before, place), length) - 1;
      const list = listOf[order[at] ?? 0] ?? 0;
      const row = Math.floor((place - (before[at] ?? 0)) / (weights[at] ?? 1));
      return (ascending[(offsets[list] ?? 0) + row] ?? Number.NaN) - (bases[at] ?? 0);
    },
  };
}

/**
 * The training rows that count, list by list: those of a list stand at [starts[list], starts[list + 1]), in the order of training
 * rows, which is that of time.
 */
function groupedByList(listOf: Int32Array, offsets: Int32Array, base: Float64Array) {
  const starts = new Int32Array(offsets.length);
  const counts = (i: number) => (listOf[i] ?? -1) >= 0 && !Number.isNaN(base[i]);
  for (let i = 0; i < listOf.length; i++) {
    if (!counts(i)) continue;
    const list = listOf[i] ?? 0;
    starts[list + 1] = (starts[list + 1] ?? 0) + 1;
  }
  for (let list = 1; list < starts.length; list++)
    starts[list] = (starts[list] ?? 0) + (starts[list - 1] ?? 0);
  const order = new Int32Array(starts.at(-1) ?? 0);
  const next = starts.slice();
  for (let i = 0; i < listOf.length; i++) {
    if (!counts(i)) continue;
    const list = listOf[i] ?? 0;
    const at = next[list] ?? 0;
    order[at] = i;
    next[list] = at + 1;
  }
  return { order, starts };
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
