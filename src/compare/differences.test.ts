import fc from "fast-check";
import { expect, test } from "vitest";
import type { CellValue, ColumnType } from "../microfs/core";
import { propertyRuns } from "../microfs/testing/property-runs";
import { type ComparedTable, comparedTable } from "./compared-table";
import { factsOf } from "./counts/count-variant";
import { differences, nextDifferent } from "./differences";
import { naiveCells } from "./testing/naive-counts";
import { plainView, viewOfPlain } from "./testing/plain-view";
import { toEnd } from "./testing/to-end";
import { variantsOf } from "./variant";
import { variantTable } from "./variant-table";

/** A table that somebody has finished: nobody knows from which rows. */
function finished(columns: Readonly<Record<string, readonly [ColumnType, ...CellValue[]]>>): ComparedTable {
  const lists = Object.entries(columns).map(([name, [type, ...values]]) => ({ name, type, values }));
  return {
    numRows: lists[0]?.values.length ?? 0,
    columns: lists.map(({ name, type, values }) => ({
      name,
      type,
      join: 0,
      column: name,
      valueAt: (row) => values[row] ?? null,
      lineage: null,
    })),
  };
}

/** Name, training row and size of each, in order. */
const listed = (above: ComparedTable, below: ComparedTable) =>
  toEnd(differences(above, below))
    .page(0, 100)
    .map(({ trainingRow, pair, size }) => [pair.above.name, trainingRow, size]);

test("the size of a difference is told by the column's quartiles, and is 1 where there is no number to tell", () => {
  const above = finished({
    n: ["float64", 0, 10, 20, 30, 40],
    text: ["string", "a", "a", null, "a", "b"],
    only_here: ["string", "a", "a", "a", "a", "a"],
  });
  const below = finished({
    text: ["string", "a", "b", null, null, "b"],
    n: ["float64", 0, 15, 20, 900, null],
  });
  // 0 0 10 15 20 20 30 40 900: the quartiles are 10 and 30.
  expect(listed(above, below)).toEqual([
    ["text", 1, 1],
    ["n", 3, 1],
    ["text", 3, 1],
    ["n", 4, 1],
    ["n", 1, 0.25],
  ]);
});

test("NaN equals NaN, and whole numbers are equal whatever type holds them", () => {
  const above = finished({ n: ["float64", Number.NaN, 1, 2, Number.NaN] });
  const below = finished({ n: ["int64", Number.NaN, 1n, 3n, 4n] });
  // 1 1 2 3 4: the quartiles are 1 and 3.
  expect(listed(above, below)).toEqual([
    ["n", 3, 1],
    ["n", 2, 0.5],
  ]);
});

test("where the quartiles are equal the range tells the size", () => {
  const above = finished({ n: ["float64", 5, 5, 5, 5, 5, 5] });
  const below = finished({ n: ["float64", 5, 5, 5, 5, 6, 15] });
  expect(listed(above, below)).toEqual([
    ["n", 5, 1],
    ["n", 4, 0.1],
  ]);
});

test("two variants differ where the last rows that they take hold other values, largest first, whoever lists them", () => {
  fc.assert(
    fc.property(plainView, (given) => {
      const data = viewOfPlain(given);
      const facts = factsOf(data);
      const variants = variantsOf(data.joins.map(({ join }) => join.rule));
      const [own, ...others] = variants;
      if (own === undefined) throw new RangeError("the view's own join must be on the menu");
      const before = comparedTable(variantTable(data, own), facts);
      for (const variant of others) {
        const after = comparedTable(variantTable(data, variant), facts);
        const cells = naiveCells(given, data, variant);
        const expected = [...data.order.keys()].flatMap((trainingRow) =>
          data.joins.flatMap(({ features, number }) =>
            features.flatMap(({ name }, column) => {
              const isCell = (cell: (typeof cells)[number]) =>
                cell.trainingRow === trainingRow && cell.join === number && cell.column === column;
              const last = cells.findLast(isCell);
              const ownRow = given.joins[number]?.rows[last?.own ?? -1];
              return (ownRow?.values[column] ?? null) === (last?.value ?? null)
                ? []
                : [`${trainingRow} ${name}`];
            }),
          ),
        );
        const found = toEnd(differences(before, after));
        const page = found.page(0, found.totalCells);
        const key = ({ trainingRow, pair }: (typeof page)[number]) => `${trainingRow} ${pair.above.name}`;
        expect(page.map(key).sort(), variant.name).toEqual([...expected].sort());
        expect(found.totalRows).toBe(new Set(page.map(({ trainingRow }) => trainingRow)).size);
        for (const [at, b] of page.entries()) {
          const a = page[at - 1];
          if (a === undefined) continue;
          const isInOrder =
            a.size > b.size ||
            (a.size === b.size &&
              (a.trainingRow < b.trainingRow ||
                (a.trainingRow === b.trainingRow && expected.indexOf(key(a)) < expected.indexOf(key(b)))));
          expect(isInOrder, `${key(a)}, then ${key(b)}`).toBe(true);
        }
        expect(found.page(1, 3)).toEqual(page.slice(1, 3));

        const different = new Set(page.map(({ trainingRow }) => trainingRow));
        for (const trainingRow of data.order.keys()) {
          const later = [...different].filter((row) => row > trainingRow);
          const earlier = [...different].filter((row) => row < trainingRow);
          expect(toEnd(nextDifferent(before, after, trainingRow, 1))).toBe(
            later.length === 0 ? null : Math.min(...later),
          );
          expect(toEnd(nextDifferent(before, after, trainingRow, -1))).toBe(
            earlier.length === 0 ? null : Math.max(...earlier),
          );
        }
      }
    }),
    propertyRuns(80),
  );
});
