import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { propertyRuns } from "../../microfs/testing/property-runs";
import { timeScale } from "../geometry/time-scale";
import { densityPicture, rowsInView } from "./density";
import { type DensityPicture, type DensityState, densityShapes } from "./density-picture";
import { densityItemAt, densityItemWords } from "./density-reader";
import type { DensityPosition, DensityRows } from "./density-rows";

const HOUR_US = 3_600_000_000;
const STATES: readonly DensityState[] = ["superseded", "chosen", "future", "not_yet_known", "expired"];
const PLACE: DensityPosition = { center: 100, half: 30, baseline: 126, height: 51 };
const STYLE = { year: false };

const rowsAt = (timesUs: readonly number[], codes: readonly number[] = []): DensityRows => ({
  eventUs: Float64Array.from(timesUs).sort(),
  codes: Uint8Array.from(timesUs, (_, i) => codes[i] ?? 0),
  states: STATES,
  except: new Map(),
  marked: new Set(),
});
const draw = (rows: DensityRows, hours = 24, width = 300) =>
  densityPicture(
    rows,
    timeScale({ fromUs: 0, toUs: hours * HOUR_US }, 10, 10 + width),
    PLACE,
    "payments",
    STYLE,
  );

/** Rows in and around a window of a day, many at one moment, some of a state of their own. */
const anyRows = fc
  .record({
    hours: fc.array(fc.double({ min: -2, max: 26, noNaN: true }), { minLength: 1, maxLength: 600 }),
    bursts: fc.array(fc.tuple(fc.integer({ min: 0, max: 23 }), fc.nat(60)), { maxLength: 3 }),
    codes: fc.array(fc.nat(STATES.length - 1), { minLength: 1, maxLength: 20 }),
    leakAt: fc.nat(599),
  })
  .map(({ hours, bursts, codes, leakAt }): DensityRows => {
    const times = [...hours, ...bursts.flatMap(([hour, many]) => Array.from({ length: many }, () => hour))];
    const rows = rowsAt(
      times.map((hour) => Math.round(hour * HOUR_US)),
      times.map((_, i) => codes[i % codes.length] ?? 0),
    );
    return leakAt < times.length ? { ...rows, except: new Map([[leakAt, "leak"]]) } : rows;
  });
const anyWidth = fc.integer({ min: 120, max: 1200 });

function counts(states: readonly DensityState[]): Record<string, number> {
  const all: Record<string, number> = {};
  for (const state of states) all[state] = (all[state] ?? 0) + 1;
  return all;
}

/** The states of the rows of the window, one by one. */
function looksInWindow({ eventUs, codes, states, except }: DensityRows): DensityState[] {
  return Array.from(eventUs, (us, i) => ({ us, state: except.get(i) ?? states[codes?.[i] ?? 0] ?? "future" }))
    .filter(({ us }) => us >= 0 && us < 24 * HOUR_US)
    .map(({ state }) => state);
}

test("every row of the window is in exactly one tick or one bar, and every state is counted exactly", () => {
  const kinds = new Set<string>();
  fc.assert(
    fc.property(anyRows, anyWidth, (rows, width) => {
      const { kind, items } = draw(rows, 24, width);
      kinds.add(kind);
      const parts = items.flatMap((item) => item.parts);
      const drawn = parts.flatMap(({ state, count }) => Array.from({ length: count }, () => state));
      expect(counts(drawn)).toEqual(counts(looksInWindow(rows)));
      for (const item of items) {
        const within = rows.eventUs.filter(
          (us) => us >= item.fromUs && us <= item.toUs && us >= 0 && us < 24 * HOUR_US,
        );
        expect(item.parts.reduce((sum, part) => sum + part.count, 0)).toBe(item.count);
        if (kind === "bars") expect(within).toHaveLength(item.count);
        else expect(item.count).toBe(1);
      }
    }),
    propertyRuns(300),
  );
  expect([...kinds].sort()).toEqual(["bars", "ticks"]);
});

test("ticks keep the order of time, stand at their times, and none hides another", () => {
  fc.assert(
    fc.property(anyRows, anyWidth, (rows, width) => {
      const { kind, items } = draw(rows, 24, width);
      if (kind !== "ticks") return;
      const { from, to } = rowsInView(rows.eventUs, timeScale({ fromUs: 0, toUs: 24 * HOUR_US }, 0, 1));
      expect(items.map((item) => item.fromUs)).toEqual(Array.from(rows.eventUs.slice(from, to)));
      items.forEach((item, i) => {
        expect((item.left + item.right) / 2).toBeCloseTo(10 + (item.fromUs / (24 * HOUR_US)) * width, 6);
        expect(Math.abs((item.top + item.bottom) / 2 - PLACE.center)).toBeLessThan(PLACE.half);
        for (const other of items.slice(i + 1, i + 20))
          expect(other.left >= item.right || other.top >= item.bottom || other.bottom <= item.top).toBe(true);
      });
    }),
    propertyRuns(300),
  );
});

