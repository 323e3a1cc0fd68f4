import {
  type CellValue,
  type ColumnType,
  type ColumnTypeName,
  formatTime,
  readTimeText,
} from "../microfs/core";

/** A cell as a scenario writes it. */
export type InlineValue = string | number | boolean | null;

/** Floats that JSON has no number for. */
const UNWRITABLE_FLOATS: ReadonlyMap<InlineValue, number> = new Map([
  ["NaN", Number.NaN],
  ["Infinity", Number.POSITIVE_INFINITY],
  ["-Infinity", Number.NEGATIVE_INFINITY],
]);

/** Whether a value can be read as its column's type; a null always can. */
export function isOfType(cell: unknown, type: ColumnTypeName): cell is InlineValue {
  if (cell === null) return true;
  switch (type) {
    case "int64":
    case "int":
      return Number.isSafeInteger(cell) || (typeof cell === "string" && isInt64Text(cell));
    case "float64":
    case "float":
      return typeof cell === "number" || (typeof cell === "string" && UNWRITABLE_FLOATS.has(cell));
    case "string":
    case "str":
      return typeof cell === "string";
    case "bool":
      return typeof cell === "boolean";
    case "timestamp":
    case "datetime":
      return typeof cell === "string" && readTimeText(cell).ok;
  }
}

/**
 * Rows written out in a scenario as `store.insert` takes them: integers of 64 bits become `bigint`, a column left out a
 * null, and times stay ISO text, which the engine reads. Costs O(rows × columns).
 */
export function insertableRows(
  rows: readonly Readonly<Record<string, InlineValue>>[],
  schema: Readonly<Record<string, ColumnTypeName>>,
): Record<string, CellValue>[] {
  const columns = Object.entries(schema);
  return rows.map((row) =>
    Object.fromEntries(
      columns.map(([name, type]) => [
        name,
        Object.hasOwn(row, name) ? insertable(row[name] ?? null, type) : null,
      ]),
    ),
  );
}

/** One value likewise. */
export function insertable(value: InlineValue, type: ColumnTypeName): CellValue {
  if (value === null) return null;
  if (type === "int64" || type === "int") return BigInt(value);
  if (type === "float64" || type === "float") return UNWRITABLE_FLOATS.get(value) ?? value;
  return value;
}

/**
 * A scenario's value as a column holds it: integers of 64 bits and times as `bigint`.
 *
 * @throws RangeError where the text is no value of that type; validated edits have none such.
 */
export function cellOf(value: InlineValue | undefined, type: ColumnType): CellValue {
  if (value === undefined || value === null) return null;
  switch (type) {
    case "int64":
      return BigInt(value);
    case "timestamp": {
      const read = readTimeText(String(value));
      if (!read.ok) throw new RangeError(`a scenario's time ${read.reason}: ${String(value)}`);
      return read.value;
    }
    case "float64":
      return typeof value === "number" ? value : (UNWRITABLE_FLOATS.get(value) ?? Number.NaN);
    case "string":
      return String(value);
    case "bool":
      return value === true;
  }
}

/** A column's value as a scenario writes it: the inverse of {@link cellOf}. */
export function inlineOf(value: CellValue, type: ColumnType): InlineValue {
  if (typeof value === "bigint") return type === "timestamp" ? formatTime(value) : String(value);
  if (typeof value === "number" && !Number.isFinite(value)) return String(value);
  return value;
}

/** A value as a sentence shows it, cut where it is long. */
export function shown(value: unknown): string {
  if (value === undefined) return "missing";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object" && value !== null) return "an object";
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

const INT64_MIN = -(2n ** 63n);
const INT64_MAX = 2n ** 63n - 1n;

function isInt64Text(text: string): boolean {
  if (!/^-?\d{1,19}$/.test(text)) return false;
  const integer = BigInt(text);
  return integer >= INT64_MIN && integer <= INT64_MAX;
}
