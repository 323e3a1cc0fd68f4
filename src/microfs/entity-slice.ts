import { type AsofMatches, asofJoin, NO_MATCH, NULL_KEY, type SpineSide } from "./asof-join";
import { type Candidate, type Explanation, explain } from "./explain";
import { entityIndex, type FeatureIndex } from "./join/feature-index";
import { isLeak, isStale } from "./join/leakage";
import type { JoinRule } from "./join/rule";
import { sortSegments } from "./join/sort-segments";
import type { CellValue, ColumnType } from "./schema";
import { type Times, toTimes } from "./time";

export type SliceColumnType = ColumnType;

/** The first and the last of a time column's values, microseconds. */
export interface TimeBounds {
  firstUs: bigint;
  lastUs: bigint;
}

/** One column of a slice. `values` has one entry per row of its table. */
export interface SliceColumn {
  name: string;
  type: SliceColumnType;
  values: CellValue[];
  /** Of a time column, over all rows of the group; `null` where it has no values. Absent where nobody looked. */
  bounds?: TimeBounds | null;
}

/** A slice's spine rows: all of one entity, in the order of the training table. Every array has shape [n]. */
export interface SliceSpine {
  fgName: string;
  /** The row's number in the training table. */
  trainingRows: Int32Array;
  /** The row's number in the label group's table: stays true while times are changed. */
  rows: Int32Array;
  timesUs: BigInt64Array;
  /** The name of the event time column. */
  eventTime: string;
  columns: SliceColumn[];
  /** The columns to predict, and how long after the row's time they are known; `null` where not declared. */
  label: readonly string[];
  labelHorizonUs: bigint | null;
}

/** A slice's candidates of one join. Every array has shape [m], in the order of insertion. */
export interface SliceJoin {
  fgName: string;
  /** The row's number in the group's table. */
  rows: Int32Array;
  eventTimesUs: BigInt64Array;
  /** `null` where the group has no created time. */
  createdTimesUs: BigInt64Array | null;
  /** The names of the time columns. */
  eventTime: string;
  createdTime: string | null;
  primaryKeys: readonly string[];
  /** What the join is on: `column` of the group equals `spineColumn` of the spine. */
  on: readonly { spineColumn: string; column: string }[];
  /** All the group's columns. */
  columns: SliceColumn[];
  /** Which of the group's columns the join writes, and under which names. */
  writes: readonly { column: string; as: string }[];
  rule: JoinRule;
  /** The group's own clock and delay: what a leak is measured against. */
  groupClock: Pick<JoinRule, "clock" | "delayUs">;
  /** A null in the entity's key for this join: nothing can match. */
  keyIsNull: boolean;
  /** What else the group holds; absent where nobody counted. */
  others?: SliceOthers;
}

/** The rows of a group that are not the entity's. They take no part in its joins. */
export interface SliceOthers {
  /** How many they are. */
  count: number;
  /** Event times of at most {@link MOST_OTHERS} of them, evenly taken in the order of insertion, microseconds. */
  timesUs: BigInt64Array;
}

/** So many other rows show that an entity's rows are few among many. */
export const MOST_OTHERS = 400;

/**
 * Everything about one entity that a view's joins look at, small enough to hand to the page. Plain data:
 * it survives `structuredClone`. The entity is named by every spine column that some join is on.
 */
export interface EntitySlice {
  entity: readonly { column: string; type: SliceColumnType; value: CellValue }[];
  spine: SliceSpine;
  joins: SliceJoin[];
}

/**
 * The positions of spine rows in the order of the training table: by time, ties in the order of insertion.
 *
 * @param timesUs - Shape [n], as is `rows`: the rows' numbers in the label group's table.
 */
export function trainingOrder(timesUs: BigInt64Array, rows: Int32Array): Int32Array {
  const order = Int32Array.from(rows.keys());
  const times = toTimes(timesUs).slice();
  const numbers = Float64Array.from(rows);
  sortSegments(Int32Array.of(0, rows.length), [times, numbers, order], [times, numbers]);
  return order;
}

/** One join over a slice. Positions count the slice's own rows. */
export interface SliceMatches extends AsofMatches {
  /** Shape [spine rows]. 1 where the chosen row was not yet known at the spine row's time. */
  leak: Uint8Array;
  /** Shape [spine rows]. 1 where the group's own rule would have chosen a later row. */
  stale: Uint8Array;
}

/** The index of a join's candidates that the kernel asks. Its rows are positions in the slice. O(m) where they come in time order. */
export function sliceFeatures({ eventTimesUs, createdTimesUs }: SliceJoin): FeatureIndex {
  return entityIndex(copiedTimes(eventTimesUs), createdTimesUs && copiedTimes(createdTimesUs));
}

/** Times that may be put in another order: the slice's own stay as they are. */
function copiedTimes(us: BigInt64Array): Times {
  const times = toTimes(us);
  return times === us ? us.slice() : times;
}

/**
 * Runs the real kernel over one join of a slice, under the slice's rule or another one.
 *
 * @param features - `sliceFeatures(join)`, where it is there already.
 * @returns `index` counts positions in the slice's candidates, −1 for none; one entry per spine row.
 */
export function joinSlice(
  slice: EntitySlice,
  join: SliceJoin,
  rule: JoinRule = join.rule,
  features: FeatureIndex = sliceFeatures(join),
): SliceMatches {
  const spine: SpineSide = {
    keys: new Int32Array(slice.spine.rows.length).fill(join.keyIsNull ? NULL_KEY : 0),
    times: toTimes(slice.spine.timesUs),
  };
  const matches = asofJoin(spine, features, rule);
  const reference = asofJoin(spine, features, { ...rule, direction: "backward", ...join.groupClock });
  const candidateOf = (position: number) => (position === NO_MATCH ? null : sliceCandidate(join, position));
  const leak = new Uint8Array(spine.keys.length);
  const stale = new Uint8Array(spine.keys.length);
  for (let i = 0; i < leak.length; i++) {
    const chosen = candidateOf(matches.index[i]);
    if (chosen !== null && isLeak(chosen, slice.spine.timesUs[i], join.groupClock)) leak[i] = 1;
    if (isStale(chosen, candidateOf(reference.index[i]))) stale[i] = 1;
  }
  return { ...matches, leak, stale };
}

/**
 * The slow statement of the rule for one spine row of a slice: `explain` on its candidates.
 *
 * @param position - Of the spine row in the slice, not its number in a table.
 * @returns Candidates in time order, `row` being the number in the group's table.
 */
export function explainSlice(
  slice: EntitySlice,
  join: SliceJoin,
  position: number,
  rule: JoinRule = join.rule,
): Explanation {
  const t = slice.spine.timesUs[position];
  if (t === undefined)
    throw new RangeError(`spine row must be 0 to ${slice.spine.timesUs.length - 1}: ${position}`);
  return explain(t, join.keyIsNull ? null : sliceCandidates(join), rule);
}

/** A slice's candidates as `explain` takes them, in the order of insertion. */
function sliceCandidates(join: SliceJoin): Candidate[] {
  return Array.from(join.rows, (_, position) => sliceCandidate(join, position));
}

function sliceCandidate({ rows, eventTimesUs, createdTimesUs }: SliceJoin, position: number): Candidate {
  return {
    row: rows[position],
    eventTime: eventTimesUs[position],
    createdTime: createdTimesUs === null ? null : createdTimesUs[position],
  };
}
