import type { Column } from "../microfs";
import { type CellValue, type ColumnType, NO_MATCH } from "../microfs/core";
import type { JoinFacts } from "./counts/join-facts";
import { lastTaken, rowsOfColumn, takenCount } from "./lineage";
import type { VariantTable } from "./variant-table";

/** Where the values of a column come from, in a table that is joined from rows. */
export interface ColumnLineage {
  /** The column of the group whose rows wrote it. */
  readonly source: Column;
  /** The row that wrote the value of a training row, the last where there are several; −1 where none did. */
  rowAt(trainingRow: number): number;
  /** How many rows there are. */
  rowsAt(trainingRow: number): number;
  /** Whether that row was not known yet at the training row's time. */
  leaksAt(trainingRow: number): boolean;
}

/** One column of a table: one value per training row. */
export interface ComparedColumn {
  /** Its name in the training table, its join, its name in the join's group, and its type. */
  readonly name: string;
  readonly join: number;
  readonly column: string;
  readonly type: ColumnType;
  valueAt(trainingRow: number): CellValue;
  /** `null` of a table that somebody else has finished. */
  readonly lineage: ColumnLineage | null;
}

/** A finished table that can be compared with another one of the same training rows, however it was made. */
export interface ComparedTable {
  readonly numRows: number;
  readonly columns: readonly ComparedColumn[];
}

/** A variant's table, one value per training row: of several rows the last in time order. */
export function comparedTable(table: VariantTable, facts: readonly JoinFacts[]): ComparedTable {
  const { data } = table;
  const columns = data.joins.flatMap(({ number, features, group }) =>
    features.map(({ name, column, values }, at): ComparedColumn => {
      const join = table.joins[number];
      const own = facts[number];
      if (join === undefined || own === undefined) throw new RangeError(`there must be a join ${number}`);
      const taken = rowsOfColumn(join, at);
      const rowAt = (trainingRow: number) => lastTaken(taken, trainingRow);
      return {
        name,
        join: number,
        column,
        type: group.schema[column] ?? values.type,
        valueAt: (trainingRow) => {
          const row = rowAt(trainingRow);
          return row === NO_MATCH ? null : values.get(row);
        },
        lineage: {
          source: values,
          rowAt,
          rowsAt: (trainingRow) => takenCount(taken, trainingRow),
          leaksAt: (trainingRow) => own.leaks(trainingRow, rowAt(trainingRow)),
        },
      };
    }),
  );
  return { numRows: data.order.length, columns };
}
