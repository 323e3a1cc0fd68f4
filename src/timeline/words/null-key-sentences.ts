import { PHASE_TERMS, type Phase } from "../../terms/phases";

/** In place of the candidates of a row whose key is null. */
export const NO_CANDIDATES_OF_NULL = "A null key matches nothing.";

/** What a step says of a row whose key is null, after whose row it is. */
export function nullKeySentence(phase: Phase, fgName: string): string {
  if (phase === "find_entity") return `A null matches nothing: there is no entity to look for in ${fgName}.`;
  if (PHASE_TERMS[phase].rulesOut !== null) return "There is no entity, so there is nothing to rule out.";
  return phase === "keep_latest"
    ? "There is nothing to choose from."
    : "A null matches nothing, so the cell stays empty.";
}

/** Whose row it is: the columns that are null stand for the entity that there is not. */
export function rowWithout(columns: readonly string[]): string {
  return `a row without ${columns.join(" and ")}`;
}
