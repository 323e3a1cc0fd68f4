import { featureIndex, lowerBound, NO_MATCH, type Times, upperBound } from "../../microfs/core";
import { type TakenRows, takenCount } from "../lineage";
import type { JoinFacts } from "./join-facts";
import { listedValues, pairValues, type WeightedValues } from "./weighted-values";

/**
 * How many of the rows that one join takes for a training row are what. Where it takes none, the empty cell counts: it is other
 * than the view's own where that has a row, and stale where there was one to be had.
 */
export interface TakenCounts {
  /** Rows that are taken. */
  count(trainingRow: number): number;
  /** Not known yet at the training row's time, by the group's own clock and delay. */
  leaked(trainingRow: number): number;
  /** Other than the row of the view's own join; and of those, where that has one, later and earlier ones. */
  other(trainingRow: number): number;
  newer(trainingRow: number): number;
  older(trainingRow: number): number;
  /** Earlier than what the group's own rule would have chosen. */
  stale(trainingRow: number): number;
  /** The cells of one feature that are null; of the features in the order of the join's. */
  empty(trainingRow: number, feature: number): number;
  /** Of the leaked rows, from the least peek to the greatest, the peek of the `place`-th: microseconds, above 0. */
  peekAt(trainingRow: number, leaked: number, place: number): number;
  /** That row itself. */
  leakedRow(trainingRow: number, leaked: number, place: number): number;
  /** All peeks, each row's as often as its weight says; without weights `times` times. */
  peeks(weight: Float64Array | null, times: number): WeightedValues;
  /** By how much newer and older rows are later than the view's own, likewise. */
  shifts(weight: Float64Array | null, times: number): WeightedValues;
}

/**
 * What one join of a variant takes, counted: one row or none, or lists, each row of which makes a row of the table.
 *
 * @param reference - Shape [training rows]. The rows that a cell is stale against.
 */
export function takenCounts(facts: JoinFacts, taken: TakenRows, reference: Int32Array): TakenCounts {
  return taken.kind === "one"
    ? oneRowCounts(facts, taken.index, reference)
    : listCounts(facts, taken, reference);
}

/** Counts of a variant that takes one row or none. All O(1). */
function oneRowCounts(facts: JoinFacts, index: Int32Array, reference: Int32Array): TakenCounts {
  const { own, known, rank, joined } = facts;
  const { times } = joined.sides.spine;
  const doubles = facts.doubles;
  const valid = joined.features.map(({ values }) => values.valid);
  const rowOf = (trainingRow: number) => index[trainingRow] ?? NO_MATCH;
  const ranked = (row: number) => (row === NO_MATCH ? NO_MATCH : (rank[row] ?? NO_MATCH));
  const isLeaked = (trainingRow: number) => {
    const row = rowOf(trainingRow);
    return row !== NO_MATCH && (known[row] ?? 0) > (times[trainingRow] ?? 0);
  };
  /** How many places of the entity's rows it is later than the view's own; 0 where either has none. */
  const laterBy = (trainingRow: number) => {
    const row = rowOf(trainingRow);
    const right = own[trainingRow] ?? NO_MATCH;
    return row === NO_MATCH || right === NO_MATCH ? 0 : ranked(row) - ranked(right);
  };
  const peekOf = (trainingRow: number) =>
    Math.max(1, (doubles.known[rowOf(trainingRow)] ?? 0) - (doubles.t[trainingRow] ?? 0));
  const shiftOf = (trainingRow: number) =>
    (doubles.event[rowOf(trainingRow)] ?? 0) - (doubles.event[own[trainingRow] ?? NO_MATCH] ?? 0);
  return {
    count: (trainingRow) => (rowOf(trainingRow) === NO_MATCH ? 0 : 1),
    leaked: (trainingRow) => (isLeaked(trainingRow) ? 1 : 0),
    other: (trainingRow) => (rowOf(trainingRow) === own[trainingRow] ? 0 : 1),
    newer: (trainingRow) => (laterBy(trainingRow) > 0 ? 1 : 0),
    older: (trainingRow) => (laterBy(trainingRow) < 0 ? 1 : 0),
    stale: (trainingRow) => (ranked(reference[trainingRow] ?? NO_MATCH) > ranked(rowOf(trainingRow)) ? 1 : 0),
    empty: (trainingRow, feature) => {
      const row = rowOf(trainingRow);
      return row === NO_MATCH || valid[feature]?.[row] === 0 ? 1 : 0;
    },
    peekAt: peekOf,
    leakedRow: rowOf,
    peeks: (_, times) => listedValues(valuesWhere(index.length, isLeaked, peekOf), times),
    shifts: (_, times) => {
      const values = valuesWhere(index.length, (trainingRow) => laterBy(trainingRow) !== 0, shiftOf);
      return listedValues(values, times);
    },
  };
}

