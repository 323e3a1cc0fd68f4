import { LETTERS, type Letter } from "../answers";
import type { Ballot } from "../ballot";
import { byLetter, type Tally, tallyOf } from "./tally";

/** Those who held one answer in the first vote and one in the second. */
export interface FlowBand {
  /** `null`: they did not answer the first time. */
  readonly from: Letter | null;
  /** `null`: they did not answer the second time. */
  readonly to: Letter | null;
  /** So many cards or hands; a part of the class, 0 to 1, where the flow is of shares. Never 0. */
  readonly size: number;
}

/** How a class went from its first vote to its second. */
export interface Flow {
  /** `each`: each card is known in both votes. `least`: only sums are known, and this is the least movement that explains them. */
  readonly known: "each" | "least";
  readonly unit: "cards" | "hands" | "shares";
  readonly first: Tally;
  readonly second: Tally;
  /** By where they come from, then by where they go to, letters in their order and `null` last. */
  readonly bands: readonly FlowBand[];
}

/** What a sum of fractions may be off by. */
const DUST = 1e-9;

/**
 * The flow from the first vote to the second. Cards are followed one by one. Of hands only sums are known: as many as can
 * have stayed are taken to have stayed, and the fewest that can have moved to have moved. Where one vote is of shares,
 * both are compared as shares.
 *
 * @param letters - Those that stand for an answer.
 * @returns `null` where nobody's answer was noted in one of the two.
 */
export function flowOf(
  first: Ballot | null,
  second: Ballot | null,
  letters: readonly Letter[] = LETTERS,
): Flow | null {
  const before = tallyOf(first, letters);
  const after = tallyOf(second, letters);
  if (first === null || second === null || before === null || after === null) return null;
  const tallies = { first: before, second: after };
  if (first.kind === "cards" && second.kind === "cards")
    return {
      known: "each",
      unit: "cards",
      ...tallies,
      bands: cardBands(first.readings, second.readings, letters),
    };
  if (before.counts === null || after.counts === null)
    return { known: "least", unit: "shares", ...tallies, bands: leastBands(before.shares, after.shares) };
  return { known: "least", unit: "hands", ...tallies, bands: leastBands(before.counts, after.counts) };
}

/** How many held an answer in both votes. */
export function stayedWith(flow: Flow, letter: Letter): number {
  return sizeOf(flow, (band) => band.from === letter && band.to === letter);
}

/** How many came to an answer from another one. Where only sums are known it is the least there can have been. */
export function cameOverTo(flow: Flow, letter: Letter): number {
  return sizeOf(flow, ({ from, to }) => to === letter && from !== null && from !== letter);
}

/** How many went from an answer to another one. Where only sums are known it is the least there can have been. */
export function leftFrom(flow: Flow, letter: Letter): number {
  return sizeOf(flow, ({ from, to }) => from === letter && to !== null && to !== letter);
}

/** How many went from one answer to another. Where only sums are known it is the least there can have been. */
export function moved(flow: Flow): number {
  return sizeOf(flow, ({ from, to }) => from !== null && to !== null && from !== to);
}

/** How many answered in only one of the two votes. */
export function answeredOnce(flow: Flow): number {
  return sizeOf(flow, ({ from, to }) => from === null || to === null);
}

function sizeOf({ bands }: Flow, isMeant: (band: FlowBand) => boolean): number {
  return bands.filter(isMeant).reduce((sum, { size }) => sum + size, 0);
}

const ENDS: readonly (Letter | null)[] = [...LETTERS, null];

type Readings = Readonly<Record<number, Letter>>;

function cardBands(first: Readings, second: Readings, letters: readonly Letter[]): FlowBand[] {
  const cards = new Set([...Object.keys(first), ...Object.keys(second)].map(Number));
  const answerOf = (readings: Readings, card: number) => {
    const letter = readings[card];
    return letter !== undefined && letters.includes(letter) ? letter : null;
  };
  return ENDS.flatMap((from) =>
    ENDS.flatMap((to) => {
      const those = [...cards].filter(
        (card) => answerOf(first, card) === from && answerOf(second, card) === to,
      );
      return those.length === 0 || (from === null && to === null) ? [] : [{ from, to, size: those.length }];
    }),
  );
}

type Sums = Readonly<Record<Letter, number>>;

/** Who lost meets who gained, each in the order of the letters: so no two that move cross. The rest answered only once. */
function leastBands(first: Sums, second: Sums): FlowBand[] {
  const stayed = byLetter((letter) => Math.min(first[letter], second[letter]));
  const surplus = LETTERS.reduce((sum, letter) => sum + second[letter] - first[letter], 0);
  const lost = [...LETTERS.map((one) => first[one] - stayed[one]), Math.max(0, surplus)];
  const gained = [...LETTERS.map((one) => second[one] - stayed[one]), Math.max(0, -surplus)];
  return ENDS.flatMap((from, i) =>
    ENDS.flatMap((to, j) => {
      const moved = from === to ? 0 : Math.min(lost[i] ?? 0, gained[j] ?? 0);
      lost[i] = (lost[i] ?? 0) - moved;
      gained[j] = (gained[j] ?? 0) - moved;
      const size = from === to && from !== null ? stayed[from] : moved;
      return size > DUST ? [{ from, to, size }] : [];
    }),
  );
}
