import { type EntitySlice, explainSlice, type SliceColumn, type SliceJoin } from "../../microfs/core";
import { VERDICT_TERMS } from "../../terms/verdicts";
import type { TimeWindow } from "../../timeline/geometry/time-window";
import { shownColumn, valueOfRow } from "../../timeline/slice-index/slice-index";
import { positionOf } from "../../timeline/step/coordinate";
import { momentOf, stateOf } from "../../timeline/step/step-verdicts";
import { formatMoment, momentStyle } from "../../timeline/words/format-moment";
import { columnFormat } from "../../timeline/words/format-value";
import { nounOf } from "../../timeline/words/nouns";
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
  const isShown = (us: bigint) => Number(us) >= window.fromUs && Number(us) < window.toUs;
  const shown = candidates.filter(({ eventTime }) => isShown(eventTime));
  const chosen = candidates.find(({ verdict }) => verdict === "chosen");
  return {
    group: join.fgName,
    noun: nounOf(slice, join).one,
    column: join.writes.find((write) => write.column === column?.name)?.as ?? column?.name ?? "",
    hasCreated: join.createdTimesUs !== null,
    rows: shown.map((candidate) => ({
      time: formatMoment(candidate.eventTime, style),
      created: candidate.createdTime === null ? null : formatMoment(candidate.createdTime, style),
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

/** The tables of some rows: rows that stand one under another with the same columns are of one table. */
export function fillTables(rows: readonly AskedRow[], lists: readonly (readonly RowList[])[]): FillTable[] {
  const tables: { columns: FillTable["columns"]; rows: string[][] }[] = [];
  for (const [i, row] of rows.entries()) {
    const { slice } = row;
    const position = positionOf(slice, row.spineRow);
    const style = momentStyle(slice);
    const features = lists[i] ?? [];
    const columns = [
      ...slice.spine.columns.map(({ name }) => ({ name, isFeature: false })),
      ...features.map(({ column }) => ({ name: column, isFeature: true })),
    ];
    const cells = [
      ...slice.spine.columns.map((column) => columnFormat(column, style)(column.values[position] ?? null)),
      ...features.map(({ written }) => written),
    ];
    const last = tables.at(-1);
    if (last !== undefined && JSON.stringify(last.columns) === JSON.stringify(columns)) last.rows.push(cells);
    else tables.push({ columns, rows: [cells] });
  }
  return tables;
}
