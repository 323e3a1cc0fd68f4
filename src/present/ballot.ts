import type { Letter } from "./answers";

/** How many have answered with each letter. */
export type Counts = Readonly<Record<Letter, number>>;

/** How many hands there are, as one sees it at a glance, the fewest first. */
export const SHARES = ["nobody", "few", "quarter", "half", "most", "all"] as const;
export type Share = (typeof SHARES)[number];

/** What a class has answered in one vote. */
export type Ballot =
  /** Cards that the camera has read: each counts once, with what it showed last. */
  | { readonly kind: "cards"; readonly readings: Readonly<Record<number, Letter>> }
  /** Hands, as they were counted. */
  | { readonly kind: "hands"; readonly counts: Counts }
  /** Hands, as they were seen at a glance. A letter that was not looked at has none. They need not make a whole. */
  | { readonly kind: "shares"; readonly shares: Readonly<Partial<Record<Letter, Share>>> };

const NOBODY: Counts = { A: 0, B: 0, C: 0, D: 0 };

/** A vote of one kind. */
export type BallotOf<Kind extends Ballot["kind"]> = Extract<Ballot, { kind: Kind }>;

/** A vote of each kind in which nobody has answered yet. */
export const EMPTY_BALLOTS: { readonly [Kind in Ballot["kind"]]: BallotOf<Kind> } = {
  cards: { kind: "cards", readings: {} },
  hands: { kind: "hands", counts: NOBODY },
  shares: { kind: "shares", shares: {} },
};

/** How many have answered with each letter; `null` where only shares are known. */
export function countsOf(ballot: Ballot): Counts | null {
  if (ballot.kind === "shares") return null;
  if (ballot.kind === "hands") return ballot.counts;
  const counts = { ...NOBODY };
  for (const letter of Object.values(ballot.readings)) counts[letter]++;
  return counts;
}

/** How many have answered at all; `null` where only shares are known. */
export function ballotSize(ballot: Ballot): number | null {
  const counts = countsOf(ballot);
  return counts && counts.A + counts.B + counts.C + counts.D;
}
