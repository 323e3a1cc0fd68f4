import { quote } from "../errors";
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
