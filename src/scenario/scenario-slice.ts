import {
  type CellValue,
  type CheckedJoin,
  type CheckedView,
  checkView,
  type EntitySlice,
  MOST_OTHERS,
  readValue,
  type SliceColumn,
  type SliceJoin,
  type SliceOthers,
} from "../microfs/core";
import { changesByColumn, withoutRefused } from "./edits/column-change";
import { type Generate, GroupHistory } from "./group-history";
import { insertable } from "./inline-value";
import type { InlineRow, Scenario } from "./scenario";

/**
 * Makes the entity slice of a scenario on the page, without Arrow, a worker or storage: the same that
 * `FeatureStore.entitySlice` gives of a store with that scenario in it, written rows included. The scenario's edits are not
 * in it: `editSlice(slice, scenario.edits)` puts them on top. But whose rows are in it is told by the keys as they leave
 * them.
 *
 * @param of - A row of the label group's table, by its number there; or an entity by columns of the spine, of which the
 *   first training row counts.
 * @param generate - Makes the rows of generated groups; `generatedColumns`, which a page with written rows need not load.
 * @returns Rows and candidates of one entity, as typed arrays. Costs O(rows).
 * @throws MicroFSError where the definitions make no sense, as the store does; RangeError where there is no such row or
 *   entity, or rows are not at hand.
 */
export function scenarioSlice(scenario: Scenario, of: number | InlineRow, generate?: Generate): EntitySlice {
  const histories = historiesOf(scenario, generate);
  const named = (name: string): GroupHistory => {
    const history = histories.get(name);
    if (history === undefined) throw new RangeError(`the scenario has no group ${JSON.stringify(name)}`);
    return history;
  };
  const view = checkView(scenario.view, (name) => named(name).group);
  const spine = named(view.labelFg);
  const order = trainingOrder(spine);
  const spineRow = typeof of === "number" ? of : firstRowOf(spine, order, of);
  if (!(spineRow >= 0 && spineRow < spine.numRows))
    throw new RangeError(`spine row must be 0 to ${spine.numRows - 1}: ${spineRow}`);

  const onColumns = [...new Set(view.joins.flatMap((join) => join.spineColumns))];
  const names = onColumns.length > 0 ? onColumns : spine.group.primaryKeys;
  const keysIn = changedKeys(scenario, named);
  const trainingRows = trainingRowsOf(keysIn(spine), order, names, spineRow);
  const rows = trainingRows.map((row) => order[row] ?? -1);
  return {
    entity: names.map((column) => ({
      column,
      type: typeOf(spine, column),
      value: spine.value(column, spineRow),
    })),
    spine: {
      fgName: spine.group.name,
      trainingRows,
      rows,
      timesUs: spine.timesUs(spine.group.eventTime, rows),
      eventTime: spine.group.eventTime,
      columns: columnsOf(spine, rows),
      label: view.label,
      labelHorizonUs: view.labelHorizonUs,
    },
    joins: view.joins.map((join, number) =>
      sliceJoin(view, join, number, spine, named(join.fgName), spineRow, keysIn),
    ),
  };
}

function historiesOf({ groups, actions = [] }: Scenario, generate?: Generate): Map<string, GroupHistory> {
  const histories = new Map(
    groups.map((group) => [group.definition.name, new GroupHistory(group, generate)] as const),
  );
  for (const action of actions) if (action.kind === "write") histories.get(action.group)?.insert(action.rows);
  return histories;
}

/** The rows by event time, ties in the order of insertion: the order of a training table. */
function trainingOrder(spine: GroupHistory): Int32Array {
  const times = spine.timesUs(spine.group.eventTime);
  return Int32Array.from(times.keys()).sort((a, b) => inTime(times[a], times[b]) || a - b);
}

function inTime(a = 0n, b = 0n): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function firstRowOf(spine: GroupHistory, order: Int32Array, entity: InlineRow): number {
  const wanted = Object.entries(entity).map(([column, given]) => {
    const type = typeOf(spine, column);
    const read = readValue(type, insertable(given, type));
    return { column, value: read.ok ? read.value : undefined };
  });
  const row = order.find((one) => wanted.every(({ column, value }) => spine.value(column, one) === value));
  if (row === undefined) throw new RangeError(`the spine has no row of ${JSON.stringify(entity)}`);
  return row;
}

