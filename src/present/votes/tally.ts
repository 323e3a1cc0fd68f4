import { LETTERS, type Letter } from "../answers";
import { type Ballot, type Counts, countsOf, type Share } from "../ballot";

/** What a vote has come to. */
export interface Tally {
  /** What was counted; `null` where only shares were seen. */
  readonly counts: Counts | null;
  /** What was seen at a glance, in the words of who saw it; `null` where hands or cards were counted. */
  readonly seen: Readonly<Record<Letter, Share>> | null;
  /** All that were counted; `null` where only shares were seen. */
  readonly size: number | null;
  /** Which part of the class holds each letter, 0 to 1. They make 1. */
  readonly shares: Readonly<Record<Letter, number>>;
}

/** Which part of a class is meant by a share that was seen at a glance. */
const PARTS: Readonly<Record<Share, number>> = {
  nobody: 0,
  few: 0.1,
  quarter: 0.25,
  half: 0.5,
  most: 0.75,
  all: 1,
};

/**
 * Counts a vote. Shares that do not make a whole are stretched or shrunk to one, all by the same.
 *
 * @param letters - Those that stand for an answer. What holds another one is not counted.
 * @returns `null` where nobody's answer was noted.
 */
export function tallyOf(ballot: Ballot | null, letters: readonly Letter[] = LETTERS): Tally | null {
  if (ballot === null) return null;
  const counts = countsOf(ballot);
  const given = byLetter((letter) => {
    if (!letters.includes(letter)) return 0;
    return ballot.kind === "shares" ? PARTS[ballot.shares[letter] ?? "nobody"] : (counts?.[letter] ?? 0);
  });
  const sum = sumOf(given);
  if (sum === 0) return null;
  const shares = byLetter((letter) => given[letter] / sum);
  if (ballot.kind !== "shares") return { counts: given, seen: null, size: sum, shares };
  return { counts: null, seen: byLetter((letter) => ballot.shares[letter] ?? "nobody"), size: null, shares };
}

/** A share in whole percent. */
export function percentOf(share: number): number {
  return Math.round(share * 100);
}

/** A value for every letter. */
export function byLetter<Value>(value: (letter: Letter) => Value): Record<Letter, Value> {
  return { A: value("A"), B: value("B"), C: value("C"), D: value("D") };
}

/** The sum over all letters. */
export function sumOf(values: Readonly<Record<Letter, number>>): number {
  return LETTERS.reduce((sum, letter) => sum + values[letter], 0);
}
