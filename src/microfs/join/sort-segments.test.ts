import fc from "fast-check";
import { expect, test } from "vitest";
import { sortSegments } from "./sort-segments";

interface Row {
  first: number;
  second: number;
  id: number;
}

/** Segments below and above what is put in order by blocks: rows in order, of which some were put elsewhere: as event data comes, late here and there; or in no order at all. */
const anySegment = fc
  .tuple(
    fc.array(fc.tuple(fc.nat(9), fc.nat(2)), { maxLength: 70, size: "max" }),
    fc.boolean(),
    fc.array(fc.tuple(fc.nat(40), fc.nat(40)), { maxLength: 3 }),
  )
  .map(([rows, isInOrder, moves]) => {
    const arranged = isInOrder ? rows.toSorted(([a, x], [b, y]) => a - b || x - y) : [...rows];
    for (const [from, to] of moves) arranged.splice(to, 0, ...arranged.splice(from, 1));
    return arranged;
  });

test("every segment comes out in stable order, by one time or by two, whatever order it had", () => {
  fc.assert(
    fc.property(fc.array(anySegment, { maxLength: 4 }), fc.boolean(), (segments, byBoth) => {
      const rows = segments.flat().map(([first, second], id): Row => ({ first, second, id }));
      const starts = [0];
      for (const segment of segments) starts.push((starts.at(-1) ?? 0) + segment.length);
      const expected = segments.flatMap((_, i) =>
        rows
          .slice(starts[i], starts[i + 1])
          .sort((a, b) => a.first - b.first || (byBoth ? a.second - b.second : 0)),
      );

      const first = Float64Array.from(rows, (row) => row.first);
      const second = BigInt64Array.from(rows, (row) => BigInt(row.second));
      const ids = Int32Array.from(rows, (row) => row.id);
      sortSegments(Int32Array.from(starts), [first, second, ids], byBoth ? [first, second] : [first]);

      expect(Array.from(ids)).toEqual(expected.map(({ id }) => id));
      expect(Array.from(first)).toEqual(expected.map((row) => row.first));
      expect(Array.from(second)).toEqual(expected.map((row) => BigInt(row.second)));
    }),
  );
});
