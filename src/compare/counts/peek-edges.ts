const MS = 1_000;
const SECOND = 1_000 * MS;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const YEAR = 365 * DAY;

/** Durations that people say, fewer than 40: each mostly two to three times the one before it. */
const LADDER: readonly number[] = [
  ...[1, 10, 100, MS, 10 * MS, 100 * MS],
  ...[1, 2, 5, 10, 30].map((n) => n * SECOND),
  ...[1, 2, 5, 10, 30].map((n) => n * MINUTE),
  ...[1, 2, 6, 12].map((n) => n * HOUR),
  ...[1, 2, 4, 7, 14, 30, 60, 120].map((n) => n * DAY),
  ...[1, 2, 5, 10, 20, 50, 100, 1_000, 10_000, 100_000, 1_000_000].map((n) => n * YEAR),
];

/** Steps of an even scale. */
const STEPS: readonly number[] = [
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500],
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500].map((n) => n * MS),
  ...[1, 2, 5, 10, 15, 30].map((n) => n * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((n) => n * MINUTE),
  ...[1, 2, 3, 6, 12].map((n) => n * HOUR),
  ...[1, 2, 5, 7, 10, 14, 30, 60, 90, 180].map((n) => n * DAY),
  ...[1, 2, 5, 10, 20, 50, 100, 1_000, 10_000, 100_000].map((n) => n * YEAR),
];

const MOST_EVEN_BINS = 24;
/** Where the middle peek is this small a part of the greatest, an even scale would put half of all into its first bins. */
const SKEWED = 1 / 8;

/**
 * Edges of a histogram of peeks, microseconds, ascending, at durations that people say. Even steps from 0 where the peeks lie
 * so; where half of them are small beside the greatest, a logarithmic ladder: 1, 2, 5, 10 and 30 minutes, and so on. At
 * most 40 bins, the first of which has the least peek and the last the greatest.
 *
 * @param least - Above 0, as is every peek; at most `median`, as that is at most `greatest`.
 */
export function peekEdges(least: number, median: number, greatest: number): number[] {
  return median < greatest * SKEWED ? ladderEdges(least, greatest) : evenEdges(greatest);
}

function evenEdges(greatest: number): number[] {
  const step = STEPS.find((one) => greatest < one * MOST_EVEN_BINS) ?? greatest;
  const bins = Math.floor(greatest / step) + 1;
  return Array.from({ length: bins + 1 }, (_, edge) => edge * step);
}

function ladderEdges(least: number, greatest: number): number[] {
  const first = Math.max(
    0,
    LADDER.findLastIndex((edge) => edge <= least),
  );
  const after = LADDER.findIndex((edge) => edge > greatest);
  const edges = LADDER.slice(first, after < 0 ? LADDER.length : after + 1);
  return after < 0 ? [...edges, 2 * greatest] : edges;
}
