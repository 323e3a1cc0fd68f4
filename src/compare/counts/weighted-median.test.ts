import fc from "fast-check";
import { expect, test } from "vitest";
import { propertyRuns } from "../../microfs/testing/property-runs";
import { lowerMedian } from "../testing/naive-counts";
import { toEnd } from "../testing/to-end";
import { countBelow, weightedMedian } from "./weighted-median";
import { listedValues, type Pairs, pairValues } from "./weighted-values";

const small = fc.integer({ min: -5, max: 9 });
const weight = fc.integer({ min: 1, max: 4 });

/** Lists of a few rows, and training rows that have one of them, or none. */
const pairs: fc.Arbitrary<Pairs> = fc
  .record({
    lists: fc.array(fc.array(small, { maxLength: 5 }), { minLength: 1, maxLength: 3 }),
    rows: fc.array(fc.tuple(fc.integer({ min: -1, max: 2 }), fc.option(small), weight), { maxLength: 8 }),
  })
  .map(({ lists, rows }) => ({
    listOf: Int32Array.from(rows, ([list]) => Math.min(list, lists.length - 1)),
    offsets: Int32Array.from([...lists, []], (_, list) => lists.slice(0, list).flat().length),
    ascending: Float64Array.from(lists.flatMap((list) => [...list].sort((a, b) => a - b))),
    base: Float64Array.from(rows, ([, base]) => base ?? Number.NaN),
    weight: Float64Array.from(rows, ([, , times]) => times),
    withoutWeight: 0,
  }));

/** Every pair as often as it counts. */
function expanded({ listOf, offsets, ascending, base, weight: times }: Pairs): number[] {
  return [...listOf].flatMap((list, i) => {
    const t = base[i] ?? Number.NaN;
    if (list < 0 || Number.isNaN(t)) return [];
    return [...ascending.slice(offsets[list], offsets[list + 1])].flatMap((value) =>
      Array<number>(times[i] ?? 0).fill(value - t),
    );
  });
}

test("the median of pairs and of listed values is that of all of them written out, however few are looked at at once", () => {
  const given = fc.record({
    pairs,
    listed: fc.array(fc.integer({ min: -2000, max: 90_000 }), { maxLength: 12 }),
    times: weight,
    most: fc.constantFrom(0, 1, 3, 1000),
    sampled: fc.constantFrom(1, 64),
  });
  fc.assert(
    fc.property(given, ({ pairs: some, listed, times, most, sampled }) => {
      const values = [pairValues(some), listedValues(Float64Array.from(listed), times)];
      const all = [...expanded(some), ...listed.flatMap((value) => Array<number>(times).fill(value))];
      expect(toEnd(weightedMedian(values, -2014, 90_000, { collected: most, sampled }))).toBe(
        lowerMedian(all.map(BigInt)),
      );
      // Bounds that leave values out ask for the median of the rest.
      const positive = all.filter((value) => value >= 1);
      expect(toEnd(weightedMedian(values, 1, 90_000, { collected: most, sampled }))).toBe(
        lowerMedian(positive.map(BigInt)),
      );
    }),
    propertyRuns(300),
  );
});

test("what lies below an edge does not count the edge", () => {
  fc.assert(
    fc.property(pairs, fc.uniqueArray(small, { minLength: 1 }), (some, unsorted) => {
      const edges = Float64Array.from(unsorted).sort();
      const all = expanded(some);
      const { weights } = toEnd(countBelow([pairValues(some)], edges));
      expect([...weights]).toEqual([...edges].map((edge) => all.filter((value) => value < edge).length));
    }),
    propertyRuns(100),
  );
});

test("weight that does not count after all is taken from the zeros", () => {
  const some: Pairs = {
    listOf: Int32Array.of(0, 0),
    offsets: Int32Array.of(0, 3),
    ascending: Float64Array.of(1, 2, 3),
    base: Float64Array.of(1, 3),
    weight: Float64Array.of(1, 10),
    withoutWeight: 11,
  };
  // −2 and −1 ten times each; 1 and 2 once.
  expect(toEnd(weightedMedian([pairValues(some)], -9, 9))).toBe(-1);
  expect(toEnd(weightedMedian([pairValues(some)], 0, 9))).toBe(1);
  expect(toEnd(weightedMedian([pairValues(some)], 0, 0))).toBe(null);
});
