import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { propertyRuns } from "../../../microfs/testing/property-runs";
import { columnOf, type NumberFormat } from "../csv-plan";
import { readCell } from "../testing/read-cell";
import { columnBuilder } from "./column-builder";
import { ZoneClock } from "./zone-clock";

const encoder = new TextEncoder();
const TEXTS = { quotedBlankIsNull: true, unescapeFormulas: false };

const COMMA_DECIMAL: NumberFormat = { decimal: ",", thousands: "" };

describe("int64", () => {
  test.each<[text: string, value: bigint | null | string]>([
    ["0", 0n],
    ["-0", 0n],
    ["+7", 7n],
    ["007", 7n],
    [" 42 ", 42n],
    ["-1", -1n],
    ["-4294967296", -4294967296n],
    ["-4294967297", -4294967297n],
    ["999999999999999", 999999999999999n],
    ["9007199254740993", 9007199254740993n],
    ["9223372036854775807", 9223372036854775807n],
    ["-9223372036854775808", -9223372036854775808n],
    ["9223372036854775808", "<is outside the 64-bit integers, −9223372036854775808 to 9223372036854775807>"],
    ["", null],
    ["   ", null],
    ["1.0", 1n],
    ["-2.000", -2n],
    ["9223372036854775807.0", 9223372036854775807n],
    ["1.", "<is not a whole number>"],
    ["1.5", "<is not a whole number>"],
    ["1.0.0", "<is not a whole number>"],
    ["1,0", "<is not a whole number>"],
    ["(30)", -30n],
    ["−7", -7n],
    ["(-7)", "<is not a whole number>"],
    ["1e3", "<is not a whole number>"],
    ["-", "<is not a whole number>"],
    ["1,000", "<is not a whole number>"],
    ["twelve", "<is not a whole number>"],
  ])("%j reads as %s", (text, value) => {
    expect(readCell("int64", text)).toBe(value);
  });

  test("reads every 64-bit integer exactly", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), (value) => {
        expect(readCell("int64", String(value))).toBe(value);
      }),
    );
  });
});

describe("float64", () => {
  test.each<[text: string, value: number | null | string]>([
    ["1", 1],
    ["-0.5", -0.5],
    [".5", 0.5],
    ["5.", 5],
    ["1e-7", 1e-7],
    ["0.1", 0.1],
    ["123456789.123456789", 123456789.12345679],
    ["NaN", Number.NaN],
    ["-Infinity", Number.NEGATIVE_INFINITY],
    ["inf", Number.POSITIVE_INFINITY],
    ["", null],
    [".", "<is not a number>"],
    ["0x10", "<is not a number>"],
    ["1_000", "<is not a number>"],
    ["1,5", "<is not a number>"],
    ["1e999", "<is too large for a 64-bit float>"],
  ])("%j reads as %s", (text, value) => {
    expect(readCell("float64", text)).toBe(value);
  });

  test("reads what any double is written as, in both notations, as that double", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(readCell("float64", String(value))).toBe(value + 0);
        expect(readCell("float64", value.toExponential())).toBe(value + 0);
        expect(readCell("float64", value.toFixed(3))).toBe(Number(value.toFixed(3)));
      }),
    );
  });
});

test("millions of digits are refused as soon as they are seen", () => {
  const digits = "9".repeat(5_000_000);
  expect(readCell("int64", digits)).toMatch(/^<is outside the 64-bit integers/);
  expect(readCell("float64", digits)).toBe("<is not a number>");
  expect(readCell("float64", "9".repeat(400))).toBe("<is too large for a 64-bit float>");
  expect(readCell("timestamp", `2025-11-05 14:00 ${digits}`)).toMatch(/^<is not a time like/);
});

describe("numbers written otherwise", () => {
  test.each<[text: string, decimal: "." | ",", thousands: NumberFormat["thousands"], value: number | string]>(
    [
      ["1,5", ",", "", 1.5],
      ["1.234,5", ",", ".", 1234.5],
      ["-1.234.567,25", ",", ".", -1234567.25],
      ["1,234,567.5", ".", ",", 1234567.5],
      ["12 345,5", ",", " ", 12345.5],
      ["12\u00a0345,5", ",", " ", 12345.5],
      ["12\u202f345,5", ",", " ", 12345.5],
      ["12'345.5", ".", "'", 12345.5],
      ["12’345.5", ".", "'", 12345.5],
      ["1234,5", ",", ".", 1234.5],
      ["1,23,456", ".", ",", "<is not a number>"],
      ["1234,567", ".", ",", "<is not a number>"],
      [",123", ".", ",", "<is not a number>"],
      ["1,234,", ".", ",", "<is not a number>"],
      ["1.5", ",", "", "<is not a number>"],
      ["1,5,5", ",", "", "<is not a number>"],
    ],
  )("%j with the decimal %j and thousands %j reads as %s", (text, decimal, thousands, value) => {
    expect(readCell("float64", text, { number: { decimal, thousands } })).toBe(value);
  });

  test("whole numbers may have thousands separators, and stay exact", () => {
    const number = { decimal: ".", thousands: "," } as const;
    expect(readCell("int64", "9,007,199,254,740,993", { number })).toBe(9007199254740993n);
    expect(readCell("int64", "1,234.5", { number })).toBe("<is not a whole number>");
    expect(readCell("int64", "7", { number: COMMA_DECIMAL })).toBe(7n);
  });
});

