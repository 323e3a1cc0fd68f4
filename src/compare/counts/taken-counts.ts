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

/** Counts of a variant that takes all rows of a list. O(log of the list's length) each, after O(rows of all lists) once. */
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
  const ranks = Float64Array.from(rows, (row) => rank[row] ?? NO_MATCH);
  const nulls = joined.features.map(({ values }) => nullsBefore(values.valid, rows));
  const startOf = (trainingRow: number) => offsets[listOf[trainingRow] ?? 0] ?? 0;
  const endOf = (trainingRow: number) => offsets[(listOf[trainingRow] ?? 0) + 1] ?? 0;
  const count = (trainingRow: number) => takenCount(taken, trainingRow);
  /** How many of the list's rows are earlier than a row of the same entity. */
  const earlierThan = (trainingRow: number, row: number) => {
    const start = startOf(trainingRow);
    return lowerBound(ranks, start, endOf(trainingRow), rank[row] ?? 0) - start;
  };
  const laterThan = (trainingRow: number, row: number) => {
    const end = endOf(trainingRow);
    return end - upperBound(ranks, startOf(trainingRow), end, rank[row] ?? 0);
  };
  const peekOf = (trainingRow: number, leaked: number, place: number) => {
    const row = leakedRow(trainingRow, leaked, place);
    return Math.max(1, (doubles.known[row] ?? 0) - (doubles.t[trainingRow] ?? 0));
  };
  const leakedRow = (trainingRow: number, leaked: number, place: number) =>
    rows[places[endOf(trainingRow) - leaked + place] ?? 0] ?? NO_MATCH;
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
    peekAt: peekOf,
    leakedRow,
    peeks: (weight, times) =>
      pairValues({
        listOf,
        offsets,
        ascending: Float64Array.from(places, (place) => doubles.known[rows[place] ?? 0] ?? 0),
        base: doubles.t,
        weight: scaled(weight, listOf.length, times),
        withoutWeight: 0,
      }),
    shifts: (weight, times) => {
      const scaledWeight = scaled(weight, listOf.length, times);
      const base = Float64Array.from(own, (row) =>
        row === NO_MATCH ? Number.NaN : (doubles.event[row] ?? 0),
      );
      // The view's own row, where it is among them, is no other.
      let withoutWeight = 0;
      for (let i = 0; i < base.length; i++) {
        const right = own[i] ?? NO_MATCH;
        if (right === NO_MATCH || count(i) === 0) continue;
        const isAmong = count(i) > earlierThan(i, right) + laterThan(i, right);
        if (isAmong) withoutWeight += scaledWeight[i] ?? 0;
      }
      const ascending = Float64Array.from(rows, (row) => doubles.event[row] ?? 0);
      return pairValues({ listOf, offsets, ascending, base, weight: scaledWeight, withoutWeight });
    },
  };
}

function scaled(weight: Float64Array | null, n: number, times: number): Float64Array {
  return weight === null ? new Float64Array(n).fill(times) : weight.map((one) => one * times);
}

/** Lists put in the order in which their rows become known. `places` says where each stood in `rows`. */
function byKnownTime(known: Times, offsets: Int32Array, rows: Int32Array) {
  const lists = new Int32Array(rows.length);
  for (let list = 0; list + 1 < offsets.length; list++) lists.fill(list, offsets[list], offsets[list + 1]);
  const times =
    known instanceof Float64Array
      ? Float64Array.from(rows, (row) => known[row] ?? 0)
      : BigInt64Array.from(rows, (row) => known[row] ?? 0n);
  const sorted = featureIndex(lists, offsets.length - 1, times, null);
  return { known: sorted.eventTimes, places: sorted.rows };
}

/** Shape [rows + 1]: how many of the first rows are null; `null` where none is. */
function nullsBefore(valid: Uint8Array, rows: Int32Array): Int32Array | null {
  const before = new Int32Array(rows.length + 1);
  for (let at = 0; at < rows.length; at++)
    before[at + 1] = (before[at] ?? 0) + (valid[rows[at] ?? 0] === 0 ? 1 : 0);
  return before.at(-1) === 0 ? null : before;
}
