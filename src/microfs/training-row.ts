import { NULL_KEY, UNKNOWN_KEY } from "./asof-join";
import {
  type EntitySlice,
  MOST_OTHERS,
  type SliceColumn,
  type SliceJoin,
  type SliceOthers,
} from "./entity-slice";
import { type Candidate, type EvaluatedCandidate, explain } from "./explain";
import type { FeatureGroup } from "./feature-group";
import type { CheckedJoin, CheckedView } from "./feature-view";
import type { ReasonName } from "./join/rule";
import type { CellValue } from "./schema";
import type { GroupNamed } from "./training-set";

/** A spine row's candidates in one join's group: the rows of its entity, in the order of insertion. */
interface Entity {
  keyIsNull: boolean;
  rows: Int32Array;
}

function entityOf(join: CheckedJoin, spine: FeatureGroup, group: FeatureGroup, spineRow: number): Entity {
  const key = group.index.spineCodes(join.featureColumns, spine, join.spineColumns)[spineRow];
  if (key === NULL_KEY || key === UNKNOWN_KEY) return { keyIsNull: key === NULL_KEY, rows: new Int32Array() };
  const { starts, rows } = group.index.features(join.featureColumns);
  return { keyIsNull: false, rows: rows.slice(starts[key], starts[key + 1]).sort() };
}

/** `explain` for every join of a view, for one spine row of the label group's table. */
export function explainTrainingRow(
  view: CheckedView,
  groupNamed: GroupNamed,
  spineRow: number,
): { fgName: string; reason: ReasonName; candidates: EvaluatedCandidate[] }[] {
  const spine = groupNamed(view.labelFg);
  const t = spine.column(spine.eventTime).get(spineRow) as bigint;
  return view.joins.map((join) => {
    const group = groupNamed(join.fgName);
    const { keyIsNull, rows } = entityOf(join, spine, group, spineRow);
    const candidates = Array.from(
      rows,
      (row): Candidate => ({
        row,
        eventTime: group.column(group.eventTime).get(row) as bigint,
        createdTime:
          group.createdTime === undefined ? null : (group.column(group.createdTime).get(row) as bigint),
      }),
    );
    return { fgName: join.fgName, ...explain(t, keyIsNull ? null : candidates, join.rule) };
  });
}

/**
 * The entity slice of one spine row of the label group's table.
 *
 * @param keysIn - The groups whose keys tell which rows belong to the entity, where they are others than those whose values
 *   are wanted: with the same rows, as a change of whole columns will leave them.
 */
export function sliceOf(
  view: CheckedView,
  groupNamed: GroupNamed,
  spineRow: number,
  keysIn: GroupNamed = groupNamed,
): EntitySlice {
  const spine = groupNamed(view.labelFg);
  const keySpine = keysIn(view.labelFg);
  const named = [...new Set(view.joins.flatMap((join) => join.spineColumns))];
  const names = named.length > 0 ? named : spine.primaryKeys;
  const order = spine.index.order();
  const trainingRows = trainingRowsOf(keySpine, order, names, spineRow);
  const rows = trainingRows.map((row) => order[row]);
  return {
    entity: names.map((column) => ({
      column,
      type: spine.column(column).type,
      value: spine.column(column).get(spineRow),
    })),
    spine: {
      fgName: spine.name,
      trainingRows,
      rows,
      timesUs: timesOf(spine, spine.eventTime, rows),
      eventTime: spine.eventTime,
      columns: columnsOf(spine, rows),
      label: view.label,
      labelHorizonUs: view.labelHorizonUs,
    },
    joins: view.joins.map((join, number) =>
      sliceJoin(
        view,
        number,
        groupNamed(join.fgName),
        entityOf(join, keySpine, keysIn(join.fgName), spineRow),
      ),
    ),
  };
}

function sliceJoin(
  view: CheckedView,
  number: number,
  group: FeatureGroup,
  { keyIsNull, rows }: Entity,
): SliceJoin {
  const join = view.joins[number];
  return {
    fgName: group.name,
    rows,
    eventTimesUs: timesOf(group, group.eventTime, rows),
    createdTimesUs: group.createdTime === undefined ? null : timesOf(group, group.createdTime, rows),
    eventTime: group.eventTime,
    createdTime: group.createdTime ?? null,
    primaryKeys: group.primaryKeys,
    on: join.spineColumns.map((spineColumn, i) => ({ spineColumn, column: join.featureColumns[i] })),
    columns: columnsOf(group, rows),
    writes: view.columns
      .filter((column) => column.join === number)
      .map(({ column, name }) => ({ column, as: name })),
    rule: join.rule,
    groupClock: group.clock,
    keyIsNull,
    others: othersOf(group, rows),
  };
}

/** @param rows - The entity's own, ascending. */
function othersOf(group: FeatureGroup, rows: Int32Array): SliceOthers {
  const own = new Set(rows);
  const count = group.numRows - rows.length;
  const stride = Math.max(1, Math.ceil(group.numRows / MOST_OTHERS));
  const taken: number[] = [];
  for (let row = 0; row < group.numRows; row += stride) if (!own.has(row)) taken.push(row);
  return { count, timesUs: timesOf(group, group.eventTime, Int32Array.from(taken)) };
}

/** The training rows with the same values in the columns that name the entity. A null makes a row its own entity. */
function trainingRowsOf(
  spine: FeatureGroup,
  order: Int32Array,
  names: readonly string[],
  spineRow: number,
): Int32Array {
  const codes = spine.index.keys(names).codes(spine.numRows);
  const isSame = (row: number) =>
    codes[spineRow] === NULL_KEY ? row === spineRow : codes[row] === codes[spineRow];
  const trainingRows: number[] = [];
  for (let i = 0; i < order.length; i++) if (isSame(order[i])) trainingRows.push(i);
  return Int32Array.from(trainingRows);
}

function timesOf(group: FeatureGroup, column: string, rows: Int32Array): BigInt64Array {
  const { values } = group.column(column);
  return BigInt64Array.from(rows, (row) => values[row] as bigint);
}

function columnsOf(group: FeatureGroup, rows: Int32Array): SliceColumn[] {
  return Array.from(group.columns, ([name, column]) => ({
    name,
    type: column.type,
    values: Array.from(rows, (row): CellValue => column.get(row)),
    ...(column.type === "timestamp" && { bounds: group.index.bounds(name) }),
  }));
}