describe("numbers with a unit", () => {
  test.each<[text: string, unit: string, value: number | string]>([
    ["12.5%", "%", 12.5],
    ["12.5 %", "%", 12.5],
    ["$5", "$", 5],
    ["-$5", "$", -5],
    ["$-5", "$", -5],
    ["$ 1.50", "$", 1.5],
    ["($30.00)", "$", -30],
    ["$(30.00)", "$", -30],
    ["( 30.00 $ )", "$", -30],
    ["30\u00a0€", "€", 30],
    ["−30 €", "€", -30],
    ["EUR 7", "EUR", 7],
    ["7", "EUR", 7],
    ["7 USD", "EUR", "<is not a number>"],
    ["EUR", "EUR", "<is not a number>"],
    ["$5$", "$", "<is not a number>"],
    ["(-5)", "$", "<is not a number>"],
    ["--5", "$", "<is not a number>"],
    ["()", "$", "<is not a number>"],
  ])("%j with the unit %j reads as %s", (text, unit, value) => {
    expect(readCell("float64", text, { number: { decimal: ".", thousands: "", unit } })).toBe(value);
  });

  test("whole numbers may have one too", () => {
    const number = { decimal: ".", thousands: ",", unit: "km" } as const;
    expect(readCell("int64", "1,234 km", { number })).toBe(1234n);
    expect(readCell("int64", "1.5 km", { number })).toBe("<is not a whole number>");
  });

  test.each<[text: string, value: number | string]>([
    ["12,34,567.5", 1234567.5],
    ["1,23,456", 123456],
    ["99,999", 99999],
    ["999", 999],
    ["1,234,567", "<is not a number>"],
    ["123,456", "<is not a number>"],
    ["12,34", "<is not a number>"],
  ])("%j in lakh reads as %s", (text, value) => {
    const number = { decimal: ".", thousands: ",", groups: "lakh" } as const;
    expect(readCell("float64", text, { number })).toBe(value);
  });

  test("parentheses and the sign U+2212 are a minus without a unit as well", () => {
    expect(readCell("float64", "(1.5)")).toBe(-1.5);
    expect(readCell("float64", "−1.5")).toBe(-1.5);
    expect(readCell("float64", "−1e3")).toBe(-1000);
  });
});

describe("bool", () => {
  test.each([
    ["true", true],
    ["FALSE", false],
    ["Yes", true],
    ["n", false],
    ["1", true],
    ["0", false],
    [" t ", true],
    ["", null],
    ["maybe", "<is not true or false>"],
    ["constructor", "<is not true or false>"],
    ["trueish", "<is not true or false>"],
  ])("%j reads as %s", (text, value) => {
    expect(readCell("bool", text)).toBe(value);
  });
});

describe("string", () => {
  test.each(["a", " a ", " ", "<b>hi</b>", "__proto__", "toString", "é漢字🙂", "=1+1", "'=1+1"])(
    "%j stays as it is",
    (text) => {
      expect(readCell("string", text)).toBe(text);
    },
  );

  test("blanks around it are left out where the column trims", () => {
    expect(readCell("string", "  a b ", { trim: true })).toBe("a b");
    expect(readCell("string", "   ", { trim: true })).toBe(null);
  });

  test("a NUL byte is refused", () => {
    expect(readCell("string", "a\0b")).toBe("<holds a NUL byte, which text never has>");
  });

  test("bytes that are no UTF-8 are refused, with a way out", () => {
    const builder = columnBuilder(columnOf("c", "string"), 1, new ZoneClock("UTC"), TEXTS);
    expect(builder.read(new Uint8Array([74, 0xe9]), 0, 2, false, 0)).toBe(
      "is not UTF-8: if the file is from an older program, choose windows-1252",
    );
  });

  test("any texts come back, each different one once in the dictionary", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string({ unit: "binary", minLength: 1 }), fc.constantFrom("a", "b")), {
          maxLength: 2000,
          size: "max",
        }),
        (drawn) => {
          const texts = drawn.map((text) => text.replaceAll("\0", "0"));
          const builder = columnBuilder(columnOf("c", "string"), texts.length, new ZoneClock("UTC"), TEXTS);
          for (const [row, text] of texts.entries()) {
            const bytes = encoder.encode(text);
            expect(builder.read(bytes, 0, bytes.length, false, row)).toBeUndefined();
          }
          const built = builder.finish(texts.length);
          if (built.type !== "string") throw new Error("not text");
          const { offsets, bytes, length } = built.dictionary;
          const dictionary = Array.from({ length }, (_, code) =>
            new TextDecoder("utf-8", { ignoreBOM: true }).decode(
              bytes.subarray(offsets[code], offsets[code + 1]),
            ),
          );
          expect(Array.from(built.codes, (code) => dictionary[code])).toEqual(texts);
          expect(length).toBe(new Set(texts).size);
        },
      ),
      propertyRuns(30),
    );
  });
});
