import type { EntitySlice, SliceJoin } from "../../microfs/entity-slice";
import type { JudgedCandidate } from "../../microfs/explain";
import type { JoinRule } from "../../microfs/join/join-rule";
import { isLeak } from "../../microfs/join/leakage";
import type { Verdict } from "../../microfs/join/verdict";
import type { Phase } from "../../scenario/phases";
import { sliceIndex } from "../slice-index/slice-index";
import type { VerdictsAt } from "../slice-index/verdicts-at";
import { type Coordinate, joinAt, positionOf } from "./coordinate";
import { phaseOfVerdict, phasesOf, reachedTogether } from "./phases-of";

/** What a mark shows: its verdict as judged so far, or that it was not judged yet. */
export type SeenVerdict = Verdict | "not_judged";

/** What a mark looks like: as {@link SeenVerdict}, and a chosen row that was not yet known is a leak. */
export type MarkLook = SeenVerdict | "leak";

/** How far a join of the view has come at a coordinate. */
export type Progress = "done" | "current" | "next";

export function progressOf(join: number, at: Coordinate): Progress {
  if (at.together || join === at.join) return "current";
  return join < at.join ? "done" : "next";
}

/** The phase a join has reached at a coordinate: its last where it is done, `null` where its turn has not come. */
export function reachedPhase(slice: EntitySlice, join: number, at: Coordinate): Phase | null {
  const progress = progressOf(join, at);
  if (progress === "done") return "write_cell";
  if (progress === "next") return null;
  if (at.together) return reachedTogether(joinAt(slice, join).rule, at.phase);
  // A coordinate of another rule may name a phase that this one does not have: then nothing is judged yet.
  return phasesOf(joinAt(slice, join).rule).includes(at.phase) ? at.phase : "find_entity";
}

/** The verdict as far as it is known when the join has reached a phase. */
export function seenVerdict(verdict: Verdict, rule: JoinRule, reached: Phase | null): SeenVerdict {
  if (reached === null) return "not_judged";
  const phases = phasesOf(rule);
  const now = phases.indexOf(reached);
  if (now >= phases.indexOf(phaseOfVerdict(verdict))) return verdict;
  // `latest` has picked its row before it asks how old it is.
  if (rule.direction === "latest" && verdict === "expired" && reached === "keep_latest") return "chosen";
  return "not_judged";
}

/** A verdict as it looks: a chosen row that its group could not yet know is a leak. */
export function lookOf(seen: SeenVerdict, row: JudgedCandidate, tUs: bigint, join: SliceJoin): MarkLook {
  return seen === "chosen" && isLeak(row, tUs, join.own) ? "leak" : seen;
}

/** A join's candidates of one spine row with their final verdicts. O(candidates) once for all that ask, then O(1). */
export function verdictsAt(slice: EntitySlice, join: SliceJoin, spineRow: number): VerdictsAt {
  return sliceIndex(slice).verdictsAt(join, momentOf(slice, spineRow));
}

/** The moment of the prediction, microseconds. */
export function momentOf(slice: EntitySlice, spineRow: number): bigint {
  return slice.spine.timesUs[positionOf(slice, spineRow)] ?? 0n;
}
