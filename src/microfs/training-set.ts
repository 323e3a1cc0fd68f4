import type { Table } from "apache-arrow";
import { NO_MATCH } from "./asof-join";
import { type ArrowColumn, arrowTable } from "./columns/arrow";
import { allocate, takeLong } from "./columns/column";
import type { FeatureGroup } from "./feature-group";
import type { CheckedJoin, CheckedView } from "./feature-view";
import { type JoinSides, joinCells } from "./join/joined-cells";
import type { ViewColumn } from "./join/view-columns";
import { takeTimes } from "./time";

/** What one join did to each training row. Every array has shape [training rows]. */
export interface TrainingJoin {
  fgName: string;
  /** The matched row of the feature group's table, or −1. */
  index: Int32Array;
  /** `Reason` codes: why that row, or why none. */
  reason: Uint8Array;
  /** 1 where the row was not yet known at the training row's time, by its group's own clock and delay. */
  leak: Uint8Array;
  /** 1 where the group's own backward rule would have chosen a later row. */
  stale: Uint8Array;
  /** How far a leak looks ahead, microseconds: known at − t; 0 where nothing leaks. */
  peek: BigInt64Array;
}

/** A training table with its provenance: every cell can be traced to the row it came from. */
export interface TrainingSet {
  /** Sorted by event time, ties in insertion order. */
  table: Table;
  joins: TrainingJoin[];
  /** Shape [training rows]. Each one's row in the label group's table. */
  spineIndex: Int32Array;
  /** Where each column of `table` comes from. */
  columns: readonly ViewColumn[];
}

/** Gives a feature group that is known to exist. */
export type GroupNamed = (name: string) => FeatureGroup;

/** Makes the training set of a view: one as-of join per join, then everything derived from its index vector. */
export function trainingSet(view: CheckedView, groupNamed: GroupNamed): TrainingSet {
  const spine = groupNamed(view.labelFg);
  const spineIndex = spine.index.order();
  const joins = view.joins.map((join) => trainingJoin(join, spine, spineIndex, groupNamed(join.fgName)));
  const columns = view.columns.map((column) => {
    if (column.join < 0) return takeColumn(column, spine, spineIndex);
    const { fgName, index } = joins[column.join];
    return takeColumn(column, groupNamed(fgName), index);
  });
  return { table: arrowTable(columns, spineIndex.length), joins, spineIndex, columns: view.columns };
}

function trainingJoin(
  join: CheckedJoin,
  spine: FeatureGroup,
  spineIndex: Int32Array,
  group: FeatureGroup,
): TrainingJoin {
  return { fgName: join.fgName, ...joinCells(joinSides(join, spine, spineIndex, group), join.rule) };
}

/**
 * Both sides of a view's join, as the kernel takes them.
 *
 * @param spineIndex - Shape [training rows]. Rows of `spine`.
 */
export function joinSides(
  join: CheckedJoin,
  spine: FeatureGroup,
  spineIndex: Int32Array,
  group: FeatureGroup,
): JoinSides {
  const features = group.index.features(join.featureColumns);
  const codes = group.index.spineCodes(join.featureColumns, spine, join.spineColumns);
  const keys = spineIndex.map((row) => codes[row]);
  const times = takeTimes(spine.index.times(spine.eventTime), spineIndex);
  return {
    spine: { keys, times },
    features,
    eventTimes: group.index.times(group.eventTime),
    createdTimes: group.createdTime === undefined ? null : group.index.times(group.createdTime),
    groupClock: group.clock,
  };
}

/** The column's rows in the order of an index vector; null where that has no row. */
function takeColumn({ name, column: from }: ViewColumn, group: FeatureGroup, index: Int32Array): ArrowColumn {
  const column = group.column(from);
  const values = allocate(column.type, index.length);
  const valid = new Uint8Array(index.length);
  const isThere = column.valid;
  for (let i = 0; i < index.length; i++) if (index[i] !== NO_MATCH) valid[i] = isThere[index[i]];
  if (values.BYTES_PER_ELEMENT === 8) takeLong(values, column.values, index);
  else takeNarrow(values as Int32Array, column.values as Int32Array, index, valid);
  return { name, type: column.type, valid, ...group.texts(column, values, valid) };
}

function takeNarrow(values: Int32Array, source: Int32Array, index: Int32Array, valid: Uint8Array): void {
  for (let i = 0; i < index.length; i++) if (valid[i] === 1) values[i] = source[index[i]];
}
