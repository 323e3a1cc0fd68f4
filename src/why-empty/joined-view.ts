import { type Column, type FeatureGroup, joinSides } from "../microfs";
import {
  type AsofMatches,
  asofJoin,
  type CheckedJoin,
  type CheckedView,
  type FeatureIndex,
  type JoinRule,
  type JoinSides,
  NO_MATCH,
  type SpineSide,
  type Times,
} from "../microfs/core";

/** One join of a view, with both of its sides and what it chose. */
export interface JoinParts {
  /** Counts the view's joins from 0. */
  readonly number: number;
  readonly join: CheckedJoin;
  readonly group: FeatureGroup;
  readonly sides: JoinSides;
  /** The group's columns that the join writes: each is a cell of every training row. */
  readonly written: readonly Column[];
  /** Whether no row of the group has a null in a column that is written. */
  readonly isComplete: boolean;
  readonly matches: AsofMatches;
}

/** A view, joined. `order` has shape [training rows]: rows of `spine`. */
export interface JoinedView {
  readonly view: CheckedView;
  readonly spine: FeatureGroup;
  readonly order: Int32Array;
  readonly joins: readonly JoinParts[];
}

/** Work that can be paused, and given up, at every `yield`. */
export type InPieces<T> = Generator<void, T>;

/** Joins a view. Both sides are read before the first pause: rows that come in later are not seen. O(n log m) a join. */
export function* joinView(
  view: CheckedView,
  groupNamed: (name: string) => FeatureGroup,
): InPieces<JoinedView> {
  const spine = groupNamed(view.labelFg);
  const order = spine.index.order();
  const prepared = view.joins.map((join, number) => {
    const group = groupNamed(join.fgName);
    const written = view.columns.flatMap((column) =>
      column.join === number ? [group.column(column.column)] : [],
    );
    const isComplete = written.every((column) => !column.valid.subarray(0, group.numRows).includes(0));
    return { number, join, group, written, isComplete, sides: joinSides(join, spine, order, group) };
  });
  const joins: JoinParts[] = [];
  for (const parts of prepared) {
    const { spine: spineSide, features } = parts.sides;
    joins.push({ ...parts, matches: yield* match(spineSide, features, parts.join.rule) });
  }
  return { view, spine, order, joins };
}

/** Between two pauses: some tens of milliseconds. */
const ROWS_AT_ONCE = 50_000;

/** The kernel's answer, with a pause after every so many rows. */
export function* match(
  { keys, times }: SpineSide,
  features: FeatureIndex,
  rule: JoinRule,
): InPieces<AsofMatches> {
  const all = { index: new Int32Array(keys.length), reason: new Uint8Array(keys.length) };
  for (let from = 0; from < keys.length; from += ROWS_AT_ONCE) {
    const to = from + ROWS_AT_ONCE;
    const spine = { keys: keys.subarray(from, to), times: times.subarray(from, to) };
    const { index, reason } = asofJoin(spine, features, rule);
    all.index.set(index, from);
    all.reason.set(reason, from);
    yield;
  }
  return all;
}

/** Some rows of a spine. Shape [rows]. */
export function spineRows({ keys, times }: SpineSide, rows: Int32Array): SpineSide {
  return { keys: Int32Array.from(rows, (row) => keys[row] ?? 0), times: timesAt(times, rows) };
}

function timesAt(times: Times, rows: Int32Array): Times {
  const taken =
    times instanceof Float64Array ? new Float64Array(rows.length) : new BigInt64Array(rows.length);
  for (let i = 0; i < rows.length; i++) taken[i] = times[rows[i] ?? 0] ?? 0;
  return taken;
}

/** How many cells a row of the group leaves empty; all of them where there is no row. */
export function emptyCells({ written, isComplete }: JoinParts, row: number): number {
  if (row === NO_MATCH) return written.length;
  if (isComplete) return 0;
  let empty = 0;
  for (const column of written) if (column.isNull(row)) empty++;
  return empty;
}
