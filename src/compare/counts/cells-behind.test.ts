import fc from "fast-check";
import { expect, test } from "vitest";
import { propertyRuns } from "../../microfs/testing/property-runs";
import { naiveCells, type PlainCell } from "../testing/naive-counts";
import { plainView, viewOfPlain } from "../testing/plain-view";
import { toEnd } from "../testing/to-end";
import { multiplies, variantsOf } from "../variant";
import { variantTable } from "../variant-table";
import { rowsBehind } from "./cells-behind";
import { factsOf } from "./count-variant";
import { CELLS_COUNTED } from "./variant-counts";

const HOUR_US = 3_600_000_000;

/** Whether a cell that is there is one of those behind a number. */
const IS: Record<(typeof CELLS_COUNTED)[number], (cell: PlainCell, cells: readonly PlainCell[]) => boolean> =
  {
    other: ({ row, own }) => row !== own,
    leaked: ({ peekUs }) => peekUs > 0n,
    stale: ({ isStale }) => isStale,
    empty: ({ value }) => value === null,
    multiplied: (cell, cells) =>
      cells.filter(
        ({ trainingRow, join, column }) =>
          trainingRow === cell.trainingRow && join === cell.join && column === cell.column,
      ).length > 1,
  };

test("behind a number stand the training rows of its cells, by greatest peek, with the cell that has it", () => {
  const bar = fc.option(
    fc
      .tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 1, max: 48 }))
      .map(([from, length]) => ({ from: from * HOUR_US, to: (from + length) * HOUR_US })),
  );
  fc.assert(
    fc.property(
      plainView,
      fc.constantFrom(...CELLS_COUNTED),
      bar,
      fc.boolean(),
      (given, what, range, isOne) => {
        const data = viewOfPlain(given);
        const facts = factsOf(data);
        const peekUs = what === "leaked" ? range : null;
        for (const variant of variantsOf(data.joins.map(({ join }) => join.rule))) {
          const feature = isOne ? (data.joins[0]?.features[1]?.name ?? null) : null;
          const found = toEnd(
            rowsBehind(variantTable(data, variant), facts, { variant: variant.name, what, feature, peekUs }),
          );
          const cells = naiveCells(given, data, variant);
          const behind = cells.filter(
            (cell) =>
              IS[what](cell, cells) &&
              (peekUs === null || (cell.peekUs >= peekUs.from && cell.peekUs < peekUs.to)) &&
              (feature === null || (cell.join === 0 && cell.column === 1)),
          );
          const isLookedFor = !multiplies(variant) || (what !== "stale" && what !== "empty");
          const expected = [...data.order.keys()]
            .map((trainingRow) => {
              const ofRow = behind.filter((cell) => cell.trainingRow === trainingRow);
              const peekOf = (cell: PlainCell) => (isLookedFor ? Number(cell.peekUs) : 0);
              const [first] = [...ofRow].sort(
                (a, b) => peekOf(b) - peekOf(a) || a.join - b.join || a.column - b.column,
              );
              const rowsTaken = data.joins.map(
                ({ number }) =>
                  new Set(
                    cells.flatMap((cell) =>
                      cell.trainingRow === trainingRow && cell.join === number && cell.row >= 0
                        ? [cell.row]
                        : [],
                    ),
                  ).size,
              );
              return {
                trainingRow,
                cells: ofRow.length,
                peekUs: isLookedFor ? Math.max(0, ...ofRow.map((cell) => Number(cell.peekUs))) : 0,
                join: first?.join ?? -1,
                feature: first?.column ?? -1,
                tableRows: rowsTaken.reduce((product, rows) => product * Math.max(1, rows), 1),
                rowsOfJoins: rowsTaken,
              };
            })
            .filter((row) => row.cells > 0)
            .sort(
              (a, b) =>
                (what === "multiplied" ? b.tableRows - a.tableRows : b.peekUs - a.peekUs) ||
                a.trainingRow - b.trainingRow,
            );
          const page = found.page(0, 100);
          const title = `${variant.name}, ${what}`;
          expect(found.totalCells, title).toBe(behind.length);
          expect(found.totalRows, title).toBe(expected.length);
          expect(
            page.map(({ row: _, ...rest }) => rest),
            title,
          ).toEqual(expected);
          for (const { trainingRow, join, feature: column, row } of page) {
            const ofCell = behind.filter(
              (cell) => cell.trainingRow === trainingRow && cell.join === join && cell.column === column,
            );
            expect(ofCell.map((cell) => cell.row)).toContain(row);
            const greatest = Math.max(...ofCell.map((cell) => Number(cell.peekUs)));
            const own = ofCell.find((cell) => cell.row === row);
            if (isLookedFor) expect(Number(own?.peekUs)).toBe(greatest);
          }
          expect(found.page(1, 2)).toEqual(page.slice(1, 2));
        }
      },
    ),
    propertyRuns(100),
  );
});
