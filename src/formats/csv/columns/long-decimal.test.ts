import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { propertyRuns } from "../../../microfs/testing/property-runs";
import { LongDecimalReader } from "./long-decimal";

const reader = new LongDecimalReader();

/** What is found of a decimal without a sign, or undefined where it is left to the slow way. */
function read(text: string) {
  const bytes = new TextEncoder().encode(text);
  const point = text.indexOf(".");
  const wasRead = reader.read(bytes, 0, bytes.length, point < 0 ? -1 : text.length - point - 1);
  return wasRead ? { ...reader.found } : undefined;
}

test.each<[text: string, value: number, keepsDigits: boolean]>([
  ["0.30000000000000004", 0.30000000000000004, true],
  ["3.141592653589793", Math.PI, true],
  ["3.1415926535897931", Math.PI, false],
  ["123456789.123456789", 123456789.12345679, false],
  ["72057594037927955", 72057594037927952, false],
  ["9007199254740991", 9007199254740991, true],
  ["1294030472427835393", 1294030472427835400, false],
  ["0.10000000000000001", 0.1, false],
])("%s", (text, value, keepsDigits) => {
  expect(read(text)).toEqual({ value, keepsDigits });
});

describe("agrees with Number and String", () => {
  const agrees = (text: string) => {
    const found = read(text);
    if (found === undefined) return;
    expect(found.value).toBe(Number(text));
    const digits = (one: string) => one.replace(".", "").replace(/^0+|0+$/g, "");
    const shortest = String(found.value);
    if (!shortest.includes("e")) expect(found.keepsDigits).toBe(digits(shortest) === digits(text));
  };

  test("on what doubles are written as, and a little beside", () => {
    const double = fc.double({ min: 1e-4, max: 1e15, noNaN: true });
    fc.assert(
      fc.property(double, fc.constantFrom("", "1", "9", "49", "5", "51"), (value, more) => {
        const text = String(value);
        agrees(text);
        agrees(text.includes(".") ? text + more : text);
        agrees(value.toPrecision(17));
        agrees(value.toPrecision(16));
      }),
      propertyRuns(2000),
    );
  });

  test("on any digits", () => {
    const digits = fc
      .array(fc.integer({ min: 0, max: 9 }), { minLength: 15, maxLength: 20 })
      .map((all) => all.join(""));
    fc.assert(
      fc.property(digits, fc.nat(20), (all, cut) => {
        agrees(cut >= all.length ? all : `${all.slice(0, cut)}.${all.slice(cut)}`);
      }),
      propertyRuns(5000),
    );
  });

  test("halfway between two doubles it decides nothing, or rightly", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 2n ** 53n, max: 2n ** 60n }), (whole) => {
        for (const near of [whole - 1n, whole, whole + 1n]) agrees(String(near));
      }),
      propertyRuns(2000),
    );
  });
});
