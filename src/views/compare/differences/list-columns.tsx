import { isSameValue } from "../../../compare/same-values";
import type { CellValue, ColumnType } from "../../../microfs/core";
import type { BehindList, DifferenceList, TableRowList } from "../../../state/compare/cell-list";
import { COMPARISON_TERMS, type ComparisonTermName } from "../../../terms/comparison";
import { VerdictGlyph } from "../../../timeline/verdict-glyph";
import { roughDuration } from "../../../timeline/words/duration-in-words";
import { formatMoment } from "../../../timeline/words/format-moment";
import { exactValue } from "../../../timeline/words/format-value";
import { rowName } from "../../../timeline/words/row-name";
import { formatNumber } from "../../../ui/format-number";
import type { DataTableColumn } from "../../../ui/table/data-table-column";
import type {
  BehindRow,
  DifferenceRow,
  SpineRowName,
  TableRow,
} from "../../../worker/compare/compare-results";
import { GlossaryTerm } from "../../terms/glossary-term";
import styles from "./differences-page.module.css";
import { sizeWords, valueWords, writtenWords } from "./list-words";

/** What a column is called in a view: its entity's keys, its features with their types and joins, and its joins by their groups. */
export interface ListNames {
  readonly entity: string;
  readonly above: string;
  readonly below: string;
  readonly featureNamed: (name: string) => { readonly type: ColumnType; readonly join: number } | undefined;
  /** Whether any feature holds numbers or times. */
  readonly hasNumbers: boolean;
  readonly groups: readonly string[];
}

const LOADING = "…";

/** The columns of the cells that two joins write differently. */
export function differenceColumns({ pages }: DifferenceList, names: ListNames): DataTableColumn[] {
  const cell = <Value,>(row: number, read: (row: DifferenceRow) => Value) =>
    pages.read(row, (page, at) => (page[at] === undefined ? undefined : read(page[at])));
  const written = (side: "before" | "after") => ({
    id: side,
    exact: (row: number) =>
      cell(row, ({ [side]: { values }, type }) => values.map((value) => exactValue(value, type)).join(", ")),
  });
  const size: DataTableColumn = {
    id: "size",
    header: <Head name="size" />,
    align: "end",
    minWidthPx: 84,
    grow: 0,
    cell: (row) => cell(row, ({ size: found }) => sizeWords(found)) ?? LOADING,
  };
  return [
    rowColumn(cell),
    {
      id: "feature",
      header: "feature",
      minWidthPx: 112,
      cell: (row) => cell(row, ({ feature }) => feature) ?? LOADING,
      exact: (row) => cell(row, ({ join }) => names.groups[join]),
    },
    {
      ...written("before"),
      header: names.above,
      minWidthPx: 92,
      cell: (row) => cell(row, ({ before, type }) => <Written cell={before} type={type} />) ?? LOADING,
    },
    {
      ...written("after"),
      header: names.below,
      minWidthPx: 120,
      grow: 2,
      cell: (row) =>
        cell(row, ({ after, type }) => (
          <>
            <span className={styles.arrow}>→</span> <Written cell={after} type={type} />
          </>
        )) ?? LOADING,
    },
    ...(names.hasNumbers ? [size] : []),
    ...askedColumns(cell, names.entity),
  ];
}

