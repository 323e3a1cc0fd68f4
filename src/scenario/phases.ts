/** The phases of a step of the timeline, in the order of play. The other directions than `backward` rule out the wrong side. */
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
