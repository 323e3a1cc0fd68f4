import { type ClassAnswer, LETTERS, type Letter } from "../answers";
import { type Ballot, ballotSize, type Share } from "../ballot";
import { type Advice, type NextMove, TALK_TO_PERCENT } from "./advice";
import { answeredOnce, cameOverTo, type Flow, leftFrom, moved } from "./flow";
import { percentOf, type Tally } from "./tally";

/** What is said of a vote in which nobody was counted. */
export const NOBODY_NOTED = "Nobody’s answer was noted.";

/** What is chosen for a share that was seen at a glance. */
export const SHARE_NAMES: Readonly<Record<Share, string>> = {
  nobody: "nobody",
  few: "a few",
  quarter: "a quarter",
  half: "half",
  most: "most",
  all: "all",
};

/** What is said of it: it is never exact. */
function shareWords(share: Share): string {
  return share === "quarter" || share === "half" ? `about ${SHARE_NAMES[share]}` : SHARE_NAMES[share];
}

/** Parts of a whole that have a name, the smallest first. */
const NAMED_PARTS = [
  { part: 0.1, words: "a few" },
  { part: 0.25, words: "about a quarter" },
  { part: 1 / 3, words: "about a third" },
  { part: 0.5, words: "about half" },
  { part: 2 / 3, words: "about two thirds" },
  { part: 0.75, words: "about three quarters" },
  { part: 0.9, words: "nearly all" },
] as const;

/** A part of a class, as roughly as it was seen: the nearest part that has a name. */
export function roughly(share: number): string {
  if (share === 0) return "nobody";
  if (share === 1) return "all";
  return NAMED_PARTS.reduce((nearest, one) =>
    Math.abs(one.part - share) < Math.abs(nearest.part - share) ? one : nearest,
  ).words;
}

/** How many hold an answer: `29`, or `about half` where that is what was seen. */
export function heldWords({ counts, seen }: Tally, letter: Letter): string {
  return seen === null ? String(counts?.[letter] ?? 0) : shareWords(seen[letter]);
}

/** How much of the class holds an answer: `62 %`, or `about half` where that is what was seen. */
export function partWords({ shares, seen }: Tally, letter: Letter): string {
  return seen === null ? `${percentOf(shares[letter])}\u00a0%` : shareWords(seen[letter]);
}

/** How much of the class is right: `62 % right`, or `about half are right`. */
export function rightWords(tally: Tally, letter: Letter): string {
  const part = partWords(tally, letter);
  if (tally.seen === null) return `${part} right`;
  return `${part} ${tally.seen[letter] === "nobody" ? "is" : "are"} right`;
}

/** How many have answered: `34 hands`, `1 card`, or `hands, at a glance`. */
export function sizeWords(ballot: Ballot | null): string {
  if (ballot === null) return "no answers";
  const size = ballotSize(ballot);
  if (size === null) return "hands, at a glance";
  return countOf(size, ballot.kind === "cards" ? "card" : "hand");
}

/** More than so many numbers are not read out. */
const MOST_NUMBERS = 8;

/** Which cards of a class were not seen: `not seen: 8, 21, 33`; "" where all were, or nobody said how many there are. */
export function notSeenWords(readings: Readonly<Record<number, unknown>>, classSize: number | null): string {
  const missing = Array.from({ length: classSize ?? 0 }, (_, i) => i + 1).filter(
    (card) => !(card in readings),
  );
  if (missing.length === 0) return "";
  const more = missing.length - MOST_NUMBERS;
  const named = missing.slice(0, MOST_NUMBERS).join(", ");
  return `not seen: ${named}${more > 0 ? ` and ${more} more` : ""}`;
}

/** Which letters cards show that stand for no answer: `2 cards show D, which is no answer here`; "" where none does. */
export function noAnswerWords(
  readings: Readonly<Record<number, Letter>>,
  letters: readonly Letter[],
): string {
  const shown = Object.values(readings);
  return LETTERS.filter((letter) => !letters.includes(letter))
    .map((letter) => ({ letter, count: shown.filter((one) => one === letter).length }))
    .filter(({ count }) => count > 0)
    .map(
      ({ letter, count }) =>
        `${countOf(count, "card")} ${count === 1 ? "shows" : "show"} ${letter}, which is no answer here`,
    )
    .join("; ");
}

const MOVES: Readonly<Record<NextMove, string>> = {
  explain_again: "explain it again, then ask again.",
  talk: "let neighbours talk.",
  go_on: "go on.",
};

/**
 * What is usually best after the first vote, in a sentence: `62 % right: let neighbours talk, then vote again.`
 *
 * @param votesAgain - Whether the plan has a second vote.
 */
export function adviceWords(advice: Advice, right: string, votesAgain: boolean): string {
  const move =
    advice.move === "talk" && votesAgain ? "let neighbours talk, then vote again." : MOVES[advice.move];
  return `${capitalized(right)}: ${move}`;
}

/** What a second vote has brought: `87 % right, before it 62 %: go on.` */
export function secondVoteWords(advice: Advice, right: string, before: string | null): string {
  const move = advice.percentRight > TALK_TO_PERCENT ? "go on." : "explain it now.";
  return `${capitalized(right)}${before === null ? "" : `, before it ${before}`}: ${move}`;
}

/** Who holds the wrong answer that leads: `13 hold C.`, or `About half hold C.` */
export function holdWords(tally: Tally, letter: Letter): string {
  const held = heldWords(tally, letter);
  return `${capitalized(held)} ${held === "1" ? "holds" : "hold"} ${letter}.`;
}

/**
 * What is known of who moved, and what is not; nothing where each card is known in both votes. That at least so many came
 * over is true where as many answered both times: else those who answer now may be others.
 *
 * @param right - The right answer; `null` while the class is not told which one that is.
 */
export function flowWords(flow: Flow, right: Pick<ClassAnswer, "letter"> | null): string | null {
  const once = answeredOnce(flow);
  if (flow.known === "each") return once === 0 ? null : `${once} answered once only.`;
  if (flow.unit === "hands" && once > 0)
    return `${flow.first.size} answered, then ${flow.second.size}: the picture shows the least that must have moved.`;
  const [held, words] = leastMoved(flow, right);
  if (held === 0) return "Hands do not tell who moved.";
  const least = flow.unit === "shares" ? `${capitalized(roughly(held))} or more` : `At least ${held}`;
  return right === null
    ? `${least} moved, and the picture shows no more: hands do not tell who.`
    : `${least} ${words}: hands do not tell who.`;
}

/** The least that must have moved, and in words where; of hands that were seen at a glance only what came over. */
function leastMoved(flow: Flow, right: Pick<ClassAnswer, "letter"> | null): readonly [number, string] {
  if (right === null) return [moved(flow), ""];
  const left = flow.unit === "shares" ? 0 : leftFrom(flow, right.letter);
  return left > 0
    ? [left, `left ${right.letter}`]
    : [cameOverTo(flow, right.letter), `came over to ${right.letter}`];
}

function capitalized(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
