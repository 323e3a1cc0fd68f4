import { describe, expect, test } from "vitest";
import { readCards } from "./read-cards";
import { type Photograph, photograph } from "./testing/photograph";

/** What was read in a photograph, beside what there is. */
function compared({ image, cards }: Photograph) {
  const read = new Map(readCards(image).map((one) => [one.card, one]));
  const right = cards.filter(({ card, letter }) => read.get(card)?.letter === letter);
  return { shown: cards.length, right: right.length, wrong: read.size - right.length };
}

function sum(results: readonly ReturnType<typeof compared>[]) {
  const total = { shown: 0, right: 0, wrong: 0 };
  for (const { shown, right, wrong } of results) {
    total.shown += shown;
    total.right += right;
    total.wrong += wrong;
  }
  return total;
}

describe("sixty cards in a photograph, with sides from 24 px and tilts up to 45°", () => {
  const sizes = [
    { width: 1920, height: 1080, sides: [24, 70], seeds: [1, 2] },
    { width: 1280, height: 720, sides: [24, 46], seeds: [3, 4, 5] },
  ] as const;
  test.each(sizes)("$width × $height: at least 99 % are right, and none is wrong", ({ seeds, ...size }) => {
    const { shown, right, wrong } = sum(
      seeds.map((seed, i) => compared(photograph({ ...size, seed, blur: [1.5, 0, 0.75][i] ?? 0 }))),
    );
    expect(shown).toBe(60 * seeds.length);
    expect(right / shown).toBeGreaterThanOrEqual(0.99);
    expect(wrong).toBe(0);
  });
});

describe("what is not certain is not read", () => {
  const smaller = { width: 1280, height: 720, blur: 0.5, sides: [24, 46] } as const;

  test("patterns in the frame of a marker that are no card's", () => {
    const decoys = compared(photograph({ ...smaller, seed: 6, decoys: 60 }));
    expect(decoys).toEqual({ shown: 0, right: 0, wrong: 0 });
  });

  test("cards that are held half way between two letters", () => {
    const { image } = photograph({ ...smaller, seed: 8, turnedBy: 45, tilt: 0, unsteady: 5 });
    expect(readCards(image)).toEqual([]);
  });

  test("cards that are too far away to be read are passed over, not guessed", () => {
    const { shown, wrong } = compared(photograph({ ...smaller, seed: 9, sides: [12, 18], blur: 1.5 }));
    expect(shown).toBe(60);
    expect(wrong).toBe(0);
  });
});
