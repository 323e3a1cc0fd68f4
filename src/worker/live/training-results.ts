import type { Table } from "apache-arrow";
import { tableToArrow } from "../../formats/arrow";
import { writeCsv } from "../../formats/csv/write-csv";
import { arrowTable, Column, type RowOverlay, textVector } from "../../microfs";
import {
  CellFlag,
  type CellValue,
  NO_MATCH,
  Reason,
  type ReasonName,
  reasonName,
  type ViewColumn,
} from "../../microfs/core";
import type { LiveTraining, PageColumn, TrainingPage, TrainingRow, TrainingTotals } from "../results";
import type { TrainingState } from "./training-state";

/** What the page holds of a training set, in memory of its own that can be transferred. Costs O(training rows × joins). */
export function liveTraining(state: TrainingState): LiveTraining {
  const { view, spine, order, joins } = state;
  return {
    viewName: view.name,
    columns: view.columns,
    spineIndex: spine.ids(order.rows),
    timesUs: state.timesUs.slice(),
    joins: joins.map(({ group, index, reason, flags, eventTimesUs }) => ({
      fgName: group.group.name,
      index: group.ids(index),
      reason: reason.slice(),
      flags: flags.slice(),
      eventTimesUs: eventTimesUs.slice(),
    })),
    totals: totalsOf(state),
  };
}

function totalsOf({ order, joins }: TrainingState): TrainingTotals {
  const trainingRows = order.rows.length;
  const counted = joins.map(({ group, reason, flags }) => {
    const byCode = new Int32Array(Object.keys(Reason).length);
    let leaks = 0;
    for (let i = 0; i < trainingRows; i++) {
      const code = reason[i] ?? 0;
      byCode[code] = (byCode[code] ?? 0) + 1;
      if (((flags[i] ?? 0) & CellFlag.leak) !== 0) leaks++;
    }
    const reasons = Object.entries(Reason).map(([name, code]) => [name, byCode[code] ?? 0]);
    return {
      fgName: group.group.name,
      reasons: Object.fromEntries(reasons) as Record<ReasonName, number>,
      leaks,
    };
  });
  const sum = (of: (join: (typeof counted)[number]) => number) =>
    counted.reduce((total, join) => total + of(join), 0);
  return {
    trainingRows,
    empty: sum(({ reasons }) => trainingRows - reasons.chosen),
    leaks: sum(({ leaks }) => leaks),
    joins: counted,
  };
}

/**
 * The values of the training rows [from, to), and of those among them that the edits have changed what stood there before.
 * Costs O(cells of the page).
 */
export function trainingPage(state: TrainingState, from: number, to: number): TrainingPage {
  const end = Math.min(to, state.order.rows.length);
  const start = Math.min(Math.max(0, from), end);
  const now = state.view.columns.map((column) => {
    const { overlay, rows } = sourceOf(state, column);
    return { column, values: overlay.take(rows.subarray(start, end), column.column) };
  });
  return {
    from: start,
    to: end,
    columns: now.map(({ column, values }) => pageColumn(column, values)),
    before: changedRows(
      state,
      start,
      now.map(({ values }) => values),
    ),
  };
}

/** The whole training table as edits leave it. Costs O(cells). */
export function trainingTable(state: TrainingState): Table {
  const columns = state.view.columns.map((column) => {
    const { overlay, rows } = sourceOf(state, column);
    const { values, valid, texts } = pageColumn(column, overlay.take(rows, column.column));
    return { ...column, values, valid, texts: texts && textVector(texts) };
  });
  return arrowTable(columns, state.order.rows.length);
}

/** The same as a file. */
export function trainingFile(
  state: TrainingState,
  format: "csv" | "arrow",
): { blob: Blob; extension: string } {
  const table = trainingTable(state);
  if (format === "csv")
    return { blob: new Blob([...writeCsv(table)], { type: "text/csv" }), extension: ".csv" };
  const { bytes, extension, mediaType } = tableToArrow(table);
  return { blob: new Blob([bytes], { type: mediaType }), extension };
}

/** Where a column's values are read: rows of a group, shape [training rows]. */
function sourceOf(state: TrainingState, { join }: ViewColumn): { overlay: RowOverlay; rows: Int32Array } {
  const cells = state.joins[join];
  return cells === undefined
    ? { overlay: state.spine, rows: state.order.rows }
    : { overlay: cells.group, rows: cells.index };
}

