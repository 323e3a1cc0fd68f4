import {
  type EntitySlice,
  type SliceColumn,
  type SliceJoin,
  trainingOrder,
} from "../../microfs/entity-slice";
import { candidatesOf } from "../slice-index/slice-index";

/** What a reader's hand asks for on the timeline. Nothing is changed by the timeline itself. */
export type TimelineEdit =
  | { kind: "move_row"; join: number; row: number; eventTimeUs: bigint }
  | { kind: "move_spine_row"; row: number; timeUs: bigint }
  | { kind: "set_ttl"; join: number; ttlUs: bigint }
  | { kind: "set_delay"; join: number; delayUs: bigint };

/** `final` is false while the hand still holds what it moves. */
export type OnEdit = (edit: TimelineEdit, final: boolean) => void;

/** What hears of a hand that edits. */
export interface Editing {
  readonly onEdit: OnEdit;
  /** The hand gave up before it let go: nothing is edited. */
  readonly onCancel: () => void;
}

/**
 * The slice after an edit, at once: what a drag shows in the same frame. A moved row keeps how late it was known.
 * Spine rows stay in the order of time; their numbers in the training table are those of their new places. O(rows).
 */
export function applyEdit(slice: EntitySlice, edit: TimelineEdit): EntitySlice {
  switch (edit.kind) {
    case "move_row":
      return withJoin(slice, edit.join, (join) => moveRow(join, edit.row, edit.eventTimeUs));
    case "move_spine_row":
      return { ...slice, spine: moveSpineRow(slice.spine, edit.row, edit.timeUs) };
    case "set_ttl":
      return withJoin(slice, edit.join, (join) => ({ ...join, rule: { ...join.rule, ttlUs: edit.ttlUs } }));
    case "set_delay":
      return withJoin(slice, edit.join, (join) => ({
        ...join,
        rule: { ...join.rule, delayUs: edit.delayUs },
      }));
  }
}

function withJoin(slice: EntitySlice, index: number, change: (join: SliceJoin) => SliceJoin): EntitySlice {
  return { ...slice, joins: slice.joins.map((join, i) => (i === index ? change(join) : join)) };
}

function moveRow(join: SliceJoin, row: number, eventTimeUs: bigint): SliceJoin {
  const position = candidatesOf(join).positionOf(row);
  const before = join.eventTimesUs[position];
  if (before === undefined) return join;
  const created = join.createdTimesUs;
  const knownUs = (created?.[position] ?? 0n) + eventTimeUs - before;
  return {
    ...join,
    eventTimesUs: join.eventTimesUs.with(position, eventTimeUs),
    createdTimesUs: created === null ? null : created.with(position, knownUs),
    // The times are columns too, and stay equal to the row's times.
    columns: join.columns.map((column) => {
      if (column.name === join.eventTime) return withValue(column, position, eventTimeUs);
      return column.name === join.createdTime ? withValue(column, position, knownUs) : column;
    }),
  };
}

function withValue(column: SliceColumn, position: number, value: bigint): SliceColumn {
  return { ...column, values: column.values.with(position, value) };
}

function moveSpineRow(spine: EntitySlice["spine"], row: number, timeUs: bigint): EntitySlice["spine"] {
  const position = spine.rows.indexOf(row);
  if (position === -1) return spine;
  const times = spine.timesUs.with(position, timeUs);
  const columns = spine.columns.map((column) =>
    column.name === spine.eventTime ? withValue(column, position, timeUs) : column,
  );
  const order = trainingOrder(times, spine.rows);
  return {
    ...spine,
    rows: Int32Array.from(order, (i) => spine.rows[i] ?? -1),
    timesUs: BigInt64Array.from(order, (i) => times[i] ?? 0n),
    columns: columns.map((column) => ({
      ...column,
      values: Array.from(order, (i) => column.values[i] ?? null),
    })),
  };
}