/** The columns of the rows behind a number. */
export function behindColumns(list: BehindList, names: ListNames): DataTableColumn[] {
  const { pages, question } = list;
  const { variant, what } = question.behind;
  if (what === "multiplied") return multipliedColumns(list, names);
  const typeOf = (feature: string) => names.featureNamed(feature)?.type;
  const cell = <Value,>(row: number, read: (row: BehindRow) => Value) =>
    pages.read(row, (page, at) => (page[at] === undefined ? undefined : read(page[at])));
  const own: DataTableColumn = {
    id: "own",
    header: names.above,
    minWidthPx: 92,
    cell: (row) =>
      cell(row, ({ own: value, feature }) => <Value value={value} type={typeOf(feature)} leaks={false} />) ??
      LOADING,
    exact: (row) => cell(row, ({ own: value, feature }) => exact(value, typeOf(feature))),
  };
  return [
    rowColumn(cell),
    {
      id: "feature",
      header: "feature",
      minWidthPx: 112,
      cell: (row) => cell(row, ({ feature }) => feature) ?? LOADING,
      exact: (row) => cell(row, ({ join }) => names.groups[join]),
    },
    ...(variant === "own" ? [] : [own]),
    {
      id: "value",
      header: names.below,
      minWidthPx: variant === "own" ? 92 : 120,
      grow: variant === "own" ? 1 : 2,
      cell: (row) =>
        cell(row, (found) => <Taken of={found} {...question.behind} typeOf={typeOf} />) ?? LOADING,
      exact: (row) => cell(row, ({ value, feature }) => exact(value, typeOf(feature))),
    },
    {
      id: "cells",
      header: `${what} cells`,
      align: "end",
      minWidthPx: 104,
      grow: 0,
      cell: (row) => cell(row, ({ cells }) => formatNumber(cells)) ?? LOADING,
    },
    {
      id: "peek",
      header: <Head name="peek" />,
      align: "end",
      minWidthPx: 120,
      grow: 0,
      cell: (row) => cell(row, ({ peekUs }) => (peekUs > 0 ? roughDuration(BigInt(peekUs)) : "–")) ?? LOADING,
    },
    ...askedColumns(cell, names.entity),
  ];
}

/** How many rows a join makes of each row to predict, and which group's rows it makes them of. */
function multipliedColumns({ pages }: BehindList, names: ListNames): DataTableColumn[] {
  const cell = <Value,>(row: number, read: (row: BehindRow) => Value) =>
    pages.read(row, (page, at) => (page[at] === undefined ? undefined : read(page[at])));
  return [
    rowColumn(cell),
    {
      id: "becomes",
      header: "becomes",
      align: "end",
      minWidthPx: 96,
      grow: 0,
      cell: (row) => cell(row, ({ tableRows }) => `× ${formatNumber(tableRows)}`) ?? LOADING,
    },
    ...names.groups.map(
      (group, join): DataTableColumn => ({
        id: `join ${join}`,
        header: `by ${group}`,
        align: "end",
        minWidthPx: 120,
        cell: (row) =>
          cell(row, ({ rowsOfJoins }) => {
            const rows = rowsOfJoins[join] ?? 0;
            return rows > 1 ? (
              `× ${formatNumber(rows)}`
            ) : (
              <span className={styles.muted}>{rows === 1 ? "1" : "none"}</span>
            );
          }) ?? LOADING,
      }),
    ),
    ...askedColumns(cell, names.entity),
  ];
}

/** The columns of a join's own table. */
export function tableRowColumns({ pages, features }: TableRowList, names: ListNames): DataTableColumn[] {
  const cell = <Value,>(row: number, read: (row: TableRow) => Value) =>
    pages.read(row, (page, at) => (page[at] === undefined ? undefined : read(page[at])));
  return [
    {
      id: "number",
      header: "number",
      align: "end",
      minWidthPx: 104,
      pinned: true,
      cell: (row) => <span className={styles.muted}>{formatNumber(row + 1)}</span>,
    },
    rowColumn(cell),
    ...askedColumns(cell, names.entity),
    ...features.map((name, at): DataTableColumn => {
      const { type, join = -1 } = names.featureNamed(name) ?? {};
      return {
        id: name,
        header: name,
        group: names.groups[join] ?? "",
        align: type === undefined || isText(type) ? "start" : "end",
        minWidthPx: 140,
        cell: (row) =>
          cell(row, ({ values, leaks }) => (
            <Value value={values[at] ?? null} type={type} leaks={leaks[at] ?? false} />
          )) ?? LOADING,
        exact: (row) => cell(row, ({ values }) => exact(values[at] ?? null, type)),
      };
    }),
  ];
}

