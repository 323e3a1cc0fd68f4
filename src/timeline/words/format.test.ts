import { expect, test } from "vitest";
import type { CellValue, SliceColumnType } from "../../microfs/core";
import { scenarioSliceNamed } from "../scenario-slices";
import { durationInWords, roughDuration, spokenDuration } from "./duration-in-words";
import { formatMoment, formatMomentNear, momentStyle } from "./format-moment";
import { columnFormat, exactValue, formatValue } from "./format-value";

const us = (iso: string) => BigInt(Date.parse(iso)) * 1000n;
const DAY = 86_400_000_000n;
const HOUR = 3_600_000_000n;

test.each([
  ["2025-11-05T14:00:00Z", 0n, "5 Nov 14:00"],
  ["2025-11-05T00:00:00Z", 0n, "5 Nov 00:00"],
  ["2025-11-05T14:00:05Z", 0n, "5 Nov 14:00:05"],
  ["2025-11-05T14:00:00Z", 1n, "5 Nov 14:00:00.000001"],
  ["2025-11-05T14:00:05.250Z", 0n, "5 Nov 14:00:05.25"],
  ["1969-12-31T23:59:59.999Z", 999n, "31 Dec 23:59:59.999999"],
])("%s and %s µs reads %s", (iso, more, text) => {
  expect(formatMoment(us(iso) + more)).toBe(text);
});

test("the year is written where a slice's times lie in more than one", () => {
  expect(formatMoment(us("2025-11-05T14:00:00Z"), momentStyle(scenarioSliceNamed("many").slice))).toBe(
    "5 Nov 2025 14:00",
  );
  expect(momentStyle(scenarioSliceNamed("train").slice)).toEqual({ year: false });
});

test("near a moment of the same day the time alone is enough", () => {
  const moment = us("2025-11-05T14:00:00Z");
  expect(formatMomentNear(moment + 3n * HOUR, moment)).toBe("17:00");
  expect(formatMomentNear(moment + 12n * HOUR, moment)).toBe("6 Nov 02:00");
});

test.each([
  [4n * DAY, "4 days", "4 d", "4 days"],
  [DAY + 20n * HOUR, "1 day 20 hours", "1 d 20 h", "1 day 20 hours"],
  [2n * DAY + 4n * HOUR + 48n * 60_000_000n, "2 days 4 hours 48 minutes", "2 d 4 h", "2 days"],
  [5_400_000_000n, "1 hour 30 minutes", "1 h 30 min", "1 hour 30 minutes"],
  [DAY + 60_000_000n, "1 day 1 minute", "1 d", "1 day"],
  [1n, "1 microsecond", "1 µs", "1 microsecond"],
  [0n, "0 seconds", "0 s", "0 seconds"],
])("%s µs is %s in words, %s at a glance, %s when heard", (duration, words, rough, spoken) => {
  expect([durationInWords(duration), roughDuration(duration), spokenDuration(duration)]).toEqual([
    words,
    rough,
    spoken,
  ]);
});

function formatted(type: SliceColumnType, values: CellValue[]): string[] {
  return values.map(columnFormat({ name: "x", type, values }));
}

test.each<[string, SliceColumnType, CellValue[], string[]]>([
  [
    "floats have two decimals at least, so that they are seen to be floats",
    "float64",
    [50, 100.5, null],
    ["50.00", "100.50", "null"],
  ],
  [
    "a column shows the decimals it needs, four at most",
    "float64",
    [0.125, 3, 1 / 3],
    ["0.1250", "3.0000", "0.3333"],
  ],
  [
    "integers are exact, and names: without thousands",
    "int64",
    [9007199254740993n, -5n],
    ["9007199254740993", "−5"],
  ],
  ["bools are words", "bool", [true, false], ["yes", "no"]],
  ["an empty text is seen to be one", "string", ["", "plan <b>"], ["“”", "plan <b>"]],
  ["a tiny float is not shown as 0", "float64", [0.00000123, 0], ["0.00000123", "0.0000"]],
  ["what is no number says so", "float64", [Number.NaN, Number.POSITIVE_INFINITY], ["NaN", "∞"]],
  ["times are moments", "timestamp", [us("2025-11-05T14:00:00Z")], ["5 Nov 14:00"]],
])("%s", (_, type, values, texts) => {
  expect(formatted(type, values)).toEqual(texts);
});

test("long text is cut by whole letters, exact values are not", () => {
  const long = "🙂".repeat(30);
  expect([...formatValue(long)]).toHaveLength(24);
  expect(exactValue(long, "string")).toBe(long);
  expect(exactValue(us("2025-11-05T14:00:00Z"), "timestamp")).toBe("5 Nov 2025 14:00");
  expect(exactValue(0.1, "float64")).toBe("0.1");
});
