import { expect, test } from "vitest";
import type { BatchColumn, Utf8Texts } from "./columns/column-batch";
import { EntityCount } from "./entity-count";

const numbers = (...values: bigint[]): BatchColumn => ({
  type: "int64",
  values: BigInt64Array.from(values),
  valid: new Uint8Array(values.length).fill(1),
  texts: null,
});

/** Texts, each of one letter of `letters`; every batch has its own codes for them. */
const letters = (all: string, ...codes: number[]): BatchColumn => {
  const texts: Utf8Texts = {
    length: all.length,
    offsets: Int32Array.from({ length: all.length + 1 }, (_, at) => at),
    bytes: new TextEncoder().encode(all),
  };
  return {
    type: "string",
    values: Int32Array.from(codes),
    valid: new Uint8Array(codes.length).fill(1),
    texts,
  };
};

test("numbers are counted over all batches, each once, also where no double holds them", () => {
  const count = new EntityCount(["int64"]);
  expect(count.count).toBe(0);
  count.add([numbers(7n, 8n, 7n, 2n ** 53n)], 4);
  count.add([numbers(2n ** 53n + 1n, 8n, -7n)], 3);
  count.add([numbers()], 0);
  expect(count.count).toBe(5);
});

test("texts are counted by what they say, not by their codes in a batch", () => {
  const count = new EntityCount(["string"]);
  count.add([letters("abc", 0, 2, 0)], 3); // b is in no row
  count.add([letters("ca", 0, 1)], 2);
  expect(count.count).toBe(2);
  count.add([letters("b", 0)], 1);
  expect(count.count).toBe(3);
});

test("keys of two columns are counted as pairs", () => {
  const count = new EntityCount(["int64", "string"]);
  count.add([numbers(1n, 2n, 1n), letters("ab", 0, 0, 1)], 3);
  count.add([numbers(2n, 2n), letters("ba", 1, 0)], 2);
  expect(count.count).toBe(4);
});
