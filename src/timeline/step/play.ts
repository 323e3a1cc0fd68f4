import type { EntitySlice } from "../../microfs/entity-slice";
import type { Phase } from "../../scenario/phases";
import { type Coordinate, joinAt, neighbourStep } from "./coordinate";
import { verdictsAt } from "./judgement";
import { takesPart, verdictOfPhase } from "./phases-of";

/** Whether the step only looks and rules nothing out: play passes over it. O(candidates), less where asked again. */
export function rulesNothingOut(slice: EntitySlice, at: Coordinate): boolean {
  const verdict = verdictOfPhase(at.phase);
  if (verdict === null) return false;
  const joins = at.together
    ? slice.joins.filter(({ rule }) => takesPart(rule, at.phase))
    : [joinAt(slice, at.join)];
  return joins.every((join) => verdictsAt(slice, join, at.spineRow).counts[verdict] === 0);
}

export interface NextPlayed {
  /** `null` when the row is played to its end. */
  to: Coordinate | null;
  /** The phases passed over because they rule nothing out, in order. */
  passedOver: readonly Phase[];
}

/** The step that play shows after `at`, and what it passed over on the way. */
export function nextPlayed(slice: EntitySlice, at: Coordinate): NextPlayed {
  const passedOver: Phase[] = [];
  let to = neighbourStep(slice, at, 1);
  while (to !== null && rulesNothingOut(slice, to)) {
    passedOver.push(to.phase);
    to = neighbourStep(slice, to, 1);
  }
  return { to, passedOver };
}

const PASSED_WORDS: Partial<Record<Phase, string>> = {
  rule_out_future: "nothing lies in the future",
  rule_out_not_yet_known: "all that has happened is known",
  rule_out_wrong_side: "nothing lies on the wrong side",
  rule_out_expired: "nothing has expired",
};

/** What play says about the phases that it passed over; "" where there were none. */
export function passedOverWords(passedOver: readonly Phase[]): string {
  return passedOver.flatMap((phase) => PASSED_WORDS[phase] ?? []).join(", ");
}