/** Values by column and row. */
interface Values {
  readonly numRows: number;
  value(column: string, row: number): CellValue;
}

/** The groups' values as the edits of whole columns leave them. */
function changedKeys(
  { edits = [] }: Scenario,
  named: (name: string) => GroupHistory,
): (history: GroupHistory) => Values {
  const fitting = withoutRefused(edits, (name) => {
    const history = named(name);
    return {
      typeOf: (column) => history.group.schema.get(column),
      boundsOf: (column) => history.bounds(column),
    };
  });
  return (history) => {
    const changes = changesByColumn(fitting, history.group.name);
    if (changes.size === 0) return history;
    const value = (column: string, row: number) => {
      const stored = history.value(column, row);
      return changes.get(column)?.(stored) ?? stored;
    };
    return { numRows: history.numRows, value };
  };
}

/** The training rows with the same values in the columns that name the entity. A null makes a row its own entity. */
function trainingRowsOf(
  spine: Values,
  order: Int32Array,
  names: readonly string[],
  spineRow: number,
): Int32Array {
  const key = keyOf(spine, names, spineRow);
  const isSame = (row: number) =>
    key === null ? row === spineRow : names.every((column, i) => spine.value(column, row) === key[i]);
  return Int32Array.from(order.keys()).filter((row) => isSame(order[row] ?? -1));
}

/** The values that name a row's entity; `null` where one of them is null or NaN, which name none. */
function keyOf(history: Values, columns: readonly string[], row: number): CellValue[] | null {
  const key = columns.map((column) => history.value(column, row));
  return key.some((value) => value === null || Number.isNaN(value)) ? null : key;
}

function sliceJoin(
  view: CheckedView,
  join: CheckedJoin,
  number: number,
  spine: GroupHistory,
  history: GroupHistory,
  spineRow: number,
  keysIn: (history: GroupHistory) => Values,
): SliceJoin {
  const { group } = history;
  const keys = keysIn(history);
  const key = keyOf(keysIn(spine), join.spineColumns, spineRow);
  const rows = Int32Array.from(Array(key === null ? 0 : history.numRows).keys()).filter((row) =>
    join.featureColumns.every((column, i) => keys.value(column, row) === key?.[i]),
  );
  return {
    fgName: group.name,
    rows,
    eventTimesUs: history.timesUs(group.eventTime, rows),
    createdTimesUs: group.createdTime === null ? null : history.timesUs(group.createdTime, rows),
    eventTime: group.eventTime,
    createdTime: group.createdTime,
    primaryKeys: group.primaryKeys,
    on: join.spineColumns.map((spineColumn, i) => ({ spineColumn, column: join.featureColumns[i] ?? "" })),
    columns: columnsOf(history, rows),
    writes: view.columns
      .filter((column) => column.join === number)
      .map(({ column, name }) => ({ column, as: name })),
    rule: join.rule,
    groupClock: { clock: group.createdTime === null ? "event_time" : "created_time", delayUs: group.delayUs },
    keyIsNull: key === null,
    others: othersOf(history, rows),
  };
}

/** @param rows - The entity's own, ascending. */
function othersOf(history: GroupHistory, rows: Int32Array): SliceOthers {
  const own = new Set(rows);
  const stride = Math.max(1, Math.ceil(history.numRows / MOST_OTHERS));
  const taken = Array.from({ length: Math.ceil(history.numRows / stride) }, (_, i) => i * stride);
  return {
    count: history.numRows - rows.length,
    timesUs: history.timesUs(
      history.group.eventTime,
      taken.filter((row) => !own.has(row)),
    ),
  };
}

function columnsOf(history: GroupHistory, rows: Int32Array): SliceColumn[] {
  return Array.from(history.group.schema, ([name, type]) => ({
    name,
    type,
    values: Array.from(rows, (row) => history.value(name, row)),
    ...(type === "timestamp" && { bounds: history.bounds(name) }),
  }));
}

function typeOf(history: GroupHistory, column: string) {
  const type = history.group.schema.get(column);
  if (type === undefined)
    throw new RangeError(`${JSON.stringify(history.group.name)} has no column ${JSON.stringify(column)}`);
  return type;
}
