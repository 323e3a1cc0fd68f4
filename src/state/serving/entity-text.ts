import { type CellValue, type ColumnType, formatTime, type Read, readTimeText } from "../../microfs/core";

/** An entity as it is typed and as a link carries it: column → the value's text. */
export type EntityText = Readonly<Record<string, string>>;

/** An entity as one text, for an address: `{"user_id":"2"}`. */
export function formatEntity(entity: EntityText): string {
  return JSON.stringify(entity);
}

/** Reads what {@link formatEntity} writes; `null` for anything else. */
export function readEntity(text: string): EntityText | null {
  const value = parsed(text);
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  const entries: [string, unknown][] = Object.entries(value);
  if (!entries.every((entry): entry is [string, string] => typeof entry[1] === "string")) return null;
  // From entries and not as it is, so that `__proto__` is a column like any other.
  return Object.fromEntries(entries);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // no JSON is no entity either
  }
}

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const INT64_MIN = -(2n ** 63n);
const INT64_MAX = 2n ** 63n - 1n;
const BOOLS: ReadonlyMap<string, boolean> = new Map([
  ["true", true],
  ["yes", true],
  ["false", false],
  ["no", false],
]);

/**
 * Reads the text of a key as its column's type. Text stays as it is, blanks too.
 *
 * @returns The value, or the reason, which reads on after the text: `"two" is not a whole number …`.
 */
export function readKeyText(type: ColumnType, text: string): Read<CellValue> {
  // The interface writes a true minus, which a reader may copy from it.
  const plain = text.trim().replace("−", "-");
  switch (type) {
    case "string":
      return { ok: true, value: text };
    case "int64":
      return readInteger(plain);
    case "float64":
      if (NUMBER.test(plain)) return { ok: true, value: Number(plain) };
      return { ok: false, reason: "is not a number, like 2.5" };
    case "bool": {
      const value = BOOLS.get(plain.toLowerCase());
      if (value !== undefined) return { ok: true, value };
      return { ok: false, reason: "is neither true nor false" };
    }
    case "timestamp":
      return readTimeText(plain);
  }
}

function readInteger(text: string): Read<bigint> {
  if (!/^[+-]?\d+$/.test(text)) return { ok: false, reason: "is not a whole number, like 2" };
  const value = BigInt(text.replace("+", ""));
  if (value >= INT64_MIN && value <= INT64_MAX) return { ok: true, value };
  return { ok: false, reason: "does not fit into 64 bits" };
}

/** A key's value as {@link readKeyText} reads it back, exactly. A null has no text: "". */
export function keyText(type: ColumnType, value: CellValue): string {
  if (value === null) return "";
  return type === "timestamp" && typeof value === "bigint" ? formatTime(value) : String(value);
}
