import fc from "fast-check";
import { expect, test } from "vitest";
import { foldGaps } from "./folds";
import { timeScale } from "./time-scale";
import { zoomed } from "./time-window";

const T = 1_762_351_200_000_000;

/** A window of any width from 20 µs to 300 years, and times in it. */
const anyScale = fc
  .record({
    fromUs: fc.integer({ min: -5_000_000_000_000_000, max: 5_000_000_000_000_000 }),
    spanUs: fc.integer({ min: 20, max: 3_000_000_000_000_000 }),
    shares: fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { maxLength: 30 }),
  })
  .map(({ fromUs, spanUs, shares }) => ({
    window: { fromUs, toUs: fromUs + spanUs },
    times: shares.map((share) => Math.floor(fromUs + share * spanUs)).sort((a, b) => a - b),
  }));

test("a window's ends stand at the picture's ends", () => {
  const scale = timeScale({ fromUs: T, toUs: T + 100 }, 200, 1000);
  expect([scale.x(T), scale.x(T + 50), scale.x(T + 100)]).toEqual([200, 600, 1000]);
});

test("time to place to time is the same microsecond, folded or not, at any zoom", () => {
  fc.assert(
    fc.property(anyScale, ({ window, times }) => {
      const scale = timeScale(window, 180, 1020, foldGaps(window, { ascending: [times], unordered: [] }));
      const finest = (window.toUs - window.fromUs) / 1e12;
      for (const us of times)
        expect(Math.abs(scale.us(scale.x(us)) - us)).toBeLessThanOrEqual(Math.max(0.5, finest));
    }),
  );
});

test("folding keeps the order of moments and loses none", () => {
  fc.assert(
    fc.property(anyScale, ({ window, times }) => {
      const scale = timeScale(window, 180, 1020, foldGaps(window, { ascending: [times], unordered: [] }));
      const inOrder = [...new Set(times)].sort((a, b) => a - b);
      inOrder.slice(1).forEach((us, i) => {
        expect(scale.x(us)).toBeGreaterThan(scale.x(inOrder[i] ?? us));
      });
      for (const us of inOrder) {
        expect(scale.x(us)).toBeGreaterThanOrEqual(180);
        expect(scale.x(us)).toBeLessThanOrEqual(1020);
      }
    }),
  );
});

test("single microseconds stand apart at the narrowest window", () => {
  const scale = timeScale(zoomed({ fromUs: T, toUs: T + 1000 }, 1e-9, T + 500), 0, 800);
  expect(scale.x(T + 501) - scale.x(T + 500)).toBeCloseTo(40, 5);
});

test("zooming holds the moment under the pointer in place", () => {
  const window = { fromUs: T, toUs: T + 1_000_000 };
  const before = timeScale(window, 0, 800);
  const after = timeScale(zoomed(window, 0.25, before.us(300)), 0, 800);
  expect(after.x(before.us(300))).toBeCloseTo(300, 6);
});
