import { describe, expect, test } from "vitest";
import { NO_PROGRESS, type PracticeAnswer, type Progress } from "../progress";
import { MISCONCEPTION_TABLE, MISCONCEPTIONS, type Misconception } from "./misconceptions";
import {
  currentRound,
  nextRound,
  ROUND_ITEMS,
  roundAbout,
  roundEnd,
  roundFocus,
  roundItems,
  roundSeed,
} from "./round";

const names = (seed: number) => roundItems(seed).map(({ misconception }) => misconception);
const times = (seed: number, of: readonly Misconception[]) =>
  names(seed).filter((name) => of.includes(name)).length;

describe("a round", () => {
  test("of nothing in particular asks about each misconception once", () => {
    for (let chance = 0; chance < 20; chance++)
      expect(names(roundSeed([], chance)).toSorted()).toEqual(MISCONCEPTIONS.toSorted());
  });

  test.each([
    { focus: ["boundary"] as const, most: 5 },
    { focus: ["boundary", "known"] as const, most: 7 },
    { focus: ["closest", "age", "one_line"] as const, most: 7 },
  ])("about $focus has $most items of it, and spreads the rest", ({ focus, most }) => {
    for (let chance = 0; chance < 20; chance++) {
      const seed = roundSeed(focus, chance);
      expect(roundFocus(seed)).toEqual(focus);
      expect(names(seed)).toHaveLength(ROUND_ITEMS);
      expect(times(seed, focus)).toBe(most);
      const rest = names(seed).filter((name) => !(focus as readonly Misconception[]).includes(name));
      expect(new Set(rest).size).toBe(rest.length);
    }
  });

  test("puts no item next to its like, where there are others", () => {
    for (let chance = 0; chance < 100; chance++) {
      const order = names(roundSeed(["closest", "age"], chance));
      expect(order.filter((name, i) => name === order[i + 1])).toEqual([]);
    }
  });

  test("is the same for the same seed, and another for another", () => {
    const seed = roundSeed(["age"], 5);
    expect(roundItems(seed)).toEqual(roundItems(seed));
    expect(roundItems(roundSeed(["age"], 6))).not.toEqual(roundItems(seed));
  });

  test("has ten items for whatever number stands in an address", () => {
    for (const seed of [0, 2, 1023, 999_999_999]) expect(roundItems(seed)).toHaveLength(ROUND_ITEMS);
  });

  test("has a seed that an address can hold", () => {
    for (const chance of [0, 1, 976_561, 2 ** 31 - 1]) {
      const seed = roundSeed(MISCONCEPTIONS, chance);
      expect(seed).toBeGreaterThan(1);
      expect(String(seed).length).toBeLessThanOrEqual(9);
    }
  });
});

/** All ten items answered, those of the named misconceptions wrongly and surely. */
function answered(
  before: Progress,
  seed: number,
  wrong: readonly Misconception[],
  upTo = ROUND_ITEMS,
): Progress {
  const from = (before.practice?.at(-1)?.time ?? 0) + 1;
  const given = roundItems(seed)
    .slice(0, upTo)
    .map(({ misconception }, item): PracticeAnswer => {
      const [belief] = MISCONCEPTION_TABLE[misconception].beliefs;
      const isRight = !wrong.includes(misconception);
      return {
        round: seed,
        item,
        misconception,
        belief,
        option: "none",
        took: isRight ? null : belief,
        isRight,
        confidence: "certain",
        time: from + item,
      };
    });
  return { ...before, practice: [...(before.practice ?? []), ...given] };
}

const BEGUN: Progress = { ...NO_PROGRESS, seed: 7 };

describe("the round that comes", () => {
  test("is about what the reader's answers speak for, three at most", () => {
    expect(roundFocus(nextRound(BEGUN))).toEqual([]);
    const once = answered(BEGUN, nextRound(BEGUN), ["age", "rows"]);
    expect(roundFocus(nextRound(once))).toEqual(["age", "rows"]);
    const all = answered(BEGUN, nextRound(BEGUN), MISCONCEPTIONS);
    expect(roundFocus(nextRound(all))).toHaveLength(3);
  });

  test("is the one that was left half done, until it is done", () => {
    const seed = roundAbout(["age"], BEGUN);
    const half = answered(BEGUN, seed, [], 4);
    expect(currentRound(half)).toBe(seed);
    expect(currentRound(answered(BEGUN, seed, []))).not.toBe(seed);
  });

  test("is another one after each", () => {
    const first = nextRound(BEGUN);
    expect(nextRound(answered(BEGUN, first, []))).not.toBe(first);
  });
});

test("after a round it is said what a streak has ended in it, and what is left", () => {
  const first = nextRound(BEGUN);
  const shown = answered(BEGUN, first, ["age", "rows"]);
  expect(roundEnd(shown, first)).toEqual({ right: 8, ended: [], left: ["age", "rows"] });
  const second = roundAbout(["age"], shown);
  const practised = answered(shown, second, ["rows"]);
  // Five items of it are right in a row.
  expect(roundEnd(practised, second)).toMatchObject({ ended: ["age"], left: ["rows"] });
  // Ended once, it is not ended again.
  const third = roundAbout(["age"], practised);
  expect(roundEnd(answered(practised, third, []), third).ended).not.toContain("age");
});
