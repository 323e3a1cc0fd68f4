import { readTimeText } from "../../microfs/core";

/** Typed, and in a link: the wall clock at the moment of asking. */
export const WALL_CLOCK = "now";

/** A moment as it was typed into a field that may be left empty: its text, and where that is a time, microseconds. */
export type TypedMoment =
  | { readonly ok: true; readonly text: string | null; readonly us: bigint | null }
  | { readonly ok: false; readonly problem: string };

/** Reads a moment, UTC: nothing, the word for the wall clock, or a time. Else the sentence that says what is wrong. */
export function readMoment(text: string): TypedMoment {
  const plain = text.trim();
  if (plain === "") return { ok: true, text: null, us: null };
  if (plain.toLowerCase() === WALL_CLOCK) return { ok: true, text: WALL_CLOCK, us: null };
  const read = readTimeText(isoOf(plain) ?? plain);
  return read.ok
    ? { ok: true, text: plain, us: read.value }
    : { ok: false, problem: `“${plain}” ${read.reason}.` };
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const AS_SHOWN = /^(\d{1,2}) ([a-z]{3}) (\d{4})(?: (\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?))?(?: utc)?$/i;

/** A time as the app writes it, `5 Nov 2025 14:00`, as ISO text; `null` for any other. */
function isoOf(text: string): string | null {
  const [, day = "", month = "", year = "", clock = "00:00"] = AS_SHOWN.exec(text) ?? [];
  const number = MONTHS.indexOf(month.toLowerCase()) + 1;
  if (number === 0) return null;
  return `${year}-${String(number).padStart(2, "0")}-${day.padStart(2, "0")} ${clock}`;
}
