import type { Table } from "apache-arrow";
import type { CellValue } from "../../microfs";
import { NO_MATCH } from "../../microfs/asof-join";
import { Column } from "../../microfs/columns/column";
import { arrowTable, textVector } from "../../microfs/columns/to-arrow";
import type { ViewColumn } from "../../microfs/join/view-columns";
import type { RowOverlay } from "../../microfs/overlay/row-overlay";
import type { PageColumn, TrainingPage } from "../answers";
import type { TrainingState } from "./training-state";

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
function valuesBefore({ stored, spine }: TrainingState, spineRow: number): CellValue[] | null {
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
