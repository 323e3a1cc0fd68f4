import { readTypedTime } from "../../scenario/shown-time";

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
  const read = readTypedTime(plain);
  return read.ok
    ? { ok: true, text: plain, us: read.value }
    : { ok: false, problem: `“${plain}” ${read.reason}.` };
}
