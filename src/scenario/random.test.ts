import { expect, test } from "vitest";
import { seededRandom, shuffled } from "./random";

function draws(seed: number, stream: number, count: number): number[] {
  const random = seededRandom(seed, stream);
  return Array.from({ length: count }, () => random.next() * 2 ** 32);
}

// The integers were computed apart from this code, in Python with whole numbers.
test("seededRandom gives the same integers for the same seed on every platform", () => {
  expect(draws(7, 0, 4)).toEqual([2427842431, 2917685297, 1525832735, 3836590155]);
});

test("seededRandom gives streams of one seed, and seeds of one stream, that have nothing in common", () => {
  const seen = [draws(7, 0, 100), draws(7, 1, 100), draws(8, 0, 100)].flat();
  expect(new Set(seen).size).toBe(300);
});

test("seededRandom spreads evenly: a thousand draws in each tenth, give or take a hundred", () => {
  const random = seededRandom(1);
  const tenths = new Array<number>(10).fill(0);
  for (let i = 0; i < 10_000; i++) {
    const tenth = random.integer(0, 10);
    tenths[tenth] = (tenths[tenth] ?? 0) + 1;
  }
  for (const count of tenths) expect(Math.abs(count - 1000)).toBeLessThan(100);
});

test("a chance of 0 never comes, a chance of 1 always, and pick stays within its items", () => {
  const random = seededRandom(2);
  const picked = new Set<string>();
  for (let i = 0; i < 1000; i++) {
    expect(random.chance(0)).toBe(false);
    expect(random.chance(1)).toBe(true);
    picked.add(random.pick(["a", "b", "c"]));
  }
  expect([...picked].sort()).toEqual(["a", "b", "c"]);
});

test("shuffled numbers are all there, each order of three as often as the others, give or take a fifth", () => {
  const random = seededRandom(3);
  const counts = new Map<string, number>();
  for (let i = 0; i < 6000; i++) {
    const order = shuffled(3, random).join("");
    counts.set(order, (counts.get(order) ?? 0) + 1);
  }
  expect([...counts.keys()].sort()).toEqual(["012", "021", "102", "120", "201", "210"]);
  for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(200);
});
