import { type JoinRule, NO_MATCH } from "../../microfs/core";
import type { SliceLineage } from "../lineage";
import { sliceLineage } from "../slice-lineage";
import type { ViewVariant } from "../variant";
import type { ComparedTable, CutCell, RowKind } from "./difference";

/**
 * The table that a join makes of the data, however they were cut, with its lineage: the engine is asked each time, but for
 * the columns of the same rows, which it makes of the same candidates.
 *
 * @param variantOf - The join, from the rules of the joins that are left.
 */
export function variantTableOf(variantOf: (rules: readonly JoinRule[]) => ViewVariant): ComparedTable {
  const known = new WeakMap<Int32Array, SliceLineage>();
  return (cell) => {
    const { slice, position, join: number, column, read } = cell;
    const join = slice.joins[number];
    if (join === undefined) throw new RangeError(`the slice must have the join: ${number}`);
    const variant = variantOf(slice.joins.map(({ rule }) => rule));
    const pick = variant.joins[number]?.pick;
    const isByColumn = pick === "greatest_of_each_column";
    const lineage =
      (isByColumn ? undefined : known.get(join.rows)) ?? sliceLineage(slice, number, variant, position);
    if (!isByColumn) known.set(join.rows, lineage);
    const written = join.writes.findIndex((one) => one.column === column);
    const { offsets, rows } = lineage.byColumn;
    const candidates = isByColumn
      ? rows.subarray(offsets[written] ?? 0, offsets[written + 1] ?? 0)
      : lineage.positions;
    const made = pick === "each" ? candidates : candidates.subarray(-1);
    return {
      values: made.length === 0 ? [null] : Array.from(made, read),
      origin: { candidates, kind: worstOf(cell, candidates, lineage) },
    };
  };
}

/** The worst kind of some candidates, which stand in time order as all that were taken do. */
function worstOf(
  { slice, position, join: number }: CutCell,
  candidates: Int32Array,
  { positions, leak }: SliceLineage,
): RowKind | null {
  const t = slice.spine.timesUs[position] ?? 0n;
  const last = candidates.at(-1) ?? NO_MATCH;
  if (last === NO_MATCH) return null;
  // In time order: where any lies in the future, the last does.
  if ((slice.joins[number]?.eventTimesUs[last] ?? t) > t) return "future";
  const isAll = candidates.length === positions.length;
  const wanted = isAll ? null : new Set(candidates);
  const leaks = positions.some((one, i) => leak[i] === 1 && (wanted === null || wanted.has(one)));
  return leaks ? "not_yet_known" : "known";
}
