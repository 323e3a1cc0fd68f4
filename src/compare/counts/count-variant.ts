import type { ComparedView } from "../compared-view";
import type { InPieces } from "../in-pieces";
import type { VariantTable } from "../variant-table";
import { JoinFacts } from "./join-facts";
import { peekEdges } from "./peek-edges";
import { type TakenCounts, takenCounts } from "./taken-counts";
import type { FeatureCounts, PeekHistogram, VariantCounts } from "./variant-counts";
import { countBelow, weightedMedian } from "./weighted-median";
import type { WeightedValues } from "./weighted-values";

const ROWS_A_PIECE = 1 << 14;

/** What follows from a view's data alone, per join. To be kept for all its variants. */
export function factsOf({ joins }: ComparedView): JoinFacts[] {
  return joins.map((joined) => new JoinFacts(joined));
}

/**
 * The counts of each join of a variant's table.
 *
 * @throws RangeError where several rows make one cell: such a pick has no counts yet.
 */
export function countsOf({ variant, joins }: VariantTable, facts: readonly JoinFacts[]): TakenCounts[] {
  return joins.map(({ rows, byColumn }, number) => {
    const own = facts[number];
    const makesRows = rows.kind === "one" || variant.joins[number]?.pick === "each";
    if (own === undefined || byColumn !== null || !makesRows)
      throw new RangeError(`join ${number} of ${variant.name} must make each cell of one row`);
    // Where no rule says it, a cell is stale against what the view's own join would have taken.
    return takenCounts(own, rows, own.reference(variant.rules[number] ?? own.joined.join.rule));
  });
}

/**
 * Counts a variant's cells. Of joins that multiply by products: a row that a join takes is in the table as often as the other
 * joins take rows.
 *
 * @param facts - `factsOf` the same data.
 * @returns O(n log m) a join; the median and the histogram of peeks O((n + m) × bins), whatever n × m is.
 */
export function* countVariant(table: VariantTable, facts: readonly JoinFacts[]): InPieces<VariantCounts> {
  const { data, variant } = table;
  const n = data.order.length;
  const rows = table.numRows;
  const total = { other: 0, newer: 0, older: 0, leaked: 0, stale: 0, empty: 0 };
  const features: FeatureCounts[] = [];
  const peeks = new Spread();
  const shifts = new Spread();
  for (const [number, counts] of countsOf(table, facts).entries()) {
    const columns = data.joins[number]?.features ?? [];
    const weight = rows === n ? null : yield* weights(table, number);
    const sums = yield* sumOf(counts, weight, n, columns.length);
    for (const [feature, { name, column }] of columns.entries()) {
      const { other, leaked, stale, newer, older } = sums;
      const empty = sums.empty[feature] ?? 0;
      features.push({ name, join: number, column, cells: rows, other, leaked, stale, empty });
      for (const [what, found] of Object.entries({ other, newer, older, leaked, stale, empty }))
        total[what as keyof typeof total] += found;
    }
    if (columns.length === 0) continue;
    if (sums.leaked > 0) peeks.add(counts.peeks(weight, columns.length), sums.leastPeek, sums.greatestPeek);
    if (sums.newer + sums.older > 0)
      shifts.add(counts.shifts(weight, columns.length), -FARTHEST_US, FARTHEST_US);
  }
  const medianPeekUs = yield* peeks.median();
  return {
    name: variant.name,
    rows,
    multipliedRows: rows === n ? 0 : multipliedRows(table),
    cells: rows * features.length,
    ...total,
    medianShiftUs: yield* shifts.median(),
    medianPeekUs,
    peek: yield* histogram(peeks, medianPeekUs, total.leaked),
    features,
    ...(rows * features.length > Number.MAX_SAFE_INTEGER ? { isRounded: true } : {}),
  };
}

/** Farther than any two times are apart that are told apart exactly. */
const FARTHEST_US = 2 ** 54;

/** Values of several joins as one. */
class Spread {
  readonly values: WeightedValues[] = [];
  least = Number.POSITIVE_INFINITY;
  greatest = Number.NEGATIVE_INFINITY;

  add(values: WeightedValues, least: number, greatest: number): void {
    this.values.push(values);
    this.least = Math.min(this.least, least);
    this.greatest = Math.max(this.greatest, greatest);
  }

  *median(): InPieces<number | null> {
    return this.values.length === 0 ? null : yield* weightedMedian(this.values, this.least, this.greatest);
  }
}

/** Shape [training rows]: how often a row that a join takes is in the table. */
function* weights(table: VariantTable, join: number): InPieces<Float64Array> {
  const weight = new Float64Array(table.data.order.length);
  for (let i = 0; i < weight.length; i++) {
    if (i % ROWS_A_PIECE === 0) yield;
    weight[i] = table.rowsMadeOf(i, join);
  }
  return weight;
}

/** One join's counts over all training rows; `empty` per feature. */
function* sumOf(counts: TakenCounts, weight: Float64Array | null, n: number, features: number) {
  const sums = { other: 0, newer: 0, older: 0, leaked: 0, stale: 0 };
  const empty = new Float64Array(features);
  let leastPeek = Number.POSITIVE_INFINITY;
  let greatestPeek = 0;
  for (let i = 0; i < n; i++) {
    if (i % ROWS_A_PIECE === 0) yield;
    const times = weight === null ? 1 : (weight[i] ?? 0);
    const leaked = counts.leaked(i);
    sums.other += times * counts.other(i);
    sums.newer += times * counts.newer(i);
    sums.older += times * counts.older(i);
    sums.stale += times * counts.stale(i);
    sums.leaked += times * leaked;
    for (let feature = 0; feature < features; feature++)
      empty[feature] = (empty[feature] ?? 0) + times * counts.empty(i, feature);
    if (leaked === 0) continue;
    leastPeek = Math.min(leastPeek, counts.peekAt(i, leaked, 0));
    greatestPeek = Math.max(greatestPeek, counts.peekAt(i, leaked, leaked - 1));
  }
  return { ...sums, empty, leastPeek, greatestPeek };
}

function multipliedRows(table: VariantTable): number {
  let found = 0;
  for (let i = 0; i < table.data.order.length; i++) if (table.rowsMadeOf(i, -1) > 1) found++;
  return found;
}

function* histogram(peeks: Spread, median: number | null, leaked: number): InPieces<PeekHistogram> {
  if (median === null) return { edgesUs: [], counts: [] };
  const edgesUs = peekEdges(peeks.least, median, peeks.greatest);
  const { weights: below } = yield* countBelow(peeks.values, Float64Array.from(edgesUs));
  // Below the second edge of a list lies what does not leak, too: the first bin has what the others do not.
  const counts = edgesUs.slice(1).map((_, bin) => (below[bin + 1] ?? 0) - (below[bin] ?? 0));
  counts[0] = counts.slice(1).reduce((left, count) => left - count, leaked);
  return { edgesUs, counts };
}
