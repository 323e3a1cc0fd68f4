import { rowsOfColumn, takenFor } from "../../compare/lineage";
import type { ColumnOrder } from "../../compare/scan-candidates";
import { takenRows } from "../../compare/taken-rows";
import type { JoinVariant } from "../../compare/variant";
import { featureIndex, type JoinSides, joinSlice, type SliceJoin, toTimes } from "../../microfs/core";
import type { JoinRun } from "../../sandbox/join-run";
import type { JoinTest, TestAnswers } from "./join-test";

/** What is right: the engine's own join, user by user. */
export function rightAnswers({ slices }: JoinTest): TestAnswers {
  return byRow(
    slices.map((slice) => {
      const join = joinOf(slice.joins);
      const { index } = joinSlice(slice, join);
      return { asked: slice.spine.rows, taken: Array.from(index, (position) => rowsAt(join, [position])) };
    }),
  );
}

/**
 * What a variant takes, of all users together: one without a key takes anybody's. A pick by columns looks at the two that a
 * program gives, the row's number and its event time.
 *
 * @returns Rows of the group, of one prediction ascending.
 */
export function answersOf(test: JoinTest, variant: JoinVariant): TestAnswers {
  const { sides, asked } = tablesOf(test);
  const orders: ColumnOrder[] = [
    (row: number) => BigInt(row),
    (row: number) => sides.eventTimes[row] ?? 0,
  ].map((value) => ({
    isNull: () => false,
    compare: (a, b) => (value(a) < value(b) ? -1 : value(a) > value(b) ? 1 : 0),
  }));
  const found = takenRows(sides, variant, null, orders);
  const taken = Array.from(asked, (_, i) => {
    const rows = takenFor(found.rows, i);
    if (variant.pick !== "greatest_of_each_column") return [...rows];
    // Of rows with equal times the last counts, here too.
    const last = orders.flatMap((_, column) => {
      const row = takenFor(rowsOfColumn(found, column), i).at(-1);
      return row === undefined ? [] : [row];
    });
    return [...new Set(last)].toSorted((a, b) => a - b);
  });
  return byRow([{ asked, taken }]);
}

/** What came of a reader's own program, run once per user. `null` where one of the runs gave no rows. */
export function answersOfRuns({ slices }: JoinTest, runs: readonly JoinRun[]): TestAnswers | null {
  const users = slices.flatMap((slice, user) => {
    const run = runs[user];
    if (run?.kind !== "rows") return [];
    const join = joinOf(slice.joins);
    const order = createdOrder(join);
    const taken = Array.from(run.rows, (number) => rowsAt(join, [order[number] ?? -1]));
    return [{ asked: slice.spine.rows, taken }];
  });
  return users.length < slices.length ? null : byRow(users);
}

/** The positions of a slice's candidates in the order in which they were created, equal ones in that of insertion. */
export function createdOrder({ rows, createdTimesUs, eventTimesUs }: SliceJoin): Int32Array {
  const created = createdTimesUs ?? eventTimesUs;
  const order = (a: bigint, b: bigint) => (a < b ? -1 : a > b ? 1 : 0);
  return Int32Array.from(rows.keys()).sort(
    (a, b) => order(created[a] ?? 0n, created[b] ?? 0n) || (rows[a] ?? 0) - (rows[b] ?? 0),
  );
}

/** The one join of a test. */
export function joinOf([join]: readonly SliceJoin[]): SliceJoin {
  if (join === undefined) throw new RangeError("a test must have a join");
  return join;
}

function rowsAt({ rows }: SliceJoin, positions: readonly number[]): number[] {
  return positions.flatMap((position) => rows[position] ?? []);
}

interface Asked {
  /** Rows of the label group. */
  readonly asked: Int32Array;
  /** Shape [asked]. */
  readonly taken: readonly (readonly number[])[];
}

function byRow(users: readonly Asked[]): TestAnswers {
  const taken = users.flatMap((user) =>
    Array.from(user.asked, (row, i) => [row, user.taken[i] ?? []] as const),
  );
  return taken.toSorted(([a], [b]) => a - b).map(([, rows]) => rows);
}

/** All users' rows as two tables again, by their numbers there. */
function tablesOf({ slices }: JoinTest): { readonly sides: JoinSides; readonly asked: Int32Array } {
  const joins = slices.map(({ joins }) => joinOf(joins));
  const count = joins.reduce((sum, { rows }) => sum + rows.length, 0);
  const [keys, event, created] = [new Int32Array(count), new BigInt64Array(count), new BigInt64Array(count)];
  for (const [user, { rows, eventTimesUs, createdTimesUs }] of joins.entries()) {
    for (const [position, row] of rows.entries()) {
      keys[row] = user;
      event[row] = eventTimesUs[position] ?? 0n;
      created[row] = (createdTimesUs ?? eventTimesUs)[position] ?? 0n;
    }
  }
  const times = slices.flatMap(({ spine }) => [...spine.timesUs]);
  const [eventTimes, createdTimes] = [toTimes(event), toTimes(created)];
  return {
    asked: Int32Array.from(slices.flatMap(({ spine }) => [...spine.rows])),
    sides: {
      spine: {
        keys: Int32Array.from(
          slices.flatMap(({ spine }, user) => Array<number>(spine.rows.length).fill(user)),
        ),
        times: toTimes(BigInt64Array.from(times)),
      },
      features: featureIndex(keys, slices.length, eventTimes, createdTimes),
      eventTimes,
      createdTimes,
      groupClock: { clock: "created_time", delayUs: 0n },
    },
  };
}
