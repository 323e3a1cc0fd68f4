import type { ColumnTypeName } from "../microfs/schema";
import { readTimeText } from "../microfs/time";
import { at, type JsonReader, shown } from "./json-reader";
import type { InlineRow, InlineValue } from "./scenario";

const INT64_MIN = -(2n ** 63n);
const INT64_MAX = 2n ** 63n - 1n;
/** Floats that JSON has no number for. */
export const UNWRITABLE_FLOATS: ReadonlyMap<InlineValue, number> = new Map([
  ["NaN", Number.NaN],
  ["Infinity", Number.POSITIVE_INFINITY],
  ["-Infinity", Number.NEGATIVE_INFINITY],
]);

/** One row written out in a scenario; every value must be readable as its column's type. */
export function readInlineRow(
  reader: JsonReader,
  value: unknown,
  path: string,
  schema: Readonly<Record<string, ColumnTypeName>>,
): InlineRow | undefined {
  const cells = reader.object(value, path, Object.keys(schema));
  if (cells === undefined) return undefined;
  const row: [string, InlineValue][] = [];
  for (const [name, cell] of cells) {
    const type = Object.hasOwn(schema, name) ? schema[name] : undefined;
    if (type === undefined) continue;
    if (isOfType(cell, type)) row.push([name, cell]);
    else reader.refuse(at(path, name), `is ${shown(cell)}, where ${NEEDED[type]} or null is needed.`);
  }
  return row.length === cells.size ? Object.fromEntries(row) : undefined;
}

const INTEGER = 'an integer of 64 bits, as decimal text like "42",';
const TIME = 'a time like "2025-11-06T12:00:00Z"';
const NEEDED: Readonly<Record<ColumnTypeName, string>> = {
  int64: INTEGER,
  int: INTEGER,
  float64: "a number",
  float: "a number",
  string: "text",
  str: "text",
  bool: "true or false",
  timestamp: TIME,
  datetime: TIME,
};

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

function isInt64Text(text: string): boolean {
  if (!/^-?\d{1,19}$/.test(text)) return false;
  const integer = BigInt(text);
  return integer >= INT64_MIN && integer <= INT64_MAX;
}
