import fc from "fast-check";
import { expect, test } from "vitest";
import { formatNames, readNames } from "./names";

test("names are written as one text", () => {
  expect(formatNames(["amount", "a,b", "100%"])).toBe("amount,a%2Cb,100%25");
});

test("any names survive it", () => {
  const names = fc.array(fc.oneof(fc.string(), fc.constantFrom("%2C", "%252C", ",", "")), { minLength: 1 });
  fc.assert(
    fc.property(names, (some) => {
      expect(readNames(formatNames(some))).toEqual(some);
    }),
  );
});
