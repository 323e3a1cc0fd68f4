import fc from "fast-check";
import { expect, test } from "vitest";
import type { CellValue, ColumnType } from "../microfs/core";
import { propertyRuns } from "../microfs/testing/property-runs";
import type { VariantName } from "../terms/variants";
import { type ComparedTable, comparedTable } from "./compared-table";
import { factsOf } from "./counts/count-variant";
import { differences, nextDifferent } from "./differences";
import { naiveCells } from "./testing/naive-counts";
import { plainView, viewOfPlain } from "./testing/plain-view";
import { toEnd } from "./testing/to-end";
import { variantsOf, viewVariant } from "./variant";
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

test("a size is told by the column's quartiles, however great; values on both sides come before a null, a text as if its size were 1", () => {
  const above = finished({
    n: ["float64", 0, 10, 20, 30, 40],
    text: ["string", "a", "a", null, "a", "b"],
    only_here: ["string", "a", "a", "a", "a", "a"],
  });
  const below = finished({
    text: ["string", "a", "b", "c", null, "b"],
    n: ["float64", 0, 15, 20, 1030, null],
  });
  // 0 0 10 15 20 20 30 40 1030: the quartiles are 10 and 30.
  expect(listed(above, below)).toEqual([
    ["n", 3, 50],
    ["text", 1, null],
    ["n", 1, 0.25],
    ["text", 2, null],
    ["text", 3, null],
    ["n", 4, null],
  ]);
});

test("NaN equals NaN, and whole numbers are equal whatever type holds them", () => {
  const above = finished({ n: ["float64", Number.NaN, 1, 2, Number.NaN] });
  const below = finished({ n: ["int64", Number.NaN, 1n, 3n, 4n] });
  // 1 1 2 3 4: the quartiles are 1 and 3.
  expect(listed(above, below)).toEqual([
    ["n", 3, null],
    ["n", 2, 0.5],
  ]);
});

test("where the quartiles are equal the range tells the size", () => {
  const above = finished({ n: ["float64", 5, 5, 5, 5, 5, 5] });
  const below = finished({ n: ["float64", 5, 5, 5, 5, 6, 13] });
  expect(listed(above, below)).toEqual([
    ["n", 5, 1],
    ["n", 4, 0.125],
  ]);
});

/** A view of one entity, whose rows are known at once; every row to predict is asked at 10. */
function viewOfValues(...values: readonly (number | null)[]) {
  const rows = values.map((value, at) => ({
    key: 1n,
    event: BigInt(2 * at + 1),
    created: null,
    values: [value, 0],
  }));
  const data = viewOfPlain({
    spine: [{ key: 1n, t: 10n }],
    joins: [{ rows, hasCreated: false, delayUs: 0n, join: {} }],
  });
  const facts = factsOf(data);
  return (name: VariantName) => {
    const rules = data.joins.map(({ join }) => join.rule);
    return comparedTable(variantTable(data, viewVariant(name, rules)), facts);
  };
}

test("a join that makes several rows of one differs from one that takes the last of them, by the value farthest off", () => {
  const table = viewOfValues(4, 13, 5);
  // The last row is the same, and the other two are not there. 4 5 13: the upper quartiles are 5 and 13.
  expect(listed(table("latest"), table("ordinary"))).toEqual([
    ["a", 0, 1],
    ["b", 0, null],
  ]);
  expect(toEnd(nextDifferent(table("latest"), table("ordinary"), -1, 1))).toBe(0);
  expect(listed(table("ordinary"), table("calendar_date"))).toEqual([]);
  expect(listed(viewOfValues(4)("latest"), viewOfValues(4)("ordinary"))).toEqual([]);
});

test("lists leak where any of their rows does, and a list of nulls holds no value", () => {
  // Events at 1, 3, 5, 7, 9 and 11: the last lies ahead.
  const leaking = viewOfValues(4, 4, 4, 4, 4, 5);
  const [first] = toEnd(differences(leaking("own"), leaking("ordinary"))).page(0, 1);
  expect(first?.pair.below.lineage?.leaksAt(0)).toBe(true);
  expect(first?.pair.above.lineage?.leaksAt(0)).toBe(false);
  const nulls = viewOfValues(null, null);
  expect(listed(nulls("own"), nulls("ordinary"))).toEqual([
    ["b", 0, null],
    ["a", 0, null],
  ]);
});

