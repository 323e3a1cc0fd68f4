import {
  type EntitySlice,
  type EvaluatedCandidate,
  isLeak,
  type JoinRule,
  type SliceJoin,
  type Verdict,
} from "../../microfs/core";
import type { Phase } from "../../terms/phases";
import { phasesOf, reachedTogether } from "../../terms/phases-of";
import { type MarkState, VERDICT_TERMS } from "../../terms/verdicts";
import { sliceIndex } from "../slice-index/slice-index";
import type { VerdictsAt } from "../slice-index/verdicts-at";
import { type Coordinate, joinAt, positionOf } from "./coordinate";

/** What a mark shows: its verdict as far as it is known, or that it has none yet. */
export type SeenVerdict = Verdict | "undecided";

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
  // A coordinate of another rule may name a phase that this one does not have: then no verdict is known yet.
  return phasesOf(joinAt(slice, join).rule).includes(at.phase) ? at.phase : "find_entity";
}

/** The verdict as far as it is known when the join has reached a phase. */
export function seenVerdict(verdict: Verdict, rule: JoinRule, reached: Phase | null): SeenVerdict {
  if (reached === null) return "undecided";
  const phases = phasesOf(rule);
  const now = phases.indexOf(reached);
  if (now >= phases.indexOf(VERDICT_TERMS[verdict].phase)) return verdict;
  // `latest` has picked its row before it asks how old it is.
  if (rule.direction === "latest" && verdict === "expired" && reached === "keep_latest") return "chosen";
  return "undecided";
}

/** The state of a mark: as its verdict, but a chosen row that its group could not yet know is a leak. */
export function stateOf(seen: SeenVerdict, row: EvaluatedCandidate, tUs: bigint, join: SliceJoin): MarkState {
  return seen === "chosen" && isLeak(row, tUs, join.groupClock) ? "leak" : seen;
}

/** A join's candidates of one spine row with their final verdicts. O(candidates) once for all that ask, then O(1). */
export function verdictsAt(slice: EntitySlice, join: SliceJoin, spineRow: number): VerdictsAt {
  return sliceIndex(slice).verdictsAt(join, momentOf(slice, spineRow));
}

/** The moment of the prediction, microseconds. */
export function momentOf(slice: EntitySlice, spineRow: number): bigint {
  return slice.spine.timesUs[positionOf(slice, spineRow)] ?? 0n;
}
