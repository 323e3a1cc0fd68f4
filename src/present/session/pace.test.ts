import { expect, test } from "vitest";
import { paceOf, paceWords } from "./pace";

/** Two steps: 4 minutes in four presses, then 6 minutes in two. */
const MINUTES = [4, 6];
const FRAMES = [0, 0, 0, 0, 1, 1].map((step) => ({ step }));

test("every screen has its share of its step's minutes", () => {
  expect(paceOf(MINUTES, FRAMES, 0, 0)).toMatchObject({ ofMinutes: 10, begins: [0, 4], from: 0, to: 1 });
  expect(paceOf(MINUTES, FRAMES, 3, 0)).toMatchObject({ from: 3, to: 4 });
  expect(paceOf(MINUTES, FRAMES, 5, 0)).toMatchObject({ from: 7, to: 10 });
});

test.each<[current: number, passed: string, words: string]>([
  [0, "0:00", "on time"],
  [0, "1:00", "on time"],
  [0, "1:59", "on time"],
  [0, "2:00", "1 min behind the plan"],
  [1, "4:30", "2 min behind the plan"],
  [3, "3:30", "on time"],
  [5, "6:01", "on time"],
  [5, "6:00", "1 min ahead of the plan"],
  [5, "4:20", "2 min ahead of the plan"],
  [5, "12:00", "2 min behind the plan"],
])("on screen %i after %s a class is %s", (current, passed, words) => {
  const [minutes = 0, seconds = 0] = passed.split(":").map(Number);
  expect(paceWords(paceOf(MINUTES, FRAMES, current, (minutes * 60 + seconds) * 1000))).toBe(words);
});

test("a plan without steps, or without minutes, is on time for ever", () => {
  expect(paceOf([], [], 0, 0).behind).toBe(0);
  expect(paceOf([0], [{ step: 0 }], 0, 30_000).behind).toBe(0);
});