test("two variants differ where they hold other values, or not each as often; leaks come first, then what has a value on both sides", () => {
  fc.assert(
    fc.property(plainView, (given) => {
      const data = viewOfPlain(given);
      const facts = factsOf(data);
      const variants = variantsOf(data.joins.map(({ join }) => join.rule));
      const tables = variants.map((variant) => ({
        name: variant.name,
        table: comparedTable(variantTable(data, variant), facts),
        cells: naiveCells(given, data, variant),
      }));
      const [own, ...others] = tables;
      const [last, ...before] = [...others].reverse();
      if (own === undefined) throw new RangeError("the view's own join must be on the menu");
      const pairs = [
        ...others.map((one) => [own, one] as const),
        ...(last === undefined ? [] : before.map((one) => [one, last] as const)),
      ];
      for (const [above, below] of pairs) {
        /** Of one cell the rows, each once, in the order of their values; and whether one leaks. */
        const cellOf = ({ cells }: typeof above, trainingRow: number, join: number, column: number) => {
          const rows = new Map(
            cells
              .filter(
                (cell) => cell.trainingRow === trainingRow && cell.join === join && cell.column === column,
              )
              .map((cell) => [cell.row, cell]),
          );
          const values = [...rows.values()].map(({ value }) => String(value)).sort();
          return {
            rows: [...rows.keys()].sort().join(),
            values: values.join(),
            leaks: [...rows.values()].some(({ peekUs }) => peekUs > 0n),
            isFilled: values.some((value) => value !== "null"),
          };
        };
        const all = [...data.order.keys()].flatMap((trainingRow) =>
          data.joins.flatMap(({ features, number }) =>
            features.map(({ name }, column) => {
              const [one, other] = [above, below].map((side) => cellOf(side, trainingRow, number, column));
              const rank = (one?.isFilled && other?.isFilled ? 0 : 2) + (one?.leaks || other?.leaks ? 0 : 1);
              return { key: `${trainingRow} ${name}`, trainingRow, one, other, rank };
            }),
          ),
        );
        const expected = all.filter(({ one, other }) => one?.values !== other?.values);
        const title = `${above.name}, ${below.name}`;
        const found = toEnd(differences(above.table, below.table));
        const page = found.page(0, found.totalCells);
        const keys = page.map(({ trainingRow, pair }) => `${trainingRow} ${pair.above.name}`);
        expect([...keys].sort(), title).toEqual(expected.map(({ key }) => key).sort());
        expect(found.totalRows).toBe(new Set(page.map(({ trainingRow }) => trainingRow)).size);
        expect(found.otherRowCells).toBe(all.filter(({ one, other }) => one?.rows !== other?.rows).length);
        const places = page.map(({ size }, at) => {
          const cell = all.findIndex(({ key }) => key === keys[at]);
          return [all[cell]?.rank ?? 0, -(size ?? 1), cell] as const;
        });
        const inOrder = places.toSorted((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]);
        expect(places, title).toEqual(inOrder);
        expect(found.page(1, 3)).toEqual(page.slice(1, 3));

        const different = new Set(page.map(({ trainingRow }) => trainingRow));
        for (const trainingRow of data.order.keys()) {
          const later = [...different].filter((row) => row > trainingRow);
          const earlier = [...different].filter((row) => row < trainingRow);
          expect(toEnd(nextDifferent(above.table, below.table, trainingRow, 1))).toBe(
            later.length === 0 ? null : Math.min(...later),
          );
          expect(toEnd(nextDifferent(above.table, below.table, trainingRow, -1))).toBe(
            earlier.length === 0 ? null : Math.max(...earlier),
          );
        }
      }
    }),
    propertyRuns(60),
  );
});
