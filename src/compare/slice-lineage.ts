import {
  asofJoin,
  type Candidate,
  type EntitySlice,
  type FeatureIndex,
  isLeak,
  isStale,
  type JoinRule,
  type JoinSides,
  LONGEST_PEEK_US,
  NO_MATCH,
  NULL_KEY,
  peekUs,
  type SliceJoin,
  sliceFeatures,
  toTimes,
} from "../microfs/core";
import { rowsOfColumn, type SliceLineage, takenFor } from "./lineage";
import { type ColumnOrder, compareValues } from "./scan-candidates";
import { takenRows } from "./taken-rows";
import type { ViewVariant } from "./variant";

/**
 * Which rows of a slice made the cells that one join writes into one spine row, under a variant. What a variant without a key
 * would take of other entities a slice does not hold: there it is the entity's rows alone.
 *
 * @param position - Of the spine row in the slice, not its number in a table.
 * @param features - `sliceFeatures` of the join, where it is there already.
 * @returns O(log m) and the rows that are found; O(m) where the index is not given or the variant is no rule.
 */
export function sliceLineage(
  slice: EntitySlice,
  joinNumber: number,
  variant: ViewVariant,
  position: number,
  features?: FeatureIndex,
): SliceLineage {
  const [join, of, t] = [slice.joins[joinNumber], variant.joins[joinNumber], slice.spine.timesUs[position]];
  if (join === undefined || of === undefined || t === undefined)
    throw new RangeError(`slice and variant must have join ${joinNumber} and spine row ${position}`);
  const sides = sidesOf(join, t, features ?? sliceFeatures(join));
  const columns = join.writes.map(({ column }) => columnOrder(join, column));
  const rule = variant.rules[joinNumber] ?? null;
  const taken = takenRows(sides, of, rule, columns);
  const positions = takenFor(taken.rows, 0).slice();
  const found = Array.from(positions, (row) => leakageOf(sides, 0, row));
  const last = candidateOf(sides, positions.at(-1) ?? NO_MATCH);
  return {
    positions,
    leak: Uint8Array.from(found, ({ leak }) => Number(leak)),
    peekUs: BigInt64Array.from(found, ({ peekUs }) => peekUs),
    stale: isStale(last, candidateOf(sides, referenceOf(sides, rule ?? join.rule))),
    byColumn: listsOf(columns.map((_, column) => takenFor(rowsOfColumn(taken, column), 0))),
  };
}

/** One spine row of a slice, and its candidates: rows are positions in the slice. */
function sidesOf(join: SliceJoin, t: bigint, features: FeatureIndex): JoinSides {
  const { eventTimesUs, createdTimesUs, groupClock, keyIsNull } = join;
  return {
    spine: { keys: Int32Array.of(keyIsNull ? NULL_KEY : 0), times: toTimes(BigInt64Array.of(t)) },
    features,
    eventTimes: eventTimesUs,
    createdTimes: createdTimesUs,
    groupClock,
  };
}

/** The row that a rule made backward, on the group's own clock and delay, chooses. */
function referenceOf({ spine, features, groupClock }: JoinSides, rule: JoinRule): number {
  const { index } = asofJoin(spine, features, { ...rule, direction: "backward", ...groupClock });
  return index[0] ?? NO_MATCH;
}

function columnOrder(join: SliceJoin, name: string): ColumnOrder {
  const values = join.columns.find((column) => column.name === name)?.values ?? [];
  return {
    isNull: (row) => (values[row] ?? null) === null,
    compare: (a, b) => compareValues(values[a] ?? null, values[b] ?? null),
  };
}

function listsOf(lists: readonly Int32Array[]): SliceLineage["byColumn"] {
  const offsets = new Int32Array(lists.length + 1);
  lists.forEach((rows, i) => {
    offsets[i + 1] = (offsets[i] ?? 0) + rows.length;
  });
  return { offsets, rows: Int32Array.from(lists.flatMap((rows) => [...rows])) };
}

/** A row of a group's table as the engine's own words take it; `null` for none. */
function candidateOf({ eventTimes, createdTimes }: JoinSides, row: number): Candidate | null {
  if (row === NO_MATCH) return null;
  return {
    row,
    eventTime: BigInt(eventTimes[row] ?? 0),
    createdTime: createdTimes === null ? null : BigInt(createdTimes[row] ?? 0),
  };
}

/** Whether a row leaks into a spine row, and how far that looks ahead: by the group's own clock and delay, whatever took it. */
function leakageOf(
  sides: JoinSides,
  trainingRow: number,
  row: number,
): { readonly leak: boolean; readonly peekUs: bigint } {
  const candidate = candidateOf(sides, row);
  const t = BigInt(sides.spine.times[trainingRow] ?? 0);
  if (candidate === null) return { leak: false, peekUs: 0n };
  const aheadUs = peekUs(candidate, t, sides.groupClock);
  return {
    leak: isLeak(candidate, t, sides.groupClock),
    peekUs: aheadUs < LONGEST_PEEK_US ? aheadUs : LONGEST_PEEK_US,
  };
}
