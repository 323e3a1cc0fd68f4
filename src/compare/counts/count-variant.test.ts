import fc from "fast-check";
import { expect, test } from "vitest";
import { propertyRuns } from "../../microfs/testing/property-runs";
import { lowerMedian, naiveCells, type PlainCell } from "../testing/naive-counts";
import { plainView, viewOfPlain } from "../testing/plain-view";
import { toEnd } from "../testing/to-end";
import { variantsOf } from "../variant";
import { variantTable } from "../variant-table";
import { countVariant, factsOf } from "./count-variant";

/** Counts of cells that are there, one by one. */
function countCells(cells: readonly PlainCell[]) {
  const count = (is: (cell: PlainCell) => boolean) => cells.filter(is).length;
  return {
    cells: cells.length,
    other: count(({ row, own }) => row !== own),
    leaked: count(({ peekUs }) => peekUs > 0n),
    stale: count(({ isStale }) => isStale),
    empty: count(({ value }) => value === null),
  };
}

test("counts by products are those of the table, built and looked at cell by cell", () => {
  fc.assert(
    fc.property(plainView, (given) => {
      const data = viewOfPlain(given);
      const facts = factsOf(data);
      for (const variant of variantsOf(data.joins.map(({ join }) => join.rule))) {
        const cells = naiveCells(given, data, variant);
        const { peek, ...counts } = toEnd(countVariant(variantTable(data, variant), facts));
        const rowsOf = (trainingRow: number) =>
          cells.filter((cell) => cell.trainingRow === trainingRow).length / (2 * given.joins.length);
        const moved = cells.filter(({ isNewer, isOlder }) => isNewer || isOlder);
        const leaked = cells.filter(({ peekUs }) => peekUs > 0n);
        expect(counts, variant.name).toEqual({
          name: variant.name,
          rows: cells.length / (2 * given.joins.length),
          multipliedRows: [...data.order.keys()].filter((trainingRow) => rowsOf(trainingRow) > 1).length,
          ...countCells(cells),
          newer: cells.filter(({ isNewer }) => isNewer).length,
          older: cells.filter(({ isOlder }) => isOlder).length,
          medianShiftUs: lowerMedian(moved.map(({ shiftUs }) => shiftUs)),
          medianPeekUs: lowerMedian(leaked.map(({ peekUs }) => peekUs)),
          features: data.joins.flatMap(({ features, number }) =>
            features.map(({ name, column }, at) => ({
              name,
              join: number,
              column,
              ...countCells(cells.filter((cell) => cell.join === number && cell.column === at)),
            })),
          ),
        });
        expect(peek.counts, variant.name).toEqual(
          peek.counts.map(
            (_, bin) =>
              leaked.filter(({ peekUs }) => {
                const [from = 0, to = 0] = peek.edgesUs.slice(bin, bin + 2);
                return peekUs >= from && peekUs < to;
              }).length,
          ),
        );
        expect(peek.counts.reduce((sum, count) => sum + count, 0)).toBe(leaked.length);
        expect(peek.counts.length).toBeLessThanOrEqual(40);
      }
    }),
    propertyRuns(120),
  );
});

test("a row that was corrected late can leak and be stale at once: a table's leaked and stale cells can be more than its other ones", () => {
  const values = [1, 1];
  const data = viewOfPlain({
    spine: [{ key: 1n, t: 10n }],
    joins: [
      {
        // Of the two the later one was known at 10; the earlier one came to be known at 20.
        rows: [
          { key: 1n, event: 1n, created: 20n, values },
          { key: 1n, event: 3n, created: 4n, values },
        ],
        hasCreated: true,
        delayUs: 0n,
        join: {},
      },
    ],
  });
  const ordinary = variantsOf(data.joins.map(({ join }) => join.rule)).find(
    ({ name }) => name === "ordinary",
  );
  if (ordinary === undefined) throw new RangeError("the ordinary join must be on the menu");
  const counts = toEnd(countVariant(variantTable(data, ordinary), factsOf(data)));
  expect(counts).toMatchObject({ rows: 2, cells: 4, other: 2, leaked: 2, stale: 2, newer: 0, older: 2 });
});
