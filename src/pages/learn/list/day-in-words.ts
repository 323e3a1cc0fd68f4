import { say, WORDS } from "../../../learn/words";

/**
 * A day that comes, as a sentence says it where the reader is: `today` (and for what is past), `tomorrow`, `on Tuesday` within
 * a week, else `on 12 December`. Milliseconds since 1970.
 */
export function dayInWords(ms: number, nowMs: number): string {
  const days = Math.round((startOfDay(ms) - startOfDay(nowMs)) / DAY_MS);
  if (days <= 0) return WORDS.list.today;
  if (days === 1) return WORDS.list.tomorrow;
  const form: Intl.DateTimeFormatOptions = days < 7 ? { weekday: "long" } : { day: "numeric", month: "long" };
  return say(WORDS.list.onDay, { day: new Intl.DateTimeFormat(WORDS.list.locale, form).format(ms) });
}

const DAY_MS = 86_400_000;

/** The beginning of the day of a moment, where the reader is. A day with a change of the clock has another length. */
export function startOfDay(ms: number): number {
  return new Date(ms).setHours(0, 0, 0, 0);
}
