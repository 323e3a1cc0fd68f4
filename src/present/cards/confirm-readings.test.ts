import { expect, test } from "vitest";
import { createCardTally } from "./confirm-readings";

test("a letter counts once a card has shown it twice", () => {
  const tally = createCardTally();
  expect(tally.add([{ card: 17, letter: "B" }], 0)).toEqual({});
  expect(tally.add([{ card: 17, letter: "B" }], 200)).toEqual({ 17: "B" });
});

test("the last reading of a card wins, and it counts once", () => {
  const tally = createCardTally();
  for (const atMs of [0, 200])
    tally.add(
      [
        { card: 17, letter: "B" },
        { card: 8, letter: "A" },
      ],
      atMs,
    );
  expect(tally.add([{ card: 17, letter: "C" }], 400)).toEqual({ 17: "B", 8: "A" });
  expect(tally.add([{ card: 17, letter: "C" }], 600)).toEqual({ 17: "C", 8: "A" });
});

test("what a card passes while it is turned does not count", () => {
  const tally = createCardTally();
  for (const [i, letter] of (["A", "A", "B", "C", "C"] as const).entries())
    tally.add([{ card: 3, letter }], i * 100);
  expect(tally.add([], 600)).toEqual({ 3: "C" });
});

test("two readings that are far apart do not confirm each other", () => {
  const tally = createCardTally();
  tally.add([{ card: 3, letter: "D" }], 0);
  expect(tally.add([{ card: 3, letter: "D" }], 4000)).toEqual({});
});

test("a card that is put down keeps its answer, and nothing new gives the same object", () => {
  const tally = createCardTally();
  for (const atMs of [0, 100]) tally.add([{ card: 3, letter: "D" }], atMs);
  expect(tally.add([], 9000)).toBe(tally.add([], 9100));
  expect(tally.add([], 9200)).toEqual({ 3: "D" });
});
