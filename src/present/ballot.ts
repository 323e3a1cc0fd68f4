import type { Letter } from "./answers";

/** How many have answered with each letter. */
export type Counts = Readonly<Record<Letter, number>>;

/** What a class has answered in one vote. */
export type Ballot =
  /** Cards that the camera has read: each counts once, with what it showed last. */
  | { readonly kind: "cards"; readonly readings: Readonly<Record<number, Letter>> }
  /** Hands, as they were counted or estimated. */
  | { readonly kind: "hands"; readonly counts: Counts };

const NOBODY: Counts = { A: 0, B: 0, C: 0, D: 0 };

/** How many have answered with each letter. */
export function countsOf(ballot: Ballot): Counts {
  if (ballot.kind === "hands") return ballot.counts;
  const counts = { ...NOBODY };
  for (const letter of Object.values(ballot.readings)) counts[letter]++;
  return counts;
}

/** How many have answered at all. */
export function ballotSize(ballot: Ballot): number {
  const { A, B, C, D } = countsOf(ballot);
  return A + B + C + D;
}