/** What stood, before the edits, in those training rows from `start` on that read otherwise now. An added row was not there before. */
function changedRows(state: TrainingState, start: number, now: readonly Column[]): TrainingPage["before"] {
  const changed: { trainingRow: number; values: CellValue[] }[] = [];
  const length = now[0]?.length ?? 0;
  for (let i = 0; i < length; i++) {
    const values = valuesBefore(state, state.order.rows[start + i] ?? NO_MATCH);
    if (values?.some((value, c) => !Object.is(value, now[c]?.get(i))))
      changed.push({ trainingRow: start + i, values });
  }
  return {
    trainingRows: Int32Array.from(changed, ({ trainingRow }) => trainingRow),
    columns: state.view.columns.map((column, c) => {
      const values = new Column(column.type);
      for (const row of changed) values.push(row.values[c] ?? null);
      return pageColumn(column, values);
    }),
  };
}

/** A spine row's values as stored, in the order of the view's columns; `null` for an added row. */
function valuesBefore({ before: stored, spine }: TrainingState, spineRow: number): CellValue[] | null {
  if (spineRow >= spine.numStored) return null;
  const trainingRow = stored.trainingRowOf(spineRow);
  const matched = stored.joins.map((_, number) => {
    const rule = stored.view.joins[number]?.rule;
    return rule === undefined ? NO_MATCH : (stored.cells(number, rule).index[trainingRow] ?? NO_MATCH);
  });
  return stored.view.columns.map(({ join, column }) => {
    const group = (stored.joins[join] ?? stored.spine).group;
    const row = join < 0 ? spineRow : (matched[join] ?? NO_MATCH);
    return row === NO_MATCH ? null : group.column(column).get(row);
  });
}

/** As it crosses to the page: memory of its own, and no more of it than there are rows. */
function pageColumn({ name, type }: ViewColumn, { values, valid, dictionary, length }: Column): PageColumn {
  return {
    name,
    type,
    values: values.slice(0, length),
    valid: valid.slice(0, length),
    texts: dictionary === null ? null : dictionary.texts,
  };
}

/**
 * The last training row of an entity at or before a moment; `null` where there is none. Costs O(training rows).
 *
 * @param entity - Spine column → value. A null matches nothing, nor does a column that the spine does not have.
 * @param nowUs - The moment, inclusive; `null` for any.
 */
export function latestTrainingRow(
  state: TrainingState,
  entity: Readonly<Record<string, CellValue>>,
  nowUs: bigint | null,
): TrainingRow | null {
  const { spine, order, timesUs } = state;
  const keys = Object.entries(entity);
  if (keys.length === 0 || keys.some(([name, value]) => value === null || spine.typeOf(name) === undefined))
    return null;
  for (let trainingRow = order.rows.length - 1; trainingRow >= 0; trainingRow--) {
    if (nowUs !== null && (timesUs[trainingRow] ?? 0n) > nowUs) continue;
    const row = order.rows[trainingRow] ?? NO_MATCH;
    if (keys.every(([name, value]) => spine.cell(row, name) === value)) return wholeRow(state, trainingRow);
  }
  return null;
}

function wholeRow({ view, spine, order, timesUs, joins }: TrainingState, trainingRow: number): TrainingRow {
  const row = order.rows[trainingRow] ?? NO_MATCH;
  return {
    trainingRow,
    spineRow: spine.idOf(row),
    timeUs: timesUs[trainingRow] ?? 0n,
    values: view.columns.map(({ join, column }) => {
      const cells = joins[join];
      return cells === undefined
        ? spine.cell(row, column)
        : cells.group.cell(cells.index[trainingRow] ?? NO_MATCH, column);
    }),
    joins: joins.map(({ index, reason, flags, eventTimesUs }) => ({
      reason: reasonName(reason[trainingRow] ?? 0),
      isLeak: ((flags[trainingRow] ?? 0) & CellFlag.leak) !== 0,
      eventTimeUs: index[trainingRow] === NO_MATCH ? null : (eventTimesUs[trainingRow] ?? null),
    })),
  };
}
