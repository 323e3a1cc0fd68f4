import type { CheckedGroup } from "../group-definition";
import type { CellValue, ColumnType } from "../schema";
import { type Read, readTime } from "../time";

const INT64_MIN = -(2n ** 63n);
const INT64_MAX = 2n ** 63n - 1n;
const LARGEST_EXACT = 2 ** 53;

/**
 * Reads one value as a column's type. Nothing is guessed: text is not read as a number, nor a bool as an
 * integer, nor a number beyond ±2^53 as an int64, because such a number need not be the one that was meant.
 *
 * @returns The value as the column holds it, or the reason, which reads on after the value: `"7" is text, not …`.
 */
export function readValue(type: ColumnType, value: unknown): Read<CellValue> {
  if (value === null || value === undefined) return { ok: true, value: null };
  switch (type) {
    case "int64":
      return readInt64(value);
    case "float64":
      return readFloat64(value);
    case "string":
      return readString(value);
    case "bool":
      return typeof value === "boolean" ? { ok: true, value } : refuse(value, "true or false");
    case "timestamp":
      return readTime(value);
  }
}

/**
 * Reads one value for its place in a group: as {@link readValue} does, and no null or NaN where a row needs a key or a time.
 *
 * @param type - The column's, which whoever reads many values has at hand.
 */
export function readCell(
  group: Pick<CheckedGroup, "primaryKeys" | "eventTime" | "createdTime">,
  column: string,
  type: ColumnType,
  value: unknown,
): Read<CellValue> {
  const read = readValue(type, value);
  if (!read.ok) return read;
  const reason = objection(group, column, read.value);
  return reason === null ? read : { ok: false, reason };
}

/** What speaks against a well-typed value in its column's role; `null` if nothing does. */
function objection(
  { primaryKeys, eventTime, createdTime }: Parameters<typeof readCell>[0],
  column: string,
  value: CellValue,
): string | null {
  if (primaryKeys.includes(column)) {
    if (value === null) return "is null, but a primary key must be there";
    if (Number.isNaN(value)) return "is NaN, which names no entity";
  }
  if (value !== null) return null;
  if (column === eventTime) return "is null, but a row needs its event time";
  return column === createdTime ? "is null, but a row of this group needs its created time" : null;
}

function readInt64(value: unknown): Read<bigint> {
  if (typeof value === "bigint") {
    if (value >= INT64_MIN && value <= INT64_MAX) return { ok: true, value };
    return { ok: false, reason: "does not fit into 64 bits" };
  }
  if (typeof value !== "number") return refuse(value, "an integer");
  if (!Number.isInteger(value)) return { ok: false, reason: "is not a whole number" };
  if (Math.abs(value) > LARGEST_EXACT) {
    return { ok: false, reason: "is beyond ±2^53, where numbers lose digits: give it as a bigint" };
  }
  return { ok: true, value: BigInt(value) };
}

function readFloat64(value: unknown): Read<number> {
  if (typeof value === "number") return { ok: true, value };
  if (typeof value !== "bigint") return refuse(value, "a number");
  if (BigInt(Number(value)) === value) return { ok: true, value: Number(value) };
  return { ok: false, reason: "has more digits than a float64 holds" };
}

function readString(value: unknown): Read<string> {
  if (typeof value !== "string") return refuse(value, "text");
  // Half of a surrogate pair has no UTF-8 form: storing it would change it.
  if (/\p{Surrogate}/u.test(value)) return { ok: false, reason: "has half a character (a lone surrogate)" };
  return { ok: true, value };
}

const KINDS: Readonly<Record<string, string>> = {
  string: "text",
  boolean: "a bool",
  number: "a number",
  bigint: "an integer",
  object: "an object",
};

function refuse(value: unknown, wanted: string): { ok: false; reason: string } {
  const kind = value instanceof Date ? "a Date" : (KINDS[typeof value] ?? `a ${typeof value}`);
  return { ok: false, reason: `is ${kind}, not ${wanted}` };
}
