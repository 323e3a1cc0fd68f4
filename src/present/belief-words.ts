import type { BeliefName } from "../learn/questions/beliefs";
import words from "../plans/en/beliefs.json";

/** What is said to a speaker of a belief. */
export interface BeliefWords {
  /** What somebody believes who answers so, in a short sentence. */
  readonly short: string;
  /** What to ask them back. */
  readonly ask: string;
}

/** What is said to a speaker of each belief, whatever it is about. */
export const BELIEF_WORDS: Readonly<Record<BeliefName, BeliefWords>> = words;