function valuesWhere(n: number, counts: (i: number) => boolean, value: (i: number) => number): Float64Array {
  const values = new Float64Array(n);
  let found = 0;
  for (let i = 0; i < n; i++) if (counts(i)) values[found++] = value(i);
  return values.subarray(0, found);
}

/**
 * Counts of a variant that takes all rows of a list. O(1) each where lists are stretches of the index, as they are unless a variant has
 * filters, but for what leaks: that is O(log of the list's length). After O(rows of all lists) once.
 */
function listCounts(
  facts: JoinFacts,
  taken: TakenRows & { readonly kind: "lists" },
  reference: Int32Array,
): TakenCounts {
  const { own, rank, joined, doubles } = facts;
  const { listOf, lists } = taken;
  const { offsets, rows } = lists;
  const { times } = joined.sides.spine;
  const { known, places } = byKnownTime(facts.known, offsets, rows);
  const ascending = timesOf(doubles.known, rows, places);
  // The rows of a stretch of the index are numbered as they stand there.
  const ranks = rows === joined.sides.features.rows ? null : ranksOf(rank, rows);
  const nulls = joined.features.map(({ values }) => nullsBefore(values.valid, rows));
  const startOf = (trainingRow: number) => offsets[listOf[trainingRow] ?? 0] ?? 0;
  const endOf = (trainingRow: number) => offsets[(listOf[trainingRow] ?? 0) + 1] ?? 0;
  const count = (trainingRow: number) => takenCount(taken, trainingRow);
  /** How many of the list's rows are earlier than a row of the same entity. */
  const earlierThan = (trainingRow: number, row: number) => {
    const start = startOf(trainingRow);
    const end = endOf(trainingRow);
    const at = rank[row] ?? 0;
    if (ranks !== null) return lowerBound(ranks, start, end, at) - start;
    return at <= start ? 0 : at >= end ? end - start : at - start;
  };
  const laterThan = (trainingRow: number, row: number) => {
    const start = startOf(trainingRow);
    const end = endOf(trainingRow);
    const at = rank[row] ?? 0;
    if (ranks !== null) return end - upperBound(ranks, start, end, at);
    return at < start ? end - start : at >= end ? 0 : end - at - 1;
  };
  return {
    count,
    leaked: (trainingRow) => {
      if (count(trainingRow) === 0) return 0;
      const end = endOf(trainingRow);
      return end - upperBound(known, startOf(trainingRow), end, times[trainingRow] ?? 0);
    },
    other: (trainingRow) => {
      const right = own[trainingRow] ?? NO_MATCH;
      const all = count(trainingRow);
      if (right === NO_MATCH) return all;
      return all === 0 ? 1 : earlierThan(trainingRow, right) + laterThan(trainingRow, right);
    },
    newer: (trainingRow) => {
      const right = own[trainingRow] ?? NO_MATCH;
      return right === NO_MATCH || count(trainingRow) === 0 ? 0 : laterThan(trainingRow, right);
    },
    older: (trainingRow) => {
      const right = own[trainingRow] ?? NO_MATCH;
      return right === NO_MATCH || count(trainingRow) === 0 ? 0 : earlierThan(trainingRow, right);
    },
    stale: (trainingRow) => {
      const right = reference[trainingRow] ?? NO_MATCH;
      if (right === NO_MATCH) return 0;
      return count(trainingRow) === 0 ? 1 : earlierThan(trainingRow, right);
    },
    empty: (trainingRow, feature) => {
      if (count(trainingRow) === 0) return 1;
      const before = nulls[feature] ?? null;
      return before === null ? 0 : (before[endOf(trainingRow)] ?? 0) - (before[startOf(trainingRow)] ?? 0);
    },
    peekAt: (trainingRow, leaked, place) => {
      const knownUs = ascending[endOf(trainingRow) - leaked + place] ?? 0;
      return Math.max(1, knownUs - (doubles.t[trainingRow] ?? 0));
    },
    leakedRow: (trainingRow, leaked, place) =>
      rows[places[endOf(trainingRow) - leaked + place] ?? 0] ?? NO_MATCH,
    peeks: (weight, times) =>
      pairValues({
        listOf,
        offsets,
        ascending,
        base: doubles.t,
        weight: scaled(weight, listOf.length, times),
        withoutWeight: 0,
      }),
    shifts: (weight, times) => {
      const scaledWeight = scaled(weight, listOf.length, times);
      const base = new Float64Array(own.length);
      // The view's own row, where it is among them, is no other.
      let withoutWeight = 0;
      for (let i = 0; i < base.length; i++) {
        const right = own[i] ?? NO_MATCH;
        const all = count(i);
        base[i] = right === NO_MATCH ? Number.NaN : (doubles.event[right] ?? 0);
        if (right === NO_MATCH || all === 0) continue;
        if (all > earlierThan(i, right) + laterThan(i, right)) withoutWeight += scaledWeight[i] ?? 0;
      }
      const events = timesOf(doubles.event, rows, null);
      return pairValues({ listOf, offsets, ascending: events, base, weight: scaledWeight, withoutWeight });
    },
  };
}

