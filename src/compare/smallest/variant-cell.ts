import type { JoinRule, SliceJoin } from "../../microfs/core";
import type { SliceLineage } from "../lineage";
import { sliceLineage } from "../slice-lineage";
import type { ViewVariant } from "../variant";
import type { CellOrigin, ComparedTable, CutCell, RowKind } from "./difference";

/**
 * The table that a join makes of the data, however they were cut, with its lineage: the engine is asked each time, but for
 * the columns of the same rows, which it makes of the same candidates.
 *
 * @param variantOf - The join, from the rules of the joins that are left.
 */
export function variantTableOf(variantOf: (rules: readonly JoinRule[]) => ViewVariant): ComparedTable {
  const known = new WeakMap<Int32Array, SliceLineage>();
  return (cell) => {
    const { slice, position, column, read } = cell;
    const [join] = slice.joins;
    if (join === undefined) throw new RangeError("the slice must have a join");
    const variant = variantOf(slice.joins.map(({ rule }) => rule));
    const pick = variant.joins[0]?.pick;
    const isByColumn = pick === "greatest_of_each_column";
    const lineage =
      (isByColumn ? undefined : known.get(join.rows)) ?? sliceLineage(slice, 0, variant, position);
    if (!isByColumn) known.set(join.rows, lineage);
    const { candidates, leak } = isByColumn ? ofColumn(lineage, join, column) : ofAll(lineage);
    const made = pick === "each" ? candidates : candidates.subarray(-1);
    return {
      values: made.length === 0 ? [null] : Array.from(made, read),
      origin: { candidates, leak, kind: worstOf(cell, candidates, leak) },
    };
  };
}

type Candidates = Pick<CellOrigin, "candidates" | "leak">;

function ofAll({ positions, leak }: SliceLineage): Candidates {
  return { candidates: positions, leak };
}

function ofColumn(
  { positions, leak, byColumn }: SliceLineage,
  { writes }: SliceJoin,
  column: string,
): Candidates {
  const { offsets, rows } = byColumn;
  const written = writes.findIndex((one) => one.column === column);
  const candidates = rows.subarray(offsets[written] ?? 0, offsets[written + 1] ?? 0);
  return { candidates, leak: Uint8Array.from(candidates, (one) => leak[positions.indexOf(one)] ?? 0) };
}

/** The worst kind of some candidates in time order. */
function worstOf({ slice, position }: CutCell, candidates: Int32Array, leak: Uint8Array): RowKind | null {
  const t = slice.spine.timesUs[position] ?? 0n;
  const last = candidates.at(-1);
  if (last === undefined) return null;
  // Where any lies in the future, the last does.
  if ((slice.joins[0]?.eventTimesUs[last] ?? t) > t) return "future";
  return leak.includes(1) ? "not_yet_known" : "known";
}
