/** The phases of a step of the timeline, in the order of play. `forward` and `nearest` rule out the wrong side, `backward` the future. */
export const PHASES = [
  "find_entity",
  "rule_out_future",
  "rule_out_not_yet_known",
  "rule_out_wrong_side",
  "rule_out_expired",
  "keep_latest",
  "write_cell",
] as const;

export type Phase = (typeof PHASES)[number];

/** What a phase does with candidates, and what is said where it does nothing. */
export interface PhaseTerm {
  /** The verdict that it gives; `null` where it rules nothing out. */
  readonly rulesOut: "future" | "not_yet_known" | "wrong_side" | "expired" | null;
  /** What play says when it passes over the phase; `null` where it never does. */
  readonly skippedText: string | null;
}

export const PHASE_TERMS: Readonly<Record<Phase, PhaseTerm>> = {
  find_entity: { rulesOut: null, skippedText: null },
  rule_out_future: { rulesOut: "future", skippedText: "nothing lies in the future" },
  rule_out_not_yet_known: {
    rulesOut: "not_yet_known",
    skippedText: "all that has happened is known",
  },
  rule_out_wrong_side: { rulesOut: "wrong_side", skippedText: "nothing lies on the wrong side" },
  rule_out_expired: { rulesOut: "expired", skippedText: "nothing has expired" },
  keep_latest: { rulesOut: null, skippedText: null },
  write_cell: { rulesOut: null, skippedText: null },
};
