import { quote } from "../errors";
import type { Candidate } from "../explain";
import type { CellValue, ColumnType } from "../schema";
import { formatTime } from "../time";

/**
 * A primary key as an IndexedDB key that keeps type and exact value. IndexedDB orders numbers and texts by
 * themselves, but has no 64-bit integers, bools or microseconds: those become a pair of type and text.
 *
 * ```text
 * int64      2                   2
 * int64      9007199254740993    ["int64", "9007199254740993"]
 * string     "2"                 "2"
 * bool       true                ["bool", "true"]
 * timestamp  2025-11-05 14:00    ["timestamp", "2025-11-05T14:00:00Z"]
 * ```
 */
export function onlineKey(
  group: string,
  types: readonly ColumnType[],
  key: readonly CellValue[],
): IDBValidKey[] {
  return [group, ...key.map((value, i) => keyPart(types[i], value))];
}

function keyPart(type: ColumnType, value: CellValue): IDBValidKey {
  if (typeof value === "bigint" && type === "timestamp") return [type, formatTime(value)];
  if (typeof value === "bigint")
    return Number.isSafeInteger(Number(value)) ? Number(value) : [type, String(value)];
  if (typeof value === "boolean") return [type, String(value)];
  if (value === null) throw new TypeError("an online key has no nulls");
  return value;
}

/** A key as people read it: `[2]`, `["a|b", "c"]`, `[9007199254740993]`. Text has quotes, so that 1 and "1" differ. */
export function formatKey(key: readonly CellValue[], types: readonly ColumnType[]): string {
  const parts = key.map((value, i) => {
    if (typeof value === "string") return quote(value);
    return typeof value === "bigint" && types[i] === "timestamp" ? formatTime(value) : String(value);
  });
  return `[${parts.join(", ")}]`;
}

/** The latest row of one entity: one readable record per key. Times in microseconds. */
export interface OnlineRow extends Candidate {
  /** The primary key's values, in the order of the group's primary keys. */
  key: CellValue[];
  /** Every column of the row. */
  values: Record<string, CellValue>;
}

/** An online row as it lies in IndexedDB. */
export interface OnlineRecord extends OnlineRow {
  /** The number of the run that wrote it, of its group's; absent where a version without runs did. */
  run?: number;
  /** The row that was there before that run, if one was: what is seen until the run is committed. */
  before?: OnlineRow | undefined;
}

/** What is true of a group's online records. */
export interface OnlineCommit {
  /** The last committed run; 0 where there was none. What a later one has written, nobody sees. */
  run: number;
  /**
   * How many rows there were before the run that is under way, or that was given up. `null` where there is none of
   * either: then every record is a row to be seen.
   */
  rowsBefore: number | null;
}

/** The row to be seen in a record where runs up to `committedRun` are committed, if there is one. */
export function committedRow(record: OnlineRecord | undefined, committedRun: number): OnlineRow | undefined {
  if (record === undefined) return undefined;
  const { run = 0, before, ...row } = record;
  return run <= committedRun ? row : before;
}
