import type { ColumnType } from "../microfs/core";

/** The columns of a group that say which row it is, and when. */
export interface NamingColumns {
  /** What rows are known by, or joined on. */
  readonly keys: readonly string[];
  readonly eventTime: string;
  /** `null` where the group has none. */
  readonly createdTime: string | null;
}

/**
 * How early a column is chosen where one stands for several: 0 for what a model would learn from, 1 for a time, 2 for the
 * event time and the created time of the row itself, 3 for a key. Of equal ones the first is chosen.
 */
export function columnRank(name: string, type: ColumnType, of: NamingColumns): number {
  if (of.keys.includes(name)) return 3;
  if (name === of.eventTime || name === of.createdTime) return 2;
  return type === "timestamp" ? 1 : 0;
}

/** The first of those that come earliest by a rank; `undefined` where there is none. */
export function firstByRank<One>(all: readonly One[], rankOf: (one: One) => number): One | undefined {
  const [first, ...rest] = all;
  if (first === undefined) return undefined;
  return rest.reduce((best, one) => (rankOf(one) < rankOf(best) ? one : best), first);
}
