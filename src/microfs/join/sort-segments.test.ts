import fc from "fast-check";
import { expect, test } from "vitest";
import { sortSegments } from "./sort-segments";

/** Few times, so that many are equal, in segments below and above what is put in order one by one. */
const segments = fc.array(
  fc.array(fc.record({ first: fc.integer({ max: 9, min: 0 }), second: fc.integer({ max: 2, min: 0 }) }), {
    maxLength: 70,
    size: "max",
  }),
  { maxLength: 5 },
);

test("every segment is sorted by itself, by the first time and then the second, ties in the order they had", () => {
  fc.assert(
    fc.property(segments, fc.boolean(), (given, bySecond) => {
      const rows = given.flat();
      const ends = given.map((_, s) => given.slice(0, s + 1).flat().length);
      const first = Float64Array.from(rows, (row) => row.first);
      const second = BigInt64Array.from(rows, (row) => BigInt(row.second));
      const order = Int32Array.from(rows.keys());
      const by: [Float64Array] | [Float64Array, BigInt64Array] = bySecond ? [first, second] : [first];
      sortSegments(Int32Array.of(0, ...ends), [first, second, order], by);

      let start = 0;
      const expected = given.flatMap((segment) => {
        const numbered = segment.map((row, i) => ({ ...row, i: start + i }));
        start += segment.length;
        return numbered.sort((a, b) => a.first - b.first || (bySecond ? a.second - b.second : 0));
      });
      expect([...order]).toEqual(expected.map(({ i }) => i));
      expect([...first]).toEqual(expected.map((row) => row.first));
      expect([...second]).toEqual(expected.map((row) => BigInt(row.second)));
    }),
  );
});
