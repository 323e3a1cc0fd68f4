import type { Candidate } from "../explain";
import { type Times, takeTimes } from "../time";
import { sortSegments } from "./sort-segments";

/**
 * A feature group's rows by entity, and within an entity in time order. Made once for a set of key columns and
 * kept with the group, because every join on those columns needs it.
 *
 * ```text
 * position    0     1     2     3     4          entity 0 has positions [0, 2), entity 1 has [2, 5)
 * rows        4     0     1     2     3          position → row of the group's table
 * eventTimes  10    20    5     5     9          by position; ties: created time, then insertion
 * ```
 */
export interface FeatureIndex {
  /** Shape [entities + 1]. Entity e has the positions [starts[e], starts[e + 1]). */
  starts: Int32Array;
  /** Shape [m]. Rows whose key is null are left out: they match nothing. */
  rows: Int32Array;
  /** Shape [m], by position. */
  eventTimes: Times;
  /** Shape [m], by position; `null` where the group has no created time. */
  createdTimes: Times | null;
}

/**
 * @param keys - Shape [rows]. Dense entity codes in [0, entities), or negative where a key column is null.
 * @param eventTimes - Shape [rows].
 * @param createdTimes - Shape [rows], or `null`.
 * @returns The index. A counting sort by entity and a stable sort by time within: O(rows) where rows come in
 *   time order, O(rows log rows per entity) where they do not.
 */
export function featureIndex(
  keys: Int32Array,
  entities: number,
  eventTimes: Times,
  createdTimes: Times | null,
): FeatureIndex {
  const starts = new Int32Array(entities + 1);
  for (let row = 0; row < keys.length; row++) if (keys[row] >= 0) starts[keys[row] + 1]++;
  for (let entity = 0; entity < entities; entity++) starts[entity + 1] += starts[entity];

  const rows = new Int32Array(starts[entities]);
  const next = starts.slice(0, entities);
  for (let row = 0; row < keys.length; row++) if (keys[row] >= 0) rows[next[keys[row]]++] = row;

  return inTimeOrder({
    starts,
    rows,
    eventTimes: takeTimes(eventTimes, rows),
    createdTimes: createdTimes && takeTimes(createdTimes, rows),
  });
}

/**
 * The same of rows that are all one entity's. Takes the arrays over, and puts them in order.
 *
 * @param eventTimes - Shape [rows].
 * @param createdTimes - Shape [rows], or `null`.
 */
export function entityIndex(eventTimes: Times, createdTimes: Times | null): FeatureIndex {
  const rows = new Int32Array(eventTimes.length);
  for (let row = 0; row < rows.length; row++) rows[row] = row;
  return inTimeOrder({
    starts: Int32Array.of(0, rows.length),
    rows,
    eventTimes,
    createdTimes,
  });
}

/** Sorts an index in place, entity by entity. */
function inTimeOrder(index: FeatureIndex): FeatureIndex {
  const { starts, rows } = index;
  if (index.createdTimes === null) sortSegments(starts, [index.eventTimes, rows], [index.eventTimes]);
  else
    sortSegments(
      starts,
      [index.eventTimes, index.createdTimes, rows],
      [index.eventTimes, index.createdTimes],
    );
  return index;
}

/** One row of an index as `explain` takes it. `position` must be one of the index. */
export function candidateAt({ rows, eventTimes, createdTimes }: FeatureIndex, position: number): Candidate {
  return {
    row: rows[position],
    eventTime: BigInt(eventTimes[position]),
    createdTime: createdTimes === null ? null : BigInt(createdTimes[position]),
  };
}

/** The first position in [start, end) whose time is after `time`, or `end`. `times` ascend there. */
export function upperBound(times: Times, start: number, end: number, time: number | bigint): number {
  let low = start;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (times[middle] <= time) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The first position in [start, end) whose time is at or after `time`, or `end`. `times` ascend there. */
export function lowerBound(times: Times, start: number, end: number, time: number | bigint): number {
  let low = start;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (times[middle] < time) low = middle + 1;
    else high = middle;
  }
  return low;
}
