import type { Verdict } from "../../microfs/join/verdict";

/** Verdicts by the codes that they have in arrays. */
export const VERDICTS: readonly Verdict[] = [
  "superseded",
  "chosen",
  "future",
  "not_yet_known",
  "expired",
  "wrong_side",
];

export const CHOSEN = VERDICTS.indexOf("chosen");

export function codeOf(verdict: Verdict): number {
  return VERDICTS.indexOf(verdict);
}