/** Times of the rows of lists, as they stand there or in another order of places. */
function timesOf(times: Float64Array, rows: Int32Array, places: Int32Array | null): Float64Array {
  const taken = new Float64Array(rows.length);
  for (let at = 0; at < taken.length; at++) {
    const place = places === null ? at : (places[at] ?? 0);
    taken[at] = times[rows[place] ?? 0] ?? 0;
  }
  return taken;
}

function ranksOf(rank: Int32Array, rows: Int32Array): Float64Array {
  const ranks = new Float64Array(rows.length);
  for (let at = 0; at < ranks.length; at++) ranks[at] = rank[rows[at] ?? 0] ?? NO_MATCH;
  return ranks;
}

function scaled(weight: Float64Array | null, n: number, times: number): Float64Array {
  const scaledWeight = new Float64Array(n).fill(times);
  if (weight !== null) for (let i = 0; i < n; i++) scaledWeight[i] = times * (weight[i] ?? 0);
  return scaledWeight;
}

/** Lists put in the order in which their rows become known. `places` says where each stood in `rows`. */
function byKnownTime(known: Times, offsets: Int32Array, rows: Int32Array) {
  const lists = new Int32Array(rows.length);
  for (let list = 0; list + 1 < offsets.length; list++)
    for (let at = offsets[list] ?? 0; at < (offsets[list + 1] ?? 0); at++) lists[at] = list;
  const sorted = featureIndex(lists, offsets.length - 1, takeAll(known, rows), null);
  return { known: sorted.eventTimes, places: sorted.rows };
}

function takeAll(times: Times, rows: Int32Array): Times {
  if (times instanceof Float64Array) return timesOf(times, rows, null);
  const taken = new BigInt64Array(rows.length);
  for (let at = 0; at < taken.length; at++) taken[at] = times[rows[at] ?? 0] ?? 0n;
  return taken;
}

/** Shape [rows + 1]: how many of the first rows are null; `null` where none is. */
function nullsBefore(valid: Uint8Array, rows: Int32Array): Int32Array | null {
  const before = new Int32Array(rows.length + 1);
  for (let at = 0; at < rows.length; at++)
    before[at + 1] = (before[at] ?? 0) + (valid[rows[at] ?? 0] === 0 ? 1 : 0);
  return before.at(-1) === 0 ? null : before;
}
