import type { PlanStep } from "./plan";

/** So long the question and its two votes take, minutes. */
const AROUND_TALK = 3;
/** Longer than this neighbours have mostly said what they think (Crouch and Mazur 2001, https://doi.org/10.1119/1.1374249: two to four minutes). */
const MOST_TALK = 2;

/** How long neighbours may talk between two votes, minutes, as the step's own leave it; 0 where they say nothing of it. */
export function talkMinutes({ minutes }: Pick<PlanStep, "minutes">): number {
  return Math.min(MOST_TALK, Math.max(0, minutes - AROUND_TALK));
}
