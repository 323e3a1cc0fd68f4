import { describe, expect, test } from "vitest";
import type { InlineRow } from "../../scenario/scenario";
import type { VariantName } from "../../terms/variants";
import { lessonScenario } from "../questions/ask";
import { EVERY_LESSON } from "../testing/every-lesson";
import { type CellRow, cellGrid, gridJoins } from "./cell-grid";
import { cellVerdicts, filledCells, isFilled, keptCell, readAsJoin } from "./read-as-join";

const lesson = EVERY_LESSON.find(({ name }) => name === "tempting-join")?.lesson;
if (lesson === undefined) throw new RangeError("there must be a first lesson");
const scenario = lessonScenario(lesson, "histories");
const grid = cellGrid(scenario);

/** What somebody who reads the table would take, from the rows as they are written: among one customer's payments by their times. */
const NAIVE: Readonly<Partial<Record<VariantName, (times: readonly number[], t: number) => number>>> = {
  own: (times, t) => times.findLastIndex((time) => time <= t),
  strict: (times, t) => times.findLastIndex((time) => time < t),
  nearest: (times, t) => {
    const away = times.map((time) => Math.abs(time - t));
    return away.indexOf(Math.min(...away));
  },
  forward: (times, t) => times.findIndex((time) => time >= t),
  latest: (times) => times.length - 1,
};

function rowsOf(group: string): readonly InlineRow[] {
  const rows = scenario.groups.find(({ definition }) => definition.name === group)?.rows;
  if (rows?.kind !== "inline") throw new TypeError(`${group} must be written out`);
  return rows.rows;
}

const timeOf = ({ at }: InlineRow) => Date.parse(`${String(at).replace(" ", "T")}Z`);

function naiveCells(take: (times: readonly number[], t: number) => number): CellRow[] {
  return rowsOf("predictions").map((asked) => {
    const own = [...rowsOf("payments").entries()].filter(([, { customer }]) => customer === asked.customer);
    const at = take(
      own.map(([, row]) => timeOf(row)),
      timeOf(asked),
    );
    return own[at]?.[0] ?? null;
  });
}

const cellsOf = (name: VariantName) => gridJoins(grid).find((join) => join.name === name)?.rows ?? [];

describe("the table of the first lesson", () => {
  test("has a cell for each customer at each moment, in the order of its lines", () => {
    expect(grid.entities.map(({ name }) => name)).toEqual(["Ana", "Ben"]);
    expect(grid.cells.map(({ entity, moment, spineRow }) => [entity, moment, spineRow])).toEqual([
      [0, 0, 0],
      [0, 1, 1],
      [0, 2, 2],
      [1, 0, 3],
      [1, 1, 4],
      [1, 2, 5],
    ]);
  });

  test("each join that takes one row writes what a reader of the rows would take by it", () => {
    const joins = gridJoins(grid);
    expect(joins.map(({ name }) => name)).toEqual(Object.keys(NAIVE));
    for (const { name, rows } of joins)
      expect([name, rows]).toEqual([name, naiveCells(NAIVE[name] ?? (() => Number.NaN))]);
  });

  test("those that one might be tempted by all write other cells", () => {
    const tables = (["own", "nearest", "forward", "latest"] as const).map((name) => cellsOf(name).join());
    expect(new Set(tables).size).toBe(4);
  });

  test("has few events", () => {
    expect(rowsOf("payments").length).toBeLessThanOrEqual(10);
  });
});

describe("cells that were filled by hand", () => {
  test.each<[VariantName, readonly VariantName[]]>([
    ["own", ["own", "strict"]],
    ["nearest", ["nearest"]],
    ["forward", ["forward"]],
    ["latest", ["latest"]],
  ])("as %s writes them are read as %j", (name, fits) => {
    const read = readAsJoin(grid, cellsOf(name));
    expect(read).toEqual({ variant: fits[0], fits, differing: new Map() });
  });

  test("of every other table the nearest join is taken, and what it writes otherwise is told", () => {
    // As of, but for Ben’s first cell, which has the payment before last of the other direction.
    const filled = [0, 1, 2, 5, 4, 5];
    expect(readAsJoin(grid, filled)).toEqual({ variant: "own", fits: [], differing: new Map([[3, 3]]) });
    // Nothing anywhere: only forward leaves cells empty.
    const empty = grid.cells.map(() => null);
    expect(readAsJoin(grid, empty)).toEqual({
      variant: "forward",
      fits: [],
      differing: new Map([
        [0, 1],
        [1, 2],
        [3, 4],
        [4, 5],
      ]),
    });
  });

  test("every table that can be filled is read as a join that differs in no more cells than any other does", () => {
    const joins = gridJoins(grid);
    const choices = grid.cells.map(({ entity }): readonly CellRow[] =>
      entity === 0 ? [0, 1, 2, null] : [3, 4, 5, null],
    );
    let tables: CellRow[][] = [[]];
    for (const choice of choices) tables = tables.flatMap((one) => choice.map((row) => [...one, row]));
    expect(tables.length).toBe(4 ** 6);
    for (const filled of tables) {
      const { fits, differing, variant } = readAsJoin(grid, filled, joins);
      const least = Math.min(...joins.map(({ rows }) => rows.filter((row, i) => row !== filled[i]).length));
      expect(differing.size).toBe(least);
      expect(fits.length > 0).toBe(least === 0);
      const corrected = filled.map((row, i) => (differing.has(i) ? (differing.get(i) ?? null) : row));
      expect(corrected).toEqual(joins.find(({ name }) => name === variant)?.rows);
    }
  });

  test("leak where a payment was still to come, and are wrong where a later one was known", () => {
    const verdicts = cellVerdicts(grid, [0, 2, 0, 4, null, 5]);
    expect(verdicts.map(({ known, leaks, isRight }) => [known, leaks, isRight])).toEqual([
      [0, false, true],
      [1, true, false],
      [2, false, false],
      [3, true, false],
      [4, false, false],
      [5, false, true],
    ]);
  });

  test("are kept as text, and read again; what is no payment of that customer is not filled", () => {
    const filled = [0, 2, null, 4, 4, 5];
    expect(filledCells(grid, filled.map(keptCell))).toEqual(filled);
    const read = filledCells(grid, ["row:3", "row:99", null, "none", "else"]);
    expect(read).toEqual([undefined, undefined, undefined, null, undefined, undefined]);
    expect(isFilled(read)).toBe(false);
    expect(isFilled(filledCells(grid, filled.map(keptCell)))).toBe(true);
  });
});
