import type { JoinRule } from "../../microfs/core";
import { sliceLineage } from "../slice-lineage";
import type { ViewVariant } from "../variant";
import type { ComparedTable, RowKind } from "./difference";

/**
 * The table that a join makes of the data, however they were cut, with its lineage: the engine is asked each time.
 *
 * @param variantOf - The join, from the rules of the joins that are left.
 */
export function variantTableOf(variantOf: (rules: readonly JoinRule[]) => ViewVariant): ComparedTable {
  return ({ slice, position, join: number, column, read }) => {
    const join = slice.joins[number];
    if (join === undefined) throw new RangeError(`the slice must have the join: ${number}`);
    const variant = variantOf(slice.joins.map(({ rule }) => rule));
    const { positions, leak, byColumn } = sliceLineage(slice, number, variant, position);
    const written = join.writes.findIndex((one) => one.column === column);
    const [from, to] = [byColumn.offsets[written] ?? 0, byColumn.offsets[written + 1] ?? 0];
    const candidates = Array.from(byColumn.rows.subarray(from, to));
    const t = slice.spine.timesUs[position] ?? 0n;
    const leaks = new Uint8Array(join.rows.length);
    for (const [i, candidate] of positions.entries()) leaks[candidate] = leak[i] ?? 0;
    const kinds = candidates.map((candidate): RowKind => {
      if (leaks[candidate] !== 1) return "known";
      return (join.eventTimesUs[candidate] ?? t) > t ? "future" : "not_yet_known";
    });
    const kind = WORST_FIRST.find((one) => kinds.includes(one)) ?? null;
    const isEach = variant.joins[number]?.pick === "each";
    const values = (isEach ? candidates : candidates.slice(-1)).map(read);
    return { values: values.length === 0 ? [null] : values, origin: { candidates, kind } };
  };
}

const WORST_FIRST = ["future", "not_yet_known", "known"] as const satisfies readonly RowKind[];
