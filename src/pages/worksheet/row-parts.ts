import { type EntitySlice, explainSlice, type SliceColumn, type SliceJoin } from "../../microfs/core";
import { VERDICT_TERMS } from "../../terms/verdicts";
import type { TimeWindow } from "../../timeline/geometry/time-window";
import { shownColumn, valueOfRow } from "../../timeline/slice-index/slice-index";
import { positionOf } from "../../timeline/step/coordinate";
import { momentOf, stateOf } from "../../timeline/step/step-verdicts";
import { formatDay, formatMoment, formatMomentNear, momentStyle } from "../../timeline/words/format-moment";
import { columnFormat } from "../../timeline/words/format-value";
import { entityName, nounOf } from "../../timeline/words/nouns";
import type { AskedRow } from "./content";

/** A candidate in words. */
export interface ListedRow {
  readonly time: string;
  /** When it was created; `null` where its group does not know. */
  readonly created: string | null;
  readonly value: string;
  /** For the key. */
  readonly verdict: string;
}

/** The candidates of one join. */
export interface RowList {
  readonly group: string;
  /** What one of them is called. */
  readonly noun: string;
  /** The feature that they bring. */
  readonly column: string;
  readonly hasCreated: boolean;
  readonly rows: readonly ListedRow[];
  /** How many lie outside the picture, and are not listed. */
  readonly others: number;
  /** What goes into the cell. */
  readonly written: string;
}

/** The candidates of a row's joins that lie in a window, in the order of time. */
export function rowLists({ slice, spineRow }: AskedRow, window: TimeWindow): RowList[] {
  return slice.joins.map((join) => rowList(slice, join, spineRow, window));
}

function rowList(slice: EntitySlice, join: SliceJoin, spineRow: number, window: TimeWindow): RowList {
  const { candidates } = explainSlice(slice, join, positionOf(slice, spineRow));
  const column = shownColumn(join);
  const style = momentStyle(slice);
  const textOf = valueWords(join, column, slice);
  const tUs = momentOf(slice, spineRow);
  // Days tell nothing where all is of one.
  const days = new Set(
    [tUs, ...candidates.map(({ eventTime }) => eventTime)].map((us) => formatDay(us, { year: true })),
  );
  const timeOf = (us: bigint) =>
    days.size === 1 ? formatMomentNear(us, tUs, style) : formatMoment(us, style);
  const isShown = (us: bigint) => Number(us) >= window.fromUs && Number(us) < window.toUs;
  const shown = candidates.filter(({ eventTime }) => isShown(eventTime));
  const chosen = candidates.find(({ verdict }) => verdict === "chosen");
  return {
    group: join.fgName,
    noun: nounOf(slice, join).one,
    column: join.writes.find((write) => write.column === column?.name)?.as ?? column?.name ?? "",
    hasCreated: join.createdTimesUs !== null,
    rows: shown.map((candidate) => ({
      time: timeOf(candidate.eventTime),
      created: candidate.createdTime === null ? null : timeOf(candidate.createdTime),
      value: textOf(candidate.row),
      verdict: VERDICT_TERMS[stateOf(candidate.verdict, candidate, tUs, join)].word,
    })),
    others: candidates.length - shown.length,
    written: chosen === undefined ? "null" : textOf(chosen.row),
  };
}

function valueWords(join: SliceJoin, column: SliceColumn | null, slice: EntitySlice) {
  if (column === null) return () => "";
  const format = columnFormat(column, momentStyle(slice));
  return (row: number) => format(valueOfRow(join, column, row));
}

/** The table that is filled in: the spine's columns, and one feature a join. */
export interface FillTable {
  readonly columns: readonly { readonly name: string; readonly isFeature: boolean }[];
  /** Cells per row; a feature's is for the key. */
  readonly rows: readonly (readonly string[])[];
}

const NUMBER = { name: "row", isFeature: false };

/** The table of some rows: where they are not of one view, each names what it asks for. */
export function fillTable(rows: readonly AskedRow[], lists: readonly (readonly RowList[])[]): FillTable {
  const own = rows.map((row, i) => ownTable(row, lists[i] ?? []));
  const [first] = own;
  if (first !== undefined && own.every(({ columns }) => isSame(columns, first.columns))) {
    if (own.length === 1) return first;
    return {
      columns: [NUMBER, ...first.columns],
      rows: own.flatMap((table, i) => table.rows.map((row) => [String(i + 1), ...row])),
    };
  }
  return {
    columns: [
      NUMBER,
      ...["of", "as of", "feature"].map((name) => ({ name, isFeature: false })),
      { name: "value", isFeature: true },
    ],
    rows: rows.flatMap(({ slice, spineRow }, i) => {
      const moment = formatMoment(momentOf(slice, spineRow), momentStyle(slice));
      return (lists[i] ?? []).map(({ column, written }) => [
        String(i + 1),
        entityName(slice),
        moment,
        column,
        written,
      ]);
    }),
  };
}

function isSame(a: FillTable["columns"], b: FillTable["columns"]): boolean {
  return a.length === b.length && a.every(({ name }, i) => name === b[i]?.name);
}

function ownTable({ slice, spineRow }: AskedRow, lists: readonly RowList[]): FillTable {
  const position = positionOf(slice, spineRow);
  const style = momentStyle(slice);
  return {
    columns: [
      ...slice.spine.columns.map(({ name }) => ({ name, isFeature: false })),
      ...lists.map(({ column }) => ({ name: column, isFeature: true })),
    ],
    rows: [
      [
        ...slice.spine.columns.map((column) => columnFormat(column, style)(column.values[position] ?? null)),
        ...lists.map(({ written }) => written),
      ],
    ],
  };
}
