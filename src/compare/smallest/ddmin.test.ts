import fc from "fast-check";
import { expect, test } from "vitest";
import { propertyRuns } from "../../microfs/testing/property-runs";
import { ddmin } from "./ddmin";

/** Runs to the end, and counts what was asked. */
function run<T>(items: readonly T[], holds: (kept: readonly T[]) => boolean) {
  let asked = 0;
  const work = ddmin(items, (kept) => {
    asked++;
    return holds(kept);
  });
  let step = work.next();
  while (step.done !== true) step = work.next();
  return { kept: step.value, asked };
}

const has = (kept: readonly number[], ...wanted: number[]) => wanted.every((one) => kept.includes(one));
const upTo = (n: number) => Array.from({ length: n }, (_, i) => i);

test.each([
  ["one item of eight", upTo(8), (kept: readonly number[]) => has(kept, 5), [5]],
  ["two that lie apart, in their order", upTo(8), (kept: readonly number[]) => has(kept, 6, 1), [1, 6]],
  ["nothing, where nothing matters", upTo(8), () => true, []],
  ["all, where all matter", upTo(3), (kept: readonly number[]) => has(kept, 0, 1, 2), [0, 1, 2]],
  ["nothing of nothing", [], () => true, []],
  ["some three, where any three do", upTo(9), (kept: readonly number[]) => kept.length >= 3, [1, 2, 3]],
] as const)("%s", (_, items, holds, expected) => expect(run(items, holds).kept).toEqual(expected));

test("the order of what is left is that of the items", () =>
  expect(run(upTo(50), (kept) => has(kept, 41, 3, 17)).kept).toEqual([3, 17, 41]));

test("of a million items two are found with a few hundred questions", () => {
  const { kept, asked } = run(upTo(1_000_000), (kept) => has(kept, 12_345, 987_654));
  expect(kept).toEqual([12_345, 987_654]);
  expect(asked).toBeLessThan(300);
});

test("it can be stopped between two questions", () => {
  let asked = 0;
  const work = ddmin(upTo(100), (kept) => {
    asked++;
    return has(kept, 1, 99);
  });
  for (let i = 0; i < 5; i++) work.next();
  expect(asked).toBe(4);
});

test("of whatever holds, nothing can be taken away from the result", () =>
  fc.assert(
    fc.property(
      fc.array(fc.uniqueArray(fc.nat(19), { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 4 }),
      fc.nat(3),
      (wanted, parity) => {
        // Any one of some sets of items; or, so that more is not always better, an odd number of them.
        const holds = (kept: readonly number[]) =>
          wanted.some((one) => has(kept, ...one)) &&
          (parity > 0 || kept.length === 20 || kept.length % 2 === 1);
        const { kept } = run(upTo(20), holds);
        expect(holds(kept)).toBe(true);
        for (const one of kept) expect(holds(kept.filter((other) => other !== one))).toBe(false);
      },
    ),
    propertyRuns(300),
  ));
