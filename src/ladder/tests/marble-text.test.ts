import fc from "fast-check";
import { expect, test } from "vitest";
import { propertyRuns } from "../../microfs/testing/property-runs";
import { MARBLE_DAYS, type MarbleEvent, readAsked, readEvents, writeAsked, writeEvents } from "./marble-text";

test("a letter is a row; a line after it leads to when it was known, one before it comes from there", () => {
  expect(readEvents(["a--b~~|---", "|~~c|-----"])).toEqual([
    { letter: "a", day: 0, knownDay: 0 },
    { letter: "b", day: 3, knownDay: 6 },
    { letter: "c", day: 3, knownDay: 0 },
  ]);
});

test("rows of one day stand in two lines, and so do rows whose times cross", () => {
  const lines = ["a~~|------", "-b--------", "-c--------"];
  expect(writeEvents(readEvents(lines))).toEqual(lines);
});

test("a row that was known before does not touch the end of another, which would take it for its own", () => {
  const rows: MarbleEvent[] = [
    { letter: "a", day: 0, knownDay: 0 },
    { letter: "b", day: 3, knownDay: 1 },
  ];
  expect(writeEvents(rows)).toEqual(["a---------", "-|~b------"]);
});

test("what cannot be read is refused", () => {
  for (const line of ["a-~|", "a-?-", "|--", "a b"])
    expect(() => readEvents([line]), line).toThrow(SyntaxError);
  expect(() => readAsked("--a--")).toThrow(SyntaxError);
});

const day = fc.integer({ min: 0, max: MARBLE_DAYS - 1 });
const rows = fc.array(fc.tuple(day, fc.option(day, { nil: null, freq: 2 })), { maxLength: 12 }).map((days) =>
  days.map(
    ([at, known], i): MarbleEvent => ({
      letter: String.fromCharCode((i % 3 === 2 ? 65 : 97) + i),
      day: at,
      knownDay: known ?? at,
    }),
  ),
);

test("what is written is read again as it was", () => {
  fc.assert(
    fc.property(rows, (events) => {
      const lines = writeEvents(events);
      expect(lines.every((line) => line.length === MARBLE_DAYS)).toBe(true);
      expect(readEvents(lines)).toEqual(events);
    }),
    propertyRuns(300),
  );
  fc.assert(
    fc.property(fc.uniqueArray(day), (days) => {
      expect(readAsked(writeAsked(days))).toEqual(days.toSorted((a, b) => a - b));
    }),
    propertyRuns(30),
  );
});
