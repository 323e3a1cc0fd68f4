import type { CellValue, ColumnType } from "../../microfs/schema";
import { formatTime, readTimeText } from "../../microfs/time";
import { type InlineValue, UNWRITABLE_FLOATS } from "../inline-value";

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
