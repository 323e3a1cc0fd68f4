import type { Column } from "../microfs";
import { type CellValue, type ColumnType, NO_MATCH } from "../microfs/core";
import type { JoinFacts } from "./counts/join-facts";
import { lastTaken, rowsOfColumn, type TakenRows, takenCount, takenFor } from "./lineage";
import { isNumber } from "./same-values";
import { compareValues } from "./scan-candidates";
import type { VariantTable } from "./variant-table";

/** The least and the greatest number of a cell. */
export interface Extremes {
  readonly least: number | bigint;
  readonly greatest: number | bigint;
}

/** Where the values of a column come from, in a table that is joined from rows. */
export interface ColumnLineage {
  /** The column of the group whose rows wrote it. */
  readonly source: Column;
  /** The rows that wrote a training row's cell, in time order; none where nothing was found. Not to be changed. */
  rowsAt(trainingRow: number): Int32Array;
  /** How many they are, and the last of them; −1 for none. */
  countAt(trainingRow: number): number;
  lastAt(trainingRow: number): number;
  /** Whether any of them was not known yet at the training row's time. */
  leaksAt(trainingRow: number): boolean;
  /** Whether any of them holds a value. */
  isFilledAt(trainingRow: number): boolean;
  /** Of the numbers that they hold; `null` where they hold none. */
  extremesAt(trainingRow: number): Extremes | null;
}

/**
 * One column of a table. A cell of a training row is a value; under a join that makes several rows of one it is the list of the values
 * that its own join takes, however often other joins repeat them.
 */
export interface ComparedColumn {
  /** Its name in the training table, its join, its name in the join's group, and its type. */
  readonly name: string;
  readonly join: number;
  readonly column: string;
  readonly type: ColumnType;
  /** Of several the last in time order. */
  valueAt(trainingRow: number): CellValue;
  /** `null` of a table that somebody else has finished: it has one value a cell. */
  readonly lineage: ColumnLineage | null;
}

/** A finished table that can be compared with another one of the same training rows, however it was made. */
export interface ComparedTable {
  readonly numRows: number;
  readonly columns: readonly ComparedColumn[];
}

/** How many values a cell holds: at least one, which may be a null. */
export function countAt({ lineage }: ComparedColumn, trainingRow: number): number {
  return lineage === null ? 1 : Math.max(1, lineage.countAt(trainingRow));
}

/** All values of a cell, in time order: a single null where nothing was found. */
export function valuesAt(column: ComparedColumn, trainingRow: number): CellValue[] {
  const { lineage } = column;
  if (lineage === null || lineage.countAt(trainingRow) <= 1) return [column.valueAt(trainingRow)];
  return Array.from(lineage.rowsAt(trainingRow), (row) => lineage.source.get(row));
}

/** A variant's table, one cell per training row and feature. */
export function comparedTable(table: VariantTable, facts: readonly JoinFacts[]): ComparedTable {
  const { data } = table;
  const columns = data.joins.flatMap(({ number, features, group }) =>
    features.map(({ name, column, values }, at): ComparedColumn => {
      const join = table.joins[number];
      const own = facts[number];
      if (join === undefined || own === undefined) throw new RangeError(`there must be a join ${number}`);
      const taken = rowsOfColumn(join, at);
      const lastAt = (trainingRow: number) => lastTaken(taken, trainingRow);
      return {
        name,
        join: number,
        column,
        type: group.schema[column] ?? values.type,
        valueAt: (trainingRow) => {
          const row = lastAt(trainingRow);
          return row === NO_MATCH ? null : values.get(row);
        },
        lineage: {
          source: values,
          rowsAt: (trainingRow) => takenFor(taken, trainingRow),
          countAt: (trainingRow) => takenCount(taken, trainingRow),
          lastAt,
          leaksAt: leaksOf(taken, own),
          isFilledAt: filledOf(taken, values),
          extremesAt: extremesOf(taken, values),
        },
      };
    }),
  );
  return { numRows: data.order.length, columns };
}

/** Of a list the row that became known last decides: it is found once for all training rows that share the list. */
function leaksOf(taken: TakenRows, own: JoinFacts): ColumnLineage["leaksAt"] {
  if (taken.kind === "one") return (trainingRow) => own.leaks(trainingRow, lastTaken(taken, trainingRow));
  const knownLast = ofLists(taken, (rows) =>
    rows.reduce(
      (last, row) => (last !== NO_MATCH && (own.known[last] ?? 0) >= (own.known[row] ?? 0) ? last : row),
      NO_MATCH,
    ),
  );
  return (trainingRow) => own.leaks(trainingRow, knownLast(trainingRow) ?? NO_MATCH);
}

function filledOf(taken: TakenRows, values: Column): ColumnLineage["isFilledAt"] {
  const isFilled = (rows: Int32Array) => rows.some((row) => !values.isNull(row));
  if (taken.kind === "one") return (trainingRow) => isFilled(takenFor(taken, trainingRow));
  const found = ofLists(taken, isFilled);
  return (trainingRow) => found(trainingRow) ?? false;
}

function extremesOf(taken: TakenRows, values: Column): ColumnLineage["extremesAt"] {
  const ofRows = (rows: Int32Array): Extremes | null => {
    let found: Extremes | null = null;
    for (const row of rows) {
      const value = values.get(row);
      if (!isNumber(value) || Number.isNaN(value)) continue;
      found = {
        least: found === null || compareValues(value, found.least) < 0 ? value : found.least,
        greatest: found === null || compareValues(value, found.greatest) > 0 ? value : found.greatest,
      };
    }
    return found;
  };
  if (taken.kind === "one") return (trainingRow) => ofRows(takenFor(taken, trainingRow));
  const found = ofLists(taken, ofRows);
  return (trainingRow) => found(trainingRow) ?? null;
}

/** What follows from a list's rows, by training row: found once a list, when it is first asked for. */
function ofLists<Found>(
  taken: TakenRows & { readonly kind: "lists" },
  find: (rows: Int32Array) => Found,
): (trainingRow: number) => Found | undefined {
  const known = new Map<number, Found>();
  return (trainingRow) => {
    const list = taken.listOf[trainingRow] ?? NO_MATCH;
    if (list < 0) return undefined;
    const before = known.get(list);
    if (before !== undefined) return before;
    const found = find(takenFor(taken, trainingRow));
    known.set(list, found);
    return found;
  };
}
