import type { ColumnTypeName } from "../microfs/schema";
import { readTimeText } from "../microfs/time";

/** A cell as a scenario writes it. */
export type InlineValue = string | number | boolean | null;

const INT64_MIN = -(2n ** 63n);
const INT64_MAX = 2n ** 63n - 1n;
/** Floats that JSON has no number for. */
export const UNWRITABLE_FLOATS: ReadonlyMap<InlineValue, number> = new Map([
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

function isInt64Text(text: string): boolean {
  if (!/^-?\d{1,19}$/.test(text)) return false;
  const integer = BigInt(text);
  return integer >= INT64_MIN && integer <= INT64_MAX;
}
