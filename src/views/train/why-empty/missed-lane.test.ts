import { expect, test } from "vitest";
import type { DrawnRow, JustMissed } from "../../../worker/why-empty/why-empty-results";
import { beside, missedLane, noRowsX, valueWords } from "./missed-lane";

const HOUR = 3_600_000_000n;
const T = 1_746_079_200_000_000n; // 1 May 2025, 06:00

/** Rows so many hours before the line, and known so many hours later; the first one is the one that was missed. */
function missed(
  ttlHours: bigint | null,
  ...rows: readonly (readonly [before: bigint, late: bigint])[]
): JustMissed {
  const drawn = rows.map(
    ([before, late], row): DrawnRow => ({
      row,
      eventUs: T - before * HOUR,
      knownUs: T - before * HOUR + late * HOUR,
      value: 1,
    }),
  );
  return {
    line: 0,
    missedAs: "expired",
    cell: {
      trainingRow: 0,
      spineRow: 0,
      timeUs: T,
      asked: ["5"],
      way: null,
      byUs: null,
      nearest: { row: 0, written: ["5"], eventUs: drawn[0]?.eventUs ?? 0n },
      nullColumns: [],
    },
    rows: drawn.toSorted((a, b) => Number(a.eventUs - b.eventUs)),
    rule: {
      direction: "backward",
      clock: "created_time",
      delayUs: 0n,
      ttlUs: ttlHours === null ? null : ttlHours * HOUR,
      allowExactMatches: true,
    },
    column: { name: "n", type: "int64" },
  };
}

test.each([300, 590, 900])("the line stands at the same share of %i pixels, whatever the scale", (width) => {
  const short = missedLane(missed(24n, [26n, 0n]), "expired", width);
  const long = missedLane(missed(240n, [500n, 0n]), "expired", width);
  expect([short.lineX, long.lineX]).toEqual([Math.round(0.76 * width), Math.round(0.76 * width)]);
  for (const { marks, ttlX, gap } of [short, long]) {
    expect(marks[0]?.x).toBeGreaterThan(0);
    expect(gap).toEqual({ from: marks[0]?.x, to: ttlX });
  }
});

test("a row that is known late has a tail over the line, and what is missing is from the line to its end", () => {
  const { marks, lineX, gap, width } = missedLane(missed(null, [1n, 4n]), "not_yet_known", 600);
  const [mark] = marks;
  expect(mark).toMatchObject({ state: "not_yet_known", isNearest: true });
  expect(mark?.x).toBeLessThan(lineX);
  expect(mark?.tailX).toBeGreaterThan(lineX);
  expect(mark?.tailX).toBeLessThanOrEqual(width);
  expect(gap).toEqual({ from: lineX, to: mark?.tailX });
});

test("rows under another key are shown as far as they stay near, and none has a verdict", () => {
  const lane = missedLane(missed(null, [10n, 0n], [40n, 0n], [900n, 0n]), "no_entity", 600);
  expect(lane.isOtherKey).toBe(true);
  expect(lane.marks.map(({ row, state }) => [row, state])).toEqual([
    [1, "undecided"],
    [0, "undecided"],
  ]);
});

test("a first row after the line lies to its right", () => {
  const { marks, lineX, gap } = missedLane(missed(null, [-2n, 0n]), "future_only", 600);
  expect(marks[0]).toMatchObject({ state: "future" });
  expect(gap).toEqual({ from: lineX, to: marks[0]?.x });
});

test("the value of a mark stands where nothing else does, and no mark is cut at an end", () => {
  const side = (...rows: Parameters<typeof missed>[1][]) =>
    missedLane(missed(24n, ...rows), "expired", 600).marks.find(({ isNearest }) => isNearest)?.valueSide;
  expect(side([50n, 0n])).toBe("left");
  expect(side([50n, 0n], [51n, 0n])).toBe("right");
  expect(side([50n, 0n], [51n, 0n], [49n, 0n])).toBe("below");
  const { marks, width } = missedLane(missed(24n, [50n, 0n], [-18n, 0n]), "expired", 600);
  expect(marks.map(({ x }) => x < width - 6)).toEqual([true]);
});

test("words do not lie across the line", () => {
  const lane = { lineX: 100, width: 160 };
  expect(beside(101, 4, lane)).toBe(118);
  expect(beside(158, 4, lane)).toBe(142);
  expect(beside(99, 4, lane)).toBe(82);
});

test("no word of the axis runs into a value that stands below its mark", () => {
  const lane = missedLane(missed(null, [50n, 0n], [51n, 0n], [49n, 0n]), "expired", 600);
  const [below] = lane.marks.filter(({ valueSide }) => valueSide === "below");
  const near = lane.ticks.filter(({ x, label }) => label !== "" && Math.abs(x - (below?.x ?? 0)) < 64);
  expect(below).toBeDefined();
  expect(near).toEqual([]);
});

test("that a key has no rows is not said under the arc from the row that was missed", () => {
  const near = missedLane(missed(null, [10n, 0n], [40n, 0n]), "no_entity", 600);
  const [nearest = 0] = near.marks.filter(({ isNearest }) => isNearest).map(({ x }) => x);
  expect((noRowsX(near) ?? 0) + 77).toBeLessThan(nearest);
  const far = missedLane(missed(null, [10n, 0n]), "no_entity", 700);
  expect(noRowsX(far)).toBeGreaterThan(far.lineX);
  expect(noRowsX(missedLane(missed(null, [10n, 0n]), "no_entity", 300))).toBeNull();
});

test.each([
  [9.5, "float64", "9.50"],
  [0.12345, "float64", "0.1235"],
  [7n, "int64", "7"],
] as const)("%s of %s is “%s”", (value, type, words) => {
  expect(valueWords(value, type)).toBe(words);
});
