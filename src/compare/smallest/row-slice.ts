import { type EntitySlice, NULL_KEY, type SliceJoin, UNKNOWN_KEY } from "../../microfs/core";
import type { ComparedJoin, ComparedView } from "../compared-view";

/**
 * One training row and all that one join can find for it: the rows of its own key, and no others. That is the cut by
 * entities, which needs no search: the group's index knows them. O(candidates), whatever the size of the data.
 *
 * @param trainingRow - Counts the rows of the training table from 0.
 * @returns A slice with one spine row and one join, without the columns' values: `rows` are rows of the groups' tables.
 */
export function rowSlice(
  { view, spine, order }: ComparedView,
  compared: ComparedJoin,
  trainingRow: number,
): EntitySlice {
  const spineRow = order[trainingRow];
  if (spineRow === undefined)
    throw new RangeError(`training row must be 0 to ${order.length - 1}: ${trainingRow}`);
  const { join, group, sides, features } = compared;
  const code = sides.spine.keys[trainingRow] ?? UNKNOWN_KEY;
  const [from, to] = code < 0 ? [0, 0] : [sides.features.starts[code] ?? 0, sides.features.starts[code + 1]];
  // In the order of insertion, which is the last tie-break.
  const rows = sides.features.rows.slice(from, to).sort();
  const { createdTimes } = sides;
  return {
    entity: join.spineColumns.map((column) => {
      const { type } = spine.column(column);
      return { column, type, value: spine.column(column).get(spineRow) };
    }),
    spine: {
      fgName: spine.name,
      trainingRows: Int32Array.of(trainingRow),
      rows: Int32Array.of(spineRow),
      timesUs: BigInt64Array.of(BigInt(sides.spine.times[trainingRow] ?? 0)),
      eventTime: spine.eventTime,
      columns: [],
      label: view.label,
      labelHorizonUs: view.labelHorizonUs,
    },
    joins: [
      {
        fgName: group.name,
        rows,
        eventTimesUs: BigInt64Array.from(rows, (row) => BigInt(sides.eventTimes[row] ?? 0)),
        createdTimesUs: createdTimes && BigInt64Array.from(rows, (row) => BigInt(createdTimes[row] ?? 0)),
        eventTime: group.eventTime,
        createdTime: group.createdTime ?? null,
        primaryKeys: group.primaryKeys,
        on: join.spineColumns.map((spineColumn, i) => ({
          spineColumn,
          column: join.featureColumns[i] ?? "",
        })),
        columns: [],
        writes: features.map(({ name, column }) => ({ column, as: name })),
        rule: join.rule,
        groupClock: group.clock,
        keyIsNull: code === NULL_KEY,
      },
    ],
  };
}

/** The slice with nothing but one column written. */
export function writingOnly(slice: EntitySlice, column: string): EntitySlice {
  const only = (join: SliceJoin) => ({ ...join, writes: join.writes.filter((one) => one.column === column) });
  return { ...slice, joins: slice.joins.map(only) };
}

/** The slice with some of its join's candidates: positions, ascending. */
export function withCandidates(slice: EntitySlice, positions: readonly number[]): EntitySlice {
  return { ...slice, joins: slice.joins.map((join) => taken(join, positions)) };
}

function taken(join: SliceJoin, positions: readonly number[]): SliceJoin {
  const times = (us: BigInt64Array) => BigInt64Array.from(positions, (position) => us[position] ?? 0n);
  return {
    ...join,
    rows: Int32Array.from(positions, (position) => join.rows[position] ?? 0),
    eventTimesUs: times(join.eventTimesUs),
    createdTimesUs: join.createdTimesUs && times(join.createdTimesUs),
  };
}
