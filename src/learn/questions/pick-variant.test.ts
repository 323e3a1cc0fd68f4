import { expect, test } from "vitest";
import { type Answer, NO_PROGRESS, type Progress } from "../progress";
import { pickAnother, pickReviewVariant, pickVariant } from "./pick-variant";

const SEEDS = Array.from({ length: 60 }, (_, i) => i * 7919 + 1);

const REF = { lesson: "look-left", question: "first", count: 4 } as const;

function progressOf(seed: number, ...answers: readonly Partial<Answer>[]): Progress {
  return {
    ...NO_PROGRESS,
    seed,
    answers: answers.map((one, i) => ({
      lesson: "look-left",
      question: "first",
      variant: 0,
      option: "none",
      isRight: false,
      confidence: "fairly",
      at: "lesson",
      time: i,
      ...one,
    })),
  };
}

test("everyone is asked the case as it stands first, which the other parts of the lesson speak of", () => {
  for (const seed of SEEDS) expect(pickVariant(progressOf(seed), REF, "own")).toBe(0);
});

test("every learner is asked the same new case again, and all other variants are somebody's", () => {
  const picked = SEEDS.map((seed) => pickVariant(progressOf(seed), REF, "new"));
  expect(SEEDS.map((seed) => pickVariant(progressOf(seed), REF, "new"))).toEqual(picked);
  expect([...new Set(picked)].sort()).toEqual([1, 2, 3]);
});

test("a new case is another than the first, also after another try of the first", () => {
  for (const count of [2, 3, 4, 5])
    for (const seed of SEEDS) {
      const ref = { ...REF, count };
      const progress = progressOf(seed);
      const own = pickVariant(progress, ref, "own");
      const fresh = pickVariant(progress, ref, "new");
      expect(fresh).not.toBe(own);
      const again = pickAnother(progress, ref, "own", own);
      expect([own, again]).not.toContain(fresh);
      if (count > 2) expect(again).not.toBeNull();
    }
});

test("where there is one variant alone, it is asked on both occasions, and there is no other try", () => {
  const ref = { ...REF, count: 1 };
  const progress = progressOf(3);
  expect(pickVariant(progress, ref, "own")).toBe(0);
  expect(pickVariant(progress, ref, "new")).toBe(0);
  expect(pickAnother(progress, ref, "own", 0)).toBeNull();
});

test("once another try was committed, its variant is the one that is shown; what a review asked is not", () => {
  const own = pickVariant(progressOf(11), REF, "own");
  const again = pickAnother(progressOf(11), REF, "own", own) ?? -1;
  expect(pickVariant(progressOf(11, { variant: own }, { variant: again }), REF, "own")).toBe(again);
  expect(pickVariant(progressOf(11, { variant: again, at: "review" }), REF, "own")).toBe(own);
  expect(pickVariant(progressOf(11, { variant: again, question: "blank" }), REF, "own")).toBe(own);
});

test("a review asks a variant that was not asked before; where there is none, the one asked longest ago", () => {
  for (const seed of SEEDS) {
    expect(
      pickReviewVariant(progressOf(seed, { variant: 2 }, { variant: 0 }, { variant: 1, at: "review" }), REF),
    ).toBe(3);
    expect(
      pickReviewVariant(
        progressOf(seed, { variant: 2 }, { variant: 0 }, { variant: 3 }, { variant: 1 }, { variant: 2 }),
        REF,
      ),
    ).toBe(0);
  }
});
