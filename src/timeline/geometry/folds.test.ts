import fc from "fast-check";
import { expect, test } from "vitest";
import { propertyRuns } from "../../microfs/testing/property-runs";
import { foldGaps } from "./folds";

// one character is one tick: x is something drawn, = is what is folded away
function drawn(times: string): string {
  const at = [...times].flatMap((letter, i) => (letter === "x" ? [i * 100] : []));
  const folds = foldGaps({ fromUs: 0, toUs: times.length * 100 }, { ascending: [at], unordered: [] });
  return [...times]
    .map((letter, i) => (folds.some((fold) => fold.fromUs < i * 100 && i * 100 < fold.toUs) ? "=" : letter))
    .join("");
}

test.each([
  [
    "a burst and a long silence",
    "xxxxx-----------------------------x",
    "xxxxx=============================x",
  ],
  [
    "two silences between three bursts",
    "xxxx------------xxxx------------xxxx",
    "xxxx============xxxx============xxxx",
  ],
  [
    "evenly spread times stay as they are",
    "x-----x-----x-----x-----x-----x",
    "x-----x-----x-----x-----x-----x",
  ],
  [
    "gaps that are only somewhat longer stay as they are",
    "x-x---x-------x-------x--x",
    "x-x---x-------x-------x--x",
  ],
  ["few times stay as they are", "x-------x---x---x", "x-------x---x---x"],
  ["two times stay as they are", "x---------------x", "x---------------x"],
  ["nothing stays nothing", "----------", "----------"],
])("%s", (_, times, folded) => {
  expect(drawn(times)).toBe(folded);
});

test("times outside the window do not matter", () => {
  const burst = [0, 1, 2, 3, 4];
  expect(foldGaps({ fromUs: 0, toUs: 100 }, { ascending: [[...burst, 5000]], unordered: [] })).toEqual([]);
});

test("however what is drawn is told apart into lists, in order or not, the same is folded away", () => {
  const anyBursts = fc.array(fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 9 })), {
    minLength: 1,
    maxLength: 5,
  });
  let folded = 0;
  fc.assert(
    fc.property(anyBursts, fc.array(fc.nat(2)), fc.integer({ min: 1, max: 400 }), (bursts, lists, toUs) => {
      const times = bursts.flatMap(([at, many]) => Array.from({ length: many }, (_, i) => at + i));
      const inOrder = times.toSorted((a, b) => a - b);
      const apart = [0, 1, 2].map((list) => inOrder.filter((_, i) => (lists[i] ?? 0) === list));
      const whole = foldGaps({ fromUs: 0, toUs }, { ascending: [inOrder], unordered: [] });
      expect(foldGaps({ fromUs: 0, toUs }, { ascending: apart, unordered: [] })).toEqual(whole);
      const [first = [], ...others] = apart;
      const unordered = others.map((list) => Float64Array.from(list.toReversed()));
      expect(foldGaps({ fromUs: 0, toUs }, { ascending: [first], unordered })).toEqual(whole);
      if (whole.length > 0) folded++;
    }),
    propertyRuns(1000),
  );
  expect(folded).toBeGreaterThan(50);
});
