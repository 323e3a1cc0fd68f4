import { NO_MATCH } from "../microfs/core";
import type { MissedWay, Misses } from "./misses";

/** A cell, and the row that came nearest to it. */
export interface NearMiss {
  readonly trainingRow: number;
  /** The row of the group that it missed, or would get; −1 where there is none. */
  readonly row: number;
  /** In what it was missed and by how many microseconds; `null` where it is not about time. */
  readonly way: MissedWay | null;
  readonly byUs: number | null;
}

/**
 * The cell that missed by least, in whatever way: of as many the first that a change fills, else the first. Where no amount
 * would do, the first that is filled, or else that has a row to show. O(rows).
 *
 * @param rows - Training rows, to which `ways` belong. @param after - By training row: what a change would choose.
 */
export function nearestMiss(
  rows: Int32Array,
  ways: readonly Misses[],
  after: Int32Array | null,
): NearMiss | null {
  let best: NearMiss | null = null;
  let isBestFilled = false;
  for (const { way, byUs, row } of ways)
    for (const [i, trainingRow] of rows.entries()) {
      const us = byUs[i] ?? Number.NaN;
      const isFilled = after !== null && after[trainingRow] !== NO_MATCH;
      const least: number = best?.byUs ?? Number.POSITIVE_INFINITY;
      if (!(us < least || (us === least && isFilled && !isBestFilled))) continue;
      best = { trainingRow, row: row[i] ?? NO_MATCH, way, byUs: us };
      isBestFilled = isFilled;
    }
  return best ?? nearestFilled(rows, ways, after) ?? firstShown(rows, ways);
}

function firstShown(rows: Int32Array, [own]: readonly Misses[]): NearMiss | null {
  if (rows.length === 0) return null;
  const at = Math.max(0, own?.row.findIndex((row) => row !== NO_MATCH) ?? 0);
  return { trainingRow: rows[at] ?? 0, row: own?.row[at] ?? NO_MATCH, way: null, byUs: null };
}

/**
 * Of the cells that a change fills the one that missed by least, with the row that it would get. Those come first that would
 * get the very row that they missed: the amount is about it. O(rows).
 */
export function nearestFilled(
  rows: Int32Array,
  ways: readonly Misses[],
  after: Int32Array | null,
): NearMiss | null {
  let best: NearMiss | null = null;
  let isBestOwn = false;
  for (const [i, trainingRow] of rows.entries()) {
    const row = after?.[trainingRow] ?? NO_MATCH;
    if (row === NO_MATCH) continue;
    best ??= { trainingRow, row, way: null, byUs: null };
    for (const { way, byUs, row: missed } of ways) {
      const us = byUs[i] ?? Number.NaN;
      const isOwn = missed[i] === row;
      if (Number.isNaN(us) || (isBestOwn && !isOwn)) continue;
      if (isOwn === isBestOwn && us >= (best.byUs ?? Number.POSITIVE_INFINITY)) continue;
      best = { trainingRow, row, way, byUs: us };
      isBestOwn = isOwn;
    }
    if (ways.length === 0) break;
  }
  return best;
}

/** By how much one cell missed, in the way in which it missed by least. */
export function missAt(trainingRow: number, ways: readonly Misses[], i: number): NearMiss {
  const one = ways.map(({ way, byUs, row }) => ({
    way,
    byUs: byUs.subarray(i, i + 1),
    row: row.subarray(i, i + 1),
  }));
  return (
    nearestMiss(Int32Array.of(trainingRow), one, null) ?? {
      trainingRow,
      row: NO_MATCH,
      way: null,
      byUs: null,
    }
  );
}

/** Of lines of one reason the one whose cell missed by least; the first where none says by how much. `null` where there is none. */
export function leastMissed<Line extends { readonly nearest: Pick<NearMiss, "byUs"> | null }>(
  lines: readonly Line[],
): Line | null {
  const by = ({ nearest }: Line) => nearest?.byUs ?? Number.POSITIVE_INFINITY;
  return lines.reduce<Line | null>(
    (best, line) => (best !== null && by(best) <= by(line) ? best : line),
    null,
  );
}
