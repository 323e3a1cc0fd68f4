import fc from "fast-check";
import { expect, test } from "vitest";
import { type Box, overlaps, placeLabels } from "./place-labels";

const BOUNDS: Box = { left: 0, right: 100, top: 0, bottom: 50 };
const box = (left: number, top: number, width = 20, height = 10): Box => ({
  left,
  right: left + width,
  top,
  bottom: top + height,
});

test("the more important label chooses first, the other moves to its next spot", () => {
  const requests = [
    { key: "minor", priority: 1, spots: [box(10, 10), box(10, 30)] },
    { key: "major", priority: 2, spots: [box(15, 12)] },
  ];
  expect(placeLabels(requests, [], BOUNDS)).toEqual(
    new Map([
      ["major", 0],
      ["minor", 1],
    ]),
  );
});

test("a label without a free spot is left out", () => {
  expect(
    placeLabels([{ key: "a", priority: 1, spots: [box(10, 10)] }], [box(0, 0, 60, 40)], BOUNDS).size,
  ).toBe(0);
  expect(placeLabels([{ key: "a", priority: 1, spots: [box(90, 10)] }], [], BOUNDS).size).toBe(0);
});

test("labels that only touch do not overlap", () => {
  expect(overlaps(box(0, 0), box(20, 0))).toBe(false);
  expect(overlaps(box(0, 0), box(19, 9))).toBe(true);
});

test("no two labels overlap, none covers an obstacle, none leaves the bounds", () => {
  const anyBox = fc
    .record({
      left: fc.nat(110),
      top: fc.nat(60),
      width: fc.integer({ min: 1, max: 40 }),
      height: fc.integer({ min: 1, max: 15 }),
    })
    .map(({ left, top, width, height }) => box(left, top, width, height));
  const requests = fc.array(fc.record({ priority: fc.nat(5), spots: fc.array(anyBox, { maxLength: 4 }) }), {
    maxLength: 20,
  });
  fc.assert(
    fc.property(requests, fc.array(anyBox, { maxLength: 5 }), (asked, obstacles) => {
      const keyed = asked.map((request, key) => ({ ...request, key }));
      const placed = [...placeLabels(keyed, obstacles, BOUNDS)].map(([key, spot]) => keyed[key]?.spots[spot]);
      placed.forEach((one, i) => {
        if (one === undefined) throw new Error("a spot was given that was not asked for");
        expect(one.left >= 0 && one.right <= 100 && one.top >= 0 && one.bottom <= 50).toBe(true);
        for (const other of obstacles) expect(overlaps(one, other)).toBe(false);
        for (const other of placed.slice(i + 1))
          expect(other !== undefined && overlaps(one, other)).toBe(false);
      });
    }),
  );
});
