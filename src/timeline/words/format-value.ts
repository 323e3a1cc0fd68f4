import type { CellValue, SliceColumn } from "../../microfs/core";
import { formatNumber } from "../../ui/format-number";
import { decimalsOf, MOST_DECIMALS } from "../slice-index/slice-index";
import { formatMoment, type MomentStyle } from "./format-moment";

const LONGEST_TEXT = 24;
/** From here on, and under its inverse, a number is written with a power of ten. */
const HUGE = 1e15;

/**
 * How a column's values are written for reading: floats with as many decimals as the column needs (2 to 4, so that
 * a float can be told from an integer), thousands apart, bools as yes and no, times as `5 Nov 14:00`, long text cut.
 * Exact values are what {@link exactValue} is for. O(rows) once per column.
 */
export function columnFormat(column: SliceColumn, style?: MomentStyle): (value: CellValue) => string {
  if (column.type === "timestamp") {
    return (value) => (typeof value === "bigint" ? formatMoment(value, style) : formatValue(value));
  }
  const decimals = column.type === "float64" ? decimalsOf(column) : 0;
  return (value) => formatValue(value, decimals);
}

/** One value for reading, where no column is at hand. */
export function formatValue(value: CellValue, decimals: number = MOST_DECIMALS): string {
  if (value === null) return "null";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "string") return value === "" ? "“”" : shorten(value);
  // It may be the number that an entity is known by: a name has no thousands.
  if (typeof value === "bigint") return String(value).replace("-", "−");
  const size = Math.abs(value);
  if (size >= HUGE && Number.isFinite(value))
    return value.toPrecision(4).replace("e+", "e").replace("-", "−");
  if (size > 0 && size < 10 ** -decimals) return String(Number(value.toPrecision(3))).replaceAll("-", "−");
  return formatNumber(value, { decimals });
}

/** The value with nothing rounded, cut or translated: for titles, accessible names and copies. */
export function exactValue(value: CellValue, type: SliceColumn["type"]): string {
  if (value === null) return "null";
  if (type === "timestamp" && typeof value === "bigint") return formatMoment(value, { year: true });
  return String(value);
}

function shorten(text: string): string {
  const letters = [...text];
  return letters.length > LONGEST_TEXT ? `${letters.slice(0, LONGEST_TEXT - 1).join("")}…` : text;
}
