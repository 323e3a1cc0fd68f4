import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { offsetForRow, type RowPosition, scrollScale } from "./scroll-scale";

describe("scrollScale", () => {
  test("is one to one while the rows fit the browser's tallest element", () => {
    const scale = scrollScale(1000, 100, 1000);
    expect([scale.heightPx, scale.factor, scale.toTableOffset(50), scale.toScrollTop(50)]).toEqual([
      1000, 1, 50, 50,
    ]);
  });

  test("keeps both ends where they are when the rows are taller than that", () => {
    const scale = scrollScale(10_000, 100, 1000);
    expect(scale.heightPx).toBe(1000);
    expect(scale.toTableOffset(0)).toBe(0);
    expect(scale.toTableOffset(1000 - 100)).toBeCloseTo(10_000 - 100, 6);
  });

  test("every row of a table too tall can be scrolled to", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5_000_000 }),
        fc.integer({ min: 1, max: 2000 }),
        (rows, viewportPx) => {
          const rowsPx = rows * 34;
          const scale = scrollScale(rowsPx, viewportPx);
          const lastOffset = Math.max(0, rowsPx - viewportPx);
          const furthest = Math.max(0, scale.heightPx - viewportPx);
          expect(scale.toScrollTop(lastOffset)).toBeLessThanOrEqual(furthest + 0.01);
          expect(scale.heightPx).toBeLessThan(17_800_000);
        },
      ),
    );
  });
});

describe("offsetForRow, for rows 10 px high in a view of 50 px that starts at 100 px, of 1 000 px", () => {
  const view = { offsetPx: 100, viewportPx: 50, rowsPx: 1000 };
  test.each<[RowPosition, number, number | null]>([
    ["start", 140, null],
    ["start", 141, 131],
    ["start", 90, 80],
    ["start", 0, 0],
    ["nearest", 100, null],
    ["nearest", 140, null],
    ["nearest", 141, 101],
    ["nearest", 90, 90],
    ["nearest", 990, 950],
    ["center", 500, 480],
    ["center", 0, 0],
    ["center", 990, 950],
  ])("%s, a row that starts at %s px: %s", (place, startPx, expected) => {
    expect(offsetForRow(place, { startPx, heightPx: 10 }, view)).toBe(expected);
  });
});
