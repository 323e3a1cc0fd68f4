import type { SliceLineage } from "../../../compare/lineage";
import { isSameList } from "../../../compare/same-values";
import { sliceLineage } from "../../../compare/slice-lineage";
import type { ViewVariant } from "../../../compare/variant";
import type { CellValue, EntitySlice, SliceColumn, SliceJoin } from "../../../microfs/core";
import { firstByRank } from "../../../terms/column-rank";
import type { PickedRows } from "../../../timeline/picture/picture-types";
import { candidatesOf, writeRank } from "../../../timeline/slice-index/slice-index";

/** What one join takes for one spine row, and what that writes. */
export interface Taken {
  /** Rows of the group's table, in time order; none where nothing was found. */
  readonly rows: readonly number[];
  readonly leaks: readonly boolean[];
  /** How far the farthest leak looks ahead, microseconds; 0 where nothing leaks. */
  readonly peekUs: bigint;
  /** The times of the last row; `null` where there is none. */
  readonly last: {
    readonly row: number;
    readonly eventTime: bigint;
    readonly createdTime: bigint | null;
  } | null;
}

/** A cell of a row under two variants: the last rows’ values. It differs where all values of the two are not the same. */
export interface CellDifference {
  /** `null` where the group has no such column. */
  readonly column: SliceColumn | null;
  /** Its name in the training table. */
  readonly name: string;
  readonly before: CellValue;
  readonly after: CellValue;
}

/** One join of a row under two variants. */
export interface JoinDifference {
  readonly join: SliceJoin;
  /** Counts the view's joins from 0. */
  readonly number: number;
  readonly above: Taken;
  readonly below: Taken;
  /** Whether the two take different rows. */
  readonly differs: boolean;
  /** The cell that is shown, by its name in the training table; by the group's where the join writes none. */
  readonly shown: CellDifference;
  /** Cells that differ, as tables compare them: in their values, or in how often they hold these. */
  readonly cells: readonly CellDifference[];
}

/**
 * What two variants take for one spine row, join by join.
 *
 * @param position - Of the spine row in the slice.
 * @param wanted - The column that is to be shown, and its join; elsewhere, and where it agrees while others differ, the first that differs.
 */
export function rowDifferences(
  slice: EntitySlice,
  position: number,
  above: ViewVariant,
  below: ViewVariant,
  wanted: { readonly join: number; readonly column: string | null },
): JoinDifference[] {
  return slice.joins.map((join, number) => {
    const { features } = candidatesOf(join);
    const first = sliceLineage(slice, number, above, position, features);
    const second = sliceLineage(slice, number, below, position, features);
    const cells = join.writes.map(({ column: name, as }, i) => {
      const column = join.columns.find((one) => one.name === name) ?? null;
      const rows = [rowsOf(first, i), rowsOf(second, i)] as const;
      const values = rows.map((taken) =>
        taken.length === 0 ? [null] : Array.from(taken, (row) => column?.values[row] ?? null),
      );
      const [before, after] = values.map((list) => list.at(-1));
      const differs = !isSameList(values[0] ?? [], values[1] ?? []);
      return { column, name: as, before: before ?? null, after: after ?? null, differs };
    });
    const isWanted = ({ column }: (typeof cells)[number]) =>
      number === wanted.join && column?.name === wanted.column;
    const mostTelling = (of: typeof cells) =>
      of.find(isWanted) ?? firstByRank(of, ({ column }) => writeRank(join, column?.name ?? ""));
    const differing = cells.filter(({ differs }) => differs);
    const shown = mostTelling(differing) ?? mostTelling(cells);
    const [fromAbove, fromBelow] = [takenOf(join, first), takenOf(join, second)];
    return {
      join,
      number,
      above: fromAbove,
      below: fromBelow,
      differs:
        fromAbove.rows.length !== fromBelow.rows.length ||
        fromAbove.rows.some((row, i) => row !== fromBelow.rows[i]),
      shown: shown ?? { column: null, name: join.fgName, before: null, after: null },
      cells: differing,
    };
  });
}

/** The rows that joins take by no rule, for a picture of one of the two; `undefined` where a rule says them. */
export function pickedRows(
  differences: readonly JoinDifference[],
  { rules }: ViewVariant,
  side: "above" | "below",
): (PickedRows | undefined)[] {
  return differences.map((one) => {
    if (rules[one.number] !== null) return undefined;
    const { rows, leaks } = one[side];
    return new Map(rows.map((row, i) => [row, { leak: leaks[i] ?? false }]));
  });
}

function takenOf(join: SliceJoin, { positions, leak, peekUs }: SliceLineage): Taken {
  const last = positions.at(-1);
  const row = last === undefined ? undefined : join.rows[last];
  return {
    rows: Array.from(positions, (position) => join.rows[position] ?? -1),
    leaks: Array.from(leak, (one) => one === 1),
    peekUs: peekUs.reduce((most, one) => (one > most ? one : most), 0n),
    last:
      last === undefined || row === undefined
        ? null
        : {
            row,
            eventTime: join.eventTimesUs[last] ?? 0n,
            createdTime: join.createdTimesUs?.[last] ?? null,
          },
  };
}

/** Positions of the candidates that made a column's cells. */
function rowsOf({ byColumn: { offsets, rows } }: SliceLineage, column: number): Int32Array {
  return rows.subarray(offsets[column] ?? 0, offsets[column + 1] ?? 0);
}
