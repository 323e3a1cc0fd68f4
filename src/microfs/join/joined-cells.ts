import { type AsofMatches, asofJoin, type SpineSide } from "../asof-join";
import type { Times } from "../time";
import type { FeatureIndex } from "./feature-index";
import type { JoinRule } from "./join-rule";
import { type Leakage, leakage } from "./leakage";

/** Both sides of one join, as the kernel takes them, and the times that leaks and ties are measured by. */
export interface JoinSides {
  spine: SpineSide;
  features: FeatureIndex;
  /** Shape [feature rows], by row. */
  eventTimes: Times;
  /** Shape [feature rows], by row; `null` where the group has no created time. */
  createdTimes: Times | null;
  /** The group's own clock and delay. */
  own: Pick<JoinRule, "clock" | "delayUs">;
}

/** What one join does to each spine row. Every array has shape [spine rows]. */
export interface JoinedCells extends AsofMatches, Leakage {}

/**
 * One join, and what follows from its index vector: whether each cell leaks, and whether it is stale.
 *
 * @returns One entry per spine row. Costs one run of the kernel, or two where the rule is not the group's own.
 */
export function joinCells(sides: JoinSides, rule: JoinRule): JoinedCells {
  const { spine, features, own } = sides;
  const matches = asofJoin(spine, features, rule);
  const isOwnRule = rule.direction === "backward" && rule.clock === own.clock && rule.delayUs === own.delayUs;
  const right = isOwnRule ? matches : asofJoin(spine, features, { ...rule, direction: "backward", ...own });
  const { eventTimes, createdTimes } = sides;
  const { delayUs } = own;
  return {
    ...matches,
    ...leakage(spine.times, matches.index, right.index, { eventTimes, createdTimes, delayUs }),
  };
}
