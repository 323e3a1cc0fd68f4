import { type AsofMatches, asofJoin, NO_MATCH, type SpineSide } from "../asof-join";
import type { Times } from "../time";
import { type FeatureIndex, lowerBound, upperBound } from "./feature-index";
import { type Leakage, leakage } from "./leakage";
import type { JoinRule } from "./rule";

/** Both sides of one join, as the kernel takes them, and the times that leaks and ties are measured by. */
export interface JoinSides {
  spine: SpineSide;
  features: FeatureIndex;
  /** Shape [feature rows], by row. */
  eventTimes: Times;
  /** Shape [feature rows], by row; `null` where the group has no created time. */
  createdTimes: Times | null;
  /** The group's own clock and delay. */
  groupClock: Pick<JoinRule, "clock" | "delayUs">;
}

/** What one join does to each spine row. Every array has shape [spine rows]. */
export interface JoinedCells extends AsofMatches, Leakage {}

/**
 * One join, and what follows from its index vector: whether each cell leaks, and whether it is stale.
 *
 * @returns One entry per spine row. Costs one run of the kernel, or two where the rule is not the group's own.
 */
export function joinCells(sides: JoinSides, rule: JoinRule): JoinedCells {
  const { spine, features, groupClock } = sides;
  const matches = asofJoin(spine, features, rule);
  const isReference =
    rule.direction === "backward" && rule.clock === groupClock.clock && rule.delayUs === groupClock.delayUs;
  const reference = isReference
    ? matches
    : asofJoin(spine, features, { ...rule, direction: "backward", ...groupClock });
  const { eventTimes, createdTimes } = sides;
  const { delayUs } = groupClock;
  return {
    ...matches,
    ...leakage(spine.times, matches.index, reference.index, { eventTimes, createdTimes, delayUs }),
  };
}

/** What there is to be seen in a cell beside its reason, as bits of one byte. */
export const CellFlag = {
  /** The chosen row was told from another only by a tie-break. */
  tie: 1,
  /** A later row had happened by then, and was not known yet. */
  late: 2,
  /** What the join wrote differs from what it wrote for the entity's training row before. The joined cells alone do not tell. */
  change: 4,
  /** The row was not known yet at the training row's time, by its group's own clock and delay. */
  leak: 8,
  /** The group's own backward rule would have chosen a later row. */
  stale: 16,
} as const;

/**
 * The {@link CellFlag} bits of one join's cells, but for `change`.
 *
 * @param cells - What {@link joinCells} made of the same sides under the same rule.
 * @returns Shape [spine rows]. Costs O(log m) a row where its entity has m, and a run of the kernel where the rule asks
 *   when a row became known.
 */
export function cellFlags(sides: JoinSides, rule: JoinRule, cells: JoinedCells): Uint8Array {
  const { index, leak, stale } = cells;
  const ifKnown = indexIfKnown(sides, rule, index);
  return Uint8Array.from(index, (row, i) => {
    const flags =
      (ifKnown[i] === row ? 0 : CellFlag.late) |
      (leak[i] === 1 ? CellFlag.leak : 0) |
      (stale[i] === 1 ? CellFlag.stale : 0);
    return row !== NO_MATCH && isTie(sides, rule, i, row) ? flags | CellFlag.tie : flags;
  });
}

/** What the join would choose were all that has happened known at once: another clock, and no delay. */
function indexIfKnown({ spine, features }: JoinSides, rule: JoinRule, index: Int32Array): Int32Array {
  // The other directions never ask when a row became known.
  const asks = rule.direction === "backward" && (rule.clock === "created_time" || rule.delayUs > 0n);
  return asks ? asofJoin(spine, features, { ...rule, clock: "event_time", delayUs: 0n }).index : index;
}

/**
 * Of rows with equal event times every direction takes the last in the order of the index that it may use, and whatever
 * stands before that one was as usable: it is a tie unless the chosen row is the first at its time. For `nearest` a row as
 * far away on the other side ties too.
 */
function isTie({ spine, features, eventTimes: timeOf }: JoinSides, rule: JoinRule, i: number, row: number) {
  const { starts, rows, eventTimes } = features;
  const [start, end] = [starts[spine.keys[i]], starts[spine.keys[i] + 1]];
  const time = timeOf[row];
  if (rows[lowerBound(eventTimes, start, end, time)] !== row) return true;
  const t = spine.times[i];
  // On equal distances the past wins, so the row that lost is the first after the moment.
  if (rule.direction !== "nearest" || time >= t) return false;
  const next = upperBound(eventTimes, start, end, t);
  return next < end && BigInt(eventTimes[next]) - BigInt(t) === BigInt(t) - BigInt(time);
}
