import type { SliceJoin } from "../../microfs/core";
import { PHASE_TERMS, type Phase } from "../../terms/phases";

/** In place of the candidates of a row whose key is null. */
export const NO_CANDIDATES_OF_NULL = "A null key matches nothing.";

/** What comes of a join that chooses nothing: each column that it writes is a cell. */
export function stayEmpty({ writes }: Pick<SliceJoin, "writes">): string {
  return writes.length > 1 ? "the cells stay empty" : "the cell stays empty";
}

/** What a step says of a row whose key is null, after whose row it is. */
export function nullKeySentence(phase: Phase, join: Pick<SliceJoin, "fgName" | "writes">): string {
  if (phase === "find_entity")
    return `A null matches nothing: there is no entity to look for in ${join.fgName}.`;
  if (PHASE_TERMS[phase].rulesOut !== null) return "There is no entity, so there is nothing to rule out.";
  return phase === "keep_latest"
    ? "There is nothing to choose from."
    : `A null matches nothing, so ${stayEmpty(join)}.`;
}

/** Whose row it is: the columns that are null stand for the entity that there is not. */
export function rowWithout(columns: readonly string[]): string {
  return `a row without ${columns.join(" and ")}`;
}