type RowRead = <Value>(row: number, read: (row: SpineRowName) => Value) => Value | undefined;

/** A row's number, which stays in sight. */
function rowColumn(cell: RowRead): DataTableColumn {
  return {
    id: "row",
    header: "row",
    align: "end",
    minWidthPx: 64,
    pinned: true,
    cell: (row) => cell(row, ({ spineRow }) => rowName(spineRow)) ?? LOADING,
  };
}

/** Whom it is about, and when: behind what a narrow screen must show first. */
function askedColumns(cell: RowRead, entity: string): DataTableColumn[] {
  return [
    {
      id: "entity",
      header: entity,
      minWidthPx: entity.includes(",") ? 200 : 110,
      cell: (row) =>
        cell(row, ({ entity: keys }) => keys.map((key) => valueWords(key, undefined)).join(", ")) ?? LOADING,
      exact: (row) => cell(row, ({ entity: keys }) => keys.map(String).join(", ")),
    },
    {
      id: "time",
      header: "time, UTC",
      minWidthPx: 150,
      cell: (row) => cell(row, ({ timeUs }) => formatMoment(timeUs, { year: true })) ?? LOADING,
    },
  ];
}

/** What a join takes for a cell behind a number: where that is what the view's own join writes too, this is said. */
function Taken(props: {
  readonly of: BehindRow;
  readonly variant: BehindList["question"]["behind"]["variant"];
  readonly what: BehindList["question"]["behind"]["what"];
  readonly typeOf: (feature: string) => ColumnType | undefined;
}) {
  const { of, variant, what, typeOf } = props;
  const leaks = of.peekUs > 0;
  const value = <Value value={of.value} type={typeOf(of.feature)} leaks={leaks} />;
  if (variant === "own") return value;
  // Of stale and empty cells some are made by the very row.
  const isOther = what === "leaked" || what === "other";
  if (!isOther || !isSameValue(of.own, of.value))
    return (
      <>
        <span className={styles.arrow}>→ </span>
        {value}
      </>
    );
  return (
    <span className={styles.muted}>
      {leaks && (
        <span className={styles.leak}>
          <VerdictGlyph state="leak" />{" "}
        </span>
      )}
      the same value, from{" "}
      {of.isAhead ? "a row of the future" : leaks ? "a row not known yet" : "another row"}
    </span>
  );
}

/** What is written into a cell; of several rows how many, and the first values. */
function Written({ cell, type }: { readonly cell: DifferenceRow["before"]; readonly type: ColumnType }) {
  const isNull = cell.rows === 1 && cell.values[0] === null;
  return <Marked words={writtenWords(cell, type)} leaks={cell.leaks} isMuted={isNull} />;
}

function Value(props: {
  readonly value: CellValue;
  readonly type: ColumnType | undefined;
  readonly leaks: boolean;
}) {
  const { value, type, leaks } = props;
  return <Marked words={valueWords(value, type)} leaks={leaks} isMuted={value === null} />;
}

/** What leaks has the leak's shape and colour. */
function Marked(props: { readonly words: string; readonly leaks: boolean; readonly isMuted: boolean }) {
  const { words, leaks, isMuted } = props;
  if (!leaks) return <span className={isMuted ? styles.muted : undefined}>{words}</span>;
  return (
    <span className={styles.leak}>
      <VerdictGlyph state="leak" /> {words}
      <span className="visually-hidden"> leaks</span>
    </span>
  );
}

function Head({ name }: { readonly name: ComparisonTermName }) {
  const { word } = COMPARISON_TERMS[name];
  return <GlossaryTerm of={word}>{word}</GlossaryTerm>;
}

function exact(value: CellValue, type: ColumnType | undefined): string {
  return type === undefined ? String(value) : exactValue(value, type);
}

/** Whether its values have no distance from each other. */
export function isText(type: ColumnType): boolean {
  return type === "string" || type === "bool";
}
