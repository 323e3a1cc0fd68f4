import { joinOf } from "../tests/answers";
import type { JoinTest, TestAnswers } from "../tests/join-test";

/** A test as the two tables that programs are given. Times are microseconds. */
export interface PlainTables {
  readonly predictions: readonly { readonly row: number; readonly userId: number; readonly at: bigint }[];
  readonly payments: readonly PlainPayment[];
}

interface PlainPayment {
  readonly row: number;
  readonly userId: number;
  readonly ts: bigint;
  readonly created: bigint;
}

/** All users' rows, by their numbers. */
export function plainTables({ slices }: JoinTest): PlainTables {
  const users = slices.map(({ entity, spine, joins }) => ({
    userId: Number(entity[0]?.value),
    spine,
    join: joinOf(joins),
  }));
  const byRow = (a: { readonly row: number }, b: { readonly row: number }) => a.row - b.row;
  return {
    predictions: users
      .flatMap(({ userId, spine }) =>
        Array.from(spine.rows, (row, i) => ({ row, userId, at: spine.timesUs[i] ?? 0n })),
      )
      .toSorted(byRow),
    payments: users
      .flatMap(({ userId, join }) =>
        Array.from(join.rows, (row, i) => ({
          row,
          userId,
          ts: join.eventTimesUs[i] ?? 0n,
          created: join.createdTimesUs?.[i] ?? 0n,
        })),
      )
      .toSorted(byRow),
  };
}

/** What a program must give that takes these rows: per prediction a row number and a time, of which each is the greatest. */
export function cellsOf({ payments }: PlainTables, answers: TestAnswers): string[] {
  return answers.map((rows) => {
    const times = rows.map((row) => payments[row]?.ts ?? 0n);
    const latest = times.reduce<bigint | null>((a, b) => (a !== null && a > b ? a : b), null);
    return rows.length === 0 ? "none" : `${Math.max(...rows)} ${latest}`;
  });
}
