import fc from "fast-check";
import { expect, test } from "vitest";
import { parseDuration, writeDuration } from "./duration";

test.each([
  [0n, "0s"],
  [3_888_000_000_000n, "45d"],
  [189_000_000_000n, "2d4h30m"],
  [250_000n, "250ms"],
  [1n, 0.001],
])("%s microseconds are written %s", (us, written) => {
  expect(writeDuration(us)).toBe(written);
});

test("what is written is read as it was", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), (us) => {
      expect(parseDuration(writeDuration(us), "duration")).toBe(us);
    }),
  );
});
