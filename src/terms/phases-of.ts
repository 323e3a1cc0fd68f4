import type { JoinRule } from "../microfs/core";
import { PHASES, type Phase } from "./phases";

const BACKWARD: readonly Phase[] = [
  "find_entity",
  "rule_out_future",
  "rule_out_not_yet_known",
  "rule_out_expired",
  "keep_latest",
  "write_cell",
];
const ONE_SIDED: readonly Phase[] = [
  "find_entity",
  "rule_out_wrong_side",
  "rule_out_expired",
  "keep_latest",
  "write_cell",
];
const NEAREST: readonly Phase[] = ["find_entity", "rule_out_expired", "keep_latest", "write_cell"];
// `latest` picks first and asks the age afterwards, of the one it picked.
const LATEST: readonly Phase[] = ["find_entity", "keep_latest", "rule_out_expired", "write_cell"];

/** The phases that a join of this rule goes through, in the order of play: only those that can apply to it. */
export function phasesOf(rule: Pick<JoinRule, "direction" | "allowExactMatches">): readonly Phase[] {
  switch (rule.direction) {
    case "backward":
      return BACKWARD;
    case "forward":
      return ONE_SIDED;
    case "nearest":
      return rule.allowExactMatches ? NEAREST : ONE_SIDED;
    case "latest":
      return LATEST;
  }
}

/** The phases of joins that are played side by side: every phase that any of them takes part in, in the order of play. */
export function phasesTogether(
  joins: readonly { readonly rule: Pick<JoinRule, "direction" | "allowExactMatches"> }[],
): readonly Phase[] {
  return PHASES.filter((phase) => joins.some(({ rule }) => takesPart(rule, phase)));
}

/** Whether a join does anything in a phase that all take side by side. `latest` asks the age when it picks. */
export function takesPart(rule: Pick<JoinRule, "direction" | "allowExactMatches">, phase: Phase): boolean {
  return phasesOf(rule).includes(phase) && !(rule.direction === "latest" && phase === "rule_out_expired");
}

/**
 * The phase that a join has reached when all of them, side by side, stand at `phase`. A join without that phase has
 * reached the last one before it. `latest` picks first and asks the age afterwards: it takes both steps in one.
 */
export function reachedTogether(
  rule: Pick<JoinRule, "direction" | "allowExactMatches">,
  phase: Phase,
): Phase {
  const now = PHASES.indexOf(phase);
  const own = phasesOf(rule);
  const ahead = own.findIndex((one) => PHASES.indexOf(one) > now);
  return own[ahead === -1 ? own.length - 1 : Math.max(0, ahead - 1)] ?? "find_entity";
}
