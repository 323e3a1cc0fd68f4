import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ColumnType } from "../../microfs/core";
import { keyText, readKeyText } from "./entity-text";

describe("readKeyText", () => {
  test.each<[ColumnType, string, unknown]>([
    ["int64", "2", 2n],
    ["int64", " -7 ", -7n],
    ["int64", "−7", -7n],
    ["int64", "+7", 7n],
    ["int64", "9007199254740993", 9007199254740993n],
    ["float64", "2.5", 2.5],
    ["float64", "1e3", 1000],
    ["string", " 2 ", " 2 "],
    ["bool", "Yes", true],
    ["bool", "false", false],
    ["timestamp", "2025-11-05 14:00", 1762351200000000n],
  ])("reads as %s: “%s”", (type, text, value) => {
    expect(readKeyText(type, text)).toEqual({ ok: true, value });
  });

  test.each<[ColumnType, string, string]>([
    ["int64", "two", "is not a whole number, like 2"],
    ["int64", "2.0", "is not a whole number, like 2"],
    ["int64", "1 204", "is not a whole number, like 2"],
    ["int64", "9223372036854775808", "does not fit into 64 bits"],
    ["float64", "0x10", "is not a number, like 2.5"],
    ["float64", "Infinity", "is not a number, like 2.5"],
    ["bool", "1", "is neither true nor false"],
    ["timestamp", "2025-11-31", "has day 31: November 2025 has 30 days"],
  ])("refuses as %s: “%s”", (type, text, reason) => {
    expect(readKeyText(type, text)).toEqual({ ok: false, reason });
  });
});

test("a key's text is read back as the very same value", () => {
  const keys = fc.oneof(
    fc.record({
      type: fc.constant<ColumnType>("int64"),
      value: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
    }),
    fc.record({
      type: fc.constant<ColumnType>("float64"),
      value: fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0 || 0),
    }),
    fc.record({ type: fc.constant<ColumnType>("string"), value: fc.string({ unit: "grapheme" }) }),
    fc.record({ type: fc.constant<ColumnType>("bool"), value: fc.boolean() }),
    fc.record({
      type: fc.constant<ColumnType>("timestamp"),
      value: fc.bigInt({ min: 0n, max: 4_000_000_000_000_000n }),
    }),
  );
  fc.assert(
    fc.property(keys, ({ type, value }) => {
      expect(readKeyText(type, keyText(type, value))).toEqual({ ok: true, value });
    }),
  );
});
