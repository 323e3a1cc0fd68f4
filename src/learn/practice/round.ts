import { type Random, seededRandom, shuffled } from "../../scenario/random";
import type { PracticeAnswer, Progress } from "../progress";
import { MISCONCEPTIONS, type Misconception } from "./misconceptions";
import { needed, standings } from "./standing";

/** An item of a round: what `practiceItem` is asked for. */
export interface RoundItem {
  readonly misconception: Misconception;
  readonly seed: number;
}

/** How many items a round has. */
export const ROUND_ITEMS = 10;

/** A round is mostly about so many misconceptions at most. */
const MOST_IN_FOCUS = 3;
/** How many items are of those in focus, by how many these are. */
const ITEMS_IN_FOCUS = [0, 5, 7, 7] as const;

/**
 * The seed of a round says what it is mostly about, too, a bit for each misconception: so a link gives everybody the same ten items,
 * whatever they have answered. Above the bits stands what chance is drawn from; at least 1, because an address leaves a 1 out.
 */
const FOCUS_SEEDS = 1 << MISCONCEPTIONS.length;
/** The largest seed that an address can hold has nine digits. */
const MOST_CHANCE = Math.floor(1e9 / FOCUS_SEEDS) - 1;

/** The seed of a round that is mostly about these. @param chance - Any whole number. */
export function roundSeed(focus: readonly Misconception[], chance: number): number {
  const bits = MISCONCEPTIONS.reduce((sum, name, i) => sum + (focus.includes(name) ? 1 << i : 0), 0);
  return bits + FOCUS_SEEDS * (1 + (Math.abs(chance) % MOST_CHANCE));
}

/** What a round is mostly about; nothing where it asks about each misconception once. */
export function roundFocus(seed: number): Misconception[] {
  return MISCONCEPTIONS.filter((_, i) => Math.floor(seed / (1 << i)) % 2 === 1);
}

/** The ten items of a round, from its seed alone. What is alike stands apart where it can. */
export function roundItems(seed: number): RoundItem[] {
  const random = seededRandom(seed, ROUND_ITEMS);
  const focus = roundFocus(seed);
  const numInFocus = ITEMS_IN_FOCUS[Math.min(focus.length, MOST_IN_FOCUS)] ?? 0;
  const rest = MISCONCEPTIONS.filter((name) => !focus.includes(name));
  const left = [
    ...dealt(focus, numInFocus, random),
    ...dealt(rest.length > 0 ? rest : MISCONCEPTIONS, ROUND_ITEMS - numInFocus, random),
  ];
  return apart(left, random).map((misconception, i) => ({
    misconception,
    seed: seededRandom(seed, i).integer(0, 2 ** 31),
  }));
}

/** So many of these, in an order of chance, each as often as the others where it can be. */
function dealt(names: readonly Misconception[], count: number, random: Random): Misconception[] {
  const order = [...shuffled(names.length, random)].flatMap((i) => names[i] ?? []);
  return Array.from({ length: count }, (_, i) => order[i % order.length]).filter(
    (name) => name !== undefined,
  );
}

/** In such an order that none follows its like where it can be helped: what there is most of comes first. */
function apart(names: readonly Misconception[], random: Random): Misconception[] {
  const left = [...shuffled(names.length, random)].flatMap((i) => names[i] ?? []);
  const ordered: Misconception[] = [];
  while (left.length > 0) {
    const countOf = (name: Misconception) => left.filter((one) => one === name).length;
    const others = left.filter((name) => name !== ordered.at(-1));
    const [first] = others.length > 0 ? others : left;
    if (first === undefined) break;
    const most = others.reduce((best, name) => (countOf(name) > countOf(best) ? name : best), first);
    // Only what would not come apart otherwise is hurried: else nobody could guess what comes.
    const next = countOf(most) * 2 > left.length ? most : first;
    left.splice(left.indexOf(next), 1);
    ordered.push(next);
  }
  return ordered;
}

/** What the reader has answered in a round, item by item; `null` before. */
export function roundAnswers({ practice = [] }: Progress, seed: number): (PracticeAnswer | null)[] {
  return Array.from(
    { length: ROUND_ITEMS },
    (_, item) => practice.find((one) => one.round === seed && one.item === item) ?? null,
  );
}

/** The round that a reader comes to: the one that was left half done, else the next. */
export function currentRound(progress: Progress): number {
  const last = progress.practice?.at(-1)?.round;
  const isOpen = last !== undefined && roundAnswers(progress, last).includes(null);
  return isOpen ? last : nextRound(progress);
}

/** The next round: mostly of what the reader's answers speak for, the most first. */
export function nextRound(progress: Progress): number {
  return roundAbout(needed(standings(progress)).slice(0, MOST_IN_FOCUS), progress);
}

/** A new round that is mostly about these. */
export function roundAbout(focus: readonly Misconception[], { seed, practice = [] }: Progress): number {
  return roundSeed(focus, seededRandom(seed, practice.length).integer(0, 2 ** 31));
}

/** What a round has come to. */
export interface RoundEnd {
  readonly right: number;
  /** What a streak has ended in it. */
  readonly ended: readonly Misconception[];
  /** What the reader's answers still speak for, the most first. */
  readonly left: readonly Misconception[];
}

/** What a round that was answered has come to, by what is known today. */
export function roundEnd(progress: Progress, seed: number): RoundEnd {
  const given = roundAnswers(progress, seed).filter((one) => one !== null);
  const begun = Math.min(...given.map(({ time }) => time));
  const before = standings({
    ...progress,
    answers: progress.answers.filter(({ time }) => time < begun),
    practice: (progress.practice ?? []).filter(({ round, time }) => round !== seed && time < begun),
  });
  const after = standings(progress);
  return {
    right: given.filter(({ isRight }) => isRight).length,
    ended: MISCONCEPTIONS.filter((name) => after.get(name)?.hasEnded && !before.get(name)?.hasEnded),
    left: needed(after),
  };
}