test("a row that is a mark has no tick, but is counted in its bar", () => {
  const few = rowsAt([HOUR_US, 2 * HOUR_US, 3 * HOUR_US]);
  expect(draw({ ...few, marked: new Set([1]) }).items.map((tick) => tick.fromUs)).toEqual([
    HOUR_US,
    3 * HOUR_US,
  ]);
  const many = rowsAt(Array.from({ length: 500 }, (_, i) => (i / 25) * HOUR_US));
  const { items } = draw({ ...many, marked: new Set([1]) });
  expect(items.reduce((sum, bar) => sum + bar.count, 0)).toBe(500);
});

test("bars stand on the baseline beside each other; the tallest is as high as the place, the others in proportion", () => {
  const { items } = draw(rowsAt(Array.from({ length: 900 }, (_, i) => (i % 3 === 0 ? 5 : i / 60) * HOUR_US)));
  const most = Math.max(...items.map((bar) => bar.count));
  items.forEach((bar, i) => {
    expect(bar.bottom).toBe(PLACE.baseline);
    expect(bar.bottom - bar.top).toBeCloseTo((bar.count / most) * PLACE.height, 6);
    expect(bar.left).toBeGreaterThanOrEqual(items[i - 1]?.right ?? 0);
  });
});

describe("a density says how it is drawn", () => {
  const even = (rows: number) =>
    rowsAt(Array.from({ length: rows }, (_, i) => ((i + 0.5) * 24 * HOUR_US) / rows));
  test.each([
    [60, "60 payments, a line each"],
    [200, "200 payments, a line each"],
    [201, "201 payments, counted: the tallest bar is 3"],
    [7500, "7\u00a0500 payments, counted: the tallest bar is 100"],
  ])("%i rows on 300 pixels: %s", (rows, words) => {
    expect(draw(even(rows)).words).toBe(words);
  });

  test("few rows at one moment are counted too, where ticks would hide each other", () => {
    expect(draw(rowsAt(Array.from({ length: 7 }, () => HOUR_US))).kind).toBe("ticks");
    expect(draw(rowsAt(Array.from({ length: 8 }, () => HOUR_US))).kind).toBe("bars");
  });
});

describe("a pointer reads", () => {
  const START_US = Date.UTC(2025, 10, 5) * 1000;
  const minutes = (all: readonly number[], codes: readonly number[]): DensityPicture =>
    densityPicture(
      rowsAt(
        all.map((minute) => START_US + minute * 60_000_000),
        codes,
      ),
      timeScale({ fromUs: START_US, toUs: START_US + HOUR_US }, 0, 600),
      PLACE,
      "payments",
      STYLE,
    );

  test("the tick that is nearest, and nothing where none is near", () => {
    const picture = minutes([10, 20, 20.1], [0, 4, 2]);
    const wordsAt = (x: number, y: number) => {
      const item = densityItemAt(picture, x, y);
      return item && densityItemWords(picture, item);
    };
    expect(wordsAt(103, 100)).toBe("5 Nov 00:10, superseded");
    expect(wordsAt(200, 100)).toBe("5 Nov 00:20, expired");
    expect(wordsAt(201, 88)).toBe("5 Nov 00:20:06, future");
    expect(wordsAt(150, 100)).toBeNull();
  });

  test("a bar's first and last row and its exact counts", () => {
    const many = Array.from({ length: 30 }, (_, i) => 10 + i / 150);
    const picture = minutes(
      many,
      Array.from(many, (_, i) => (i < 7 ? 4 : 0)),
    );
    const item = densityItemAt(picture, 101, 80);
    expect(item && densityItemWords(picture, item)).toBe("5 Nov 00:10 to 00:10:11: 23 superseded, 7 expired");
  });
});

test("the shapes of a density are those of its parts, and every state has its own", () => {
  fc.assert(
    fc.property(anyRows, anyWidth, (rows, width) => {
      const picture = draw(rows, 24, width);
      const shapes = densityShapes(picture);
      const states = new Set(picture.items.flatMap(({ parts }) => parts.map(({ state }) => state)));
      expect(shapes.map(({ state }) => state).sort()).toEqual([...states].sort());
      for (const { state, boxes } of shapes) {
        const parts = picture.items.filter((item) => item.parts.some((part) => part.state === state));
        for (const item of parts)
          expect(boxes.some((box) => box.left <= item.right && box.right >= item.left)).toBe(true);
        for (const box of boxes) expect(box.right > box.left && box.bottom > box.top).toBe(true);
      }
    }),
    propertyRuns(100),
  );
});
