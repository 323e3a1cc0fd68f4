import type { CellValue, ColumnType } from "../../../microfs/core";
import type { BehindList, DifferenceList } from "../../../state/compare/cell-list";
import { VerdictGlyph } from "../../../timeline/verdict-glyph";
import { roughDuration } from "../../../timeline/words/duration-in-words";
import { formatMoment } from "../../../timeline/words/format-moment";
import { exactValue } from "../../../timeline/words/format-value";
import { rowName } from "../../../timeline/words/row-name";
import { formatNumber } from "../../../ui/format-number";
import type { DataTableColumn } from "../../../ui/table/data-table-column";
import type { BehindRow, DifferenceRow } from "../../../worker/compare/compare-results";
import styles from "./differences-page.module.css";
import { valueWords } from "./list-words";

/** What a column is called in a view: its entity's keys, and of a feature its type and its group. */
export interface ListNames {
  readonly entity: string;
  readonly above: string;
  readonly below: string;
  readonly typeOf: (feature: string) => ColumnType | undefined;
  readonly groupOf: (join: number) => string;
}

const LOADING = "…";

/** The columns of the cells that two joins write differently. */
export function differenceColumns({ pages }: DifferenceList, names: ListNames): DataTableColumn[] {
  const cell = <Value,>(row: number, read: (row: DifferenceRow) => Value) =>
    pages.read(row, (page, at) => (page[at] === undefined ? undefined : read(page[at])));
  return [
    ...rowColumns(cell, names.entity),
    {
      id: "feature",
      header: "feature",
      minWidthPx: 150,
      cell: (row) => cell(row, ({ feature }) => feature) ?? LOADING,
      exact: (row) => cell(row, ({ join }) => names.groupOf(join)),
    },
    {
      id: "before",
      header: names.above,
      minWidthPx: 150,
      cell: (row) =>
        cell(row, ({ before, type, leaks }) => <Value value={before} type={type} leaks={leaks[0]} />) ??
        LOADING,
      exact: (row) => cell(row, ({ before, type }) => exactValue(before, type)),
    },
    {
      id: "after",
      header: names.below,
      minWidthPx: 170,
      cell: (row) =>
        cell(row, ({ after, type, leaks, afterRows }) => (
          <>
            <span className={styles.arrow}>→</span> <Value value={after} type={type} leaks={leaks[1]} />
            {afterRows > 1 && <span className={styles.muted}> and {formatNumber(afterRows - 1)} more</span>}
          </>
        )) ?? LOADING,
      exact: (row) => cell(row, ({ after, type }) => exactValue(after, type)),
    },
    timeColumn(cell),
    {
      id: "size",
      header: "size, of 1",
      align: "end",
      minWidthPx: 84,
      grow: 0,
      cell: (row) => cell(row, ({ size }) => formatNumber(size, { decimals: 2 })) ?? LOADING,
    },
  ];
}

/** The columns of the rows behind a number. */
export function behindColumns({ pages, question }: BehindList, names: ListNames): DataTableColumn[] {
  const { variant, what } = question.behind;
  const cell = <Value,>(row: number, read: (row: BehindRow) => Value) =>
    pages.read(row, (page, at) => (page[at] === undefined ? undefined : read(page[at])));
  const own: DataTableColumn = {
    id: "own",
    header: names.above,
    minWidthPx: 150,
    cell: (row) =>
      cell(row, ({ own: value, feature }) => (
        <Value value={value} type={names.typeOf(feature)} leaks={false} />
      )) ?? LOADING,
    exact: (row) => cell(row, ({ own: value, feature }) => exact(value, names.typeOf(feature))),
  };
  return [
    ...rowColumns(cell, names.entity),
    {
      id: "feature",
      header: "first such feature",
      minWidthPx: 150,
      cell: (row) => cell(row, ({ feature }) => feature) ?? LOADING,
      exact: (row) => cell(row, ({ join }) => names.groupOf(join)),
    },
    ...(variant === "own" ? [] : [own]),
    {
      id: "value",
      header: names.below,
      minWidthPx: 150,
      cell: (row) =>
        cell(row, ({ value, feature, peekUs }) => (
          <>
            {variant !== "own" && <span className={styles.arrow}>→ </span>}
            <Value value={value} type={names.typeOf(feature)} leaks={what === "leaked" && peekUs > 0} />
          </>
        )) ?? LOADING,
      exact: (row) => cell(row, ({ value, feature }) => exact(value, names.typeOf(feature))),
    },
    {
      id: "cells",
      header: what === "multiplied" ? "cells" : `${what} cells`,
      align: "end",
      minWidthPx: 104,
      grow: 0,
      cell: (row) => cell(row, ({ cells }) => formatNumber(cells)) ?? LOADING,
    },
    {
      id: "peek",
      header: "greatest peek",
      align: "end",
      minWidthPx: 120,
      grow: 0,
      cell: (row) => cell(row, ({ peekUs }) => (peekUs > 0 ? roughDuration(BigInt(peekUs)) : "–")) ?? LOADING,
    },
    timeColumn(cell),
  ];
}

type RowRead = <Value>(
  row: number,
  read: (row: Pick<DifferenceRow, "spineRow" | "timeUs" | "entity">) => Value,
) => Value | undefined;

/** What names a row: its number, and its entity. */
function rowColumns(cell: RowRead, entity: string): DataTableColumn[] {
  return [
    {
      id: "row",
      header: "row",
      align: "end",
      minWidthPx: 64,
      grow: 0,
      cell: (row) => cell(row, ({ spineRow }) => rowName(spineRow)) ?? LOADING,
    },
    {
      id: "entity",
      header: entity,
      minWidthPx: 88,
      cell: (row) =>
        cell(row, ({ entity: keys }) => keys.map((key) => valueWords(key, undefined)).join(", ")) ?? LOADING,
      exact: (row) => cell(row, ({ entity: keys }) => keys.map(String).join(", ")),
    },
  ];
}

function timeColumn(cell: RowRead): DataTableColumn {
  return {
    id: "time",
    header: "time, UTC",
    minWidthPx: 150,
    cell: (row) => cell(row, ({ timeUs }) => formatMoment(timeUs, { year: true })) ?? LOADING,
  };
}

/** A value; one that leaks has the leak's shape and colour. */
function Value(props: {
  readonly value: CellValue;
  readonly type: ColumnType | undefined;
  readonly leaks: boolean;
}) {
  const { value, type, leaks } = props;
  const words = valueWords(value, type);
  if (!leaks) return <span className={value === null ? styles.muted : undefined}>{words}</span>;
  return (
    <span className={styles.leak}>
      <VerdictGlyph state="leak" /> {words}
      <span className="visually-hidden"> leaks</span>
    </span>
  );
}

function exact(value: CellValue, type: ColumnType | undefined): string {
  return type === undefined ? String(value) : exactValue(value, type);
}
