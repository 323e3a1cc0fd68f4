import { type Read, readTimeText } from "../microfs/core";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const AS_SHOWN = /^(\d{1,2}) ([a-z]{3}) (\d{4})(?: (\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?))?(?: utc)?$/i;

/**
 * Reads a time that a reader has typed, microseconds UTC: as the app writes times, `5 Nov 2025 14:00`, or as the engine
 * reads them, `2025-11-05 14:00`.
 */
export function readTypedTime(text: string): Read<bigint> {
  const plain = text.trim();
  return readTimeText(isoOf(plain) ?? plain);
}

/** A time as the app writes it as ISO text; `null` for any other. */
function isoOf(text: string): string | null {
  const [, day = "", month = "", year = "", clock = "00:00"] = AS_SHOWN.exec(text) ?? [];
  const number = MONTHS.indexOf(month.toLowerCase()) + 1;
  if (number === 0) return null;
  return `${year}-${String(number).padStart(2, "0")}-${day.padStart(2, "0")} ${clock}`;
}
