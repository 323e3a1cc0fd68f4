import fc from "fast-check";
import { expect, test } from "vitest";
import { placeInLine } from "./place-in-line";

const LINE = { from: 0, to: 300 };

test("what has room stands where it would be", () => {
  expect(
    placeInLine(
      [
        { middle: 40, width: 20 },
        { middle: 200, width: 40 },
      ],
      10,
      LINE,
      null,
    ),
  ).toEqual([30, 180]);
});

test("what would overlap goes apart by as much on both sides", () => {
  const wishes = [
    { middle: 100, width: 40 },
    { middle: 100, width: 40 },
  ];
  expect(placeInLine(wishes, 10, LINE, null)).toEqual([55, 105]);
});

test("nothing leaves the line", () => {
  expect(
    placeInLine(
      [
        { middle: 0, width: 40 },
        { middle: 299, width: 40 },
      ],
      10,
      LINE,
      null,
    ),
  ).toEqual([0, 260]);
});

test("nothing stands where the line is divided", () => {
  const [left, right] = [
    { from: 0, to: 140 },
    { from: 160, to: 300 },
  ];
  expect(placeInLine([{ middle: 148, width: 40 }], 10, left, right)).toEqual([100]);
  expect(placeInLine([{ middle: 152, width: 40 }], 10, left, right)).toEqual([160]);
});

test("where there is no room there is no place", () => {
  expect(
    placeInLine(
      [
        { middle: 10, width: 200 },
        { middle: 20, width: 200 },
      ],
      10,
      LINE,
      null,
    ),
  ).toBeNull();
});

test("in their order, apart and within their stretches, whatever is wished for", () => {
  const anyWishes = fc.array(
    fc.record({ middle: fc.integer({ min: -50, max: 350 }), width: fc.integer({ min: 5, max: 80 }) }),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(anyWishes, fc.boolean(), (wishes, isDivided) => {
      const sorted = [...wishes].sort((a, b) => a.middle - b.middle);
      const [left, right] = isDivided
        ? [
            { from: 0, to: 120 },
            { from: 140, to: 300 },
          ]
        : [LINE, null];
      const places = placeInLine(sorted, 10, left, right);
      let end = Number.NEGATIVE_INFINITY;
      for (const [i, x] of (places ?? []).entries()) {
        const to = x + (sorted[i]?.width ?? 0);
        expect(x).toBeGreaterThanOrEqual(end - 1e-9);
        const stretch = right !== null && x >= right.from - 1e-9 ? right : left;
        expect(x).toBeGreaterThanOrEqual(stretch.from - 1e-9);
        expect(to).toBeLessThanOrEqual(stretch.to + 1e-9);
        end = to + 10;
      }
    }),
  );
});
