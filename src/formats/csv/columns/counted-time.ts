import { byteAt, COMMA, isDigit, MINUS, POINT, ZERO } from "../bytes";
import type { TimeFormat } from "../csv-plan";
import { REASONS } from "../rejection-reasons";
import { fractionOf } from "./time-parts";

/** As far as a JavaScript Date reaches, both ways: what the engine takes for a time. */
export const FARTHEST_MS = 8_640_000_000_000_000;

export type EpochFormat = Extract<TimeFormat, "epoch_s" | "epoch_ms" | "epoch_us" | "epoch_ns">;

/** How an epoch counts: how many decimals of its unit a microsecond is, and what its unit is called. */
export interface EpochUnit {
  unitMs: number;
  places: number;
  name: string;
}

export const EPOCH_UNITS: Readonly<Record<EpochFormat, EpochUnit>> = {
  epoch_s: { unitMs: 1000, places: 6, name: "seconds" },
  epoch_ms: { unitMs: 1, places: 3, name: "milliseconds" },
  epoch_us: { unitMs: 0.001, places: 0, name: "microseconds" },
  // Read without its last three digits, which must be zeros: as microseconds.
  epoch_ns: { unitMs: 0.001, places: 0, name: "nanoseconds" },
};

/** What was read: microseconds, as a number where that is exact, or else as a bigint. Used again and again. */
export interface CountedTime {
  us: number;
  longUs: bigint | undefined;
}

/** Reads a number of units since 1970 into `out`. Returns undefined, or why it is none. */
export function readEpoch(
  bytes: Uint8Array,
  start: number,
  end: number,
  format: EpochFormat,
  out: CountedTime,
): string | undefined {
  const { unitMs, places, name } = EPOCH_UNITS[format];
  const isNegative = bytes[start] === MINUS;
  let at = isNegative ? start + 1 : start;
  const from = at;
  let units = 0;
  for (; at < end && isDigit(bytes[at]); at++) units = units * 10 + (byteAt(bytes, at) - ZERO);
  let wholeEnd = at;
  let fraction = 0;
  if (at > from && bytes[at] === POINT && at < end) {
    const decimals = ++at;
    while (at < end && isDigit(bytes[at])) at++;
    fraction = fractionOf(bytes, decimals, at, places);
    if (fraction < 0) return REASONS.epochFinerThanMicrosecond;
  }
  if (at < end || wholeEnd === from) return REASONS.notEpoch(name);
  if (format === "epoch_ns") {
    const cut = Math.max(from, wholeEnd - 3);
    for (let digit = cut; digit < wholeEnd; digit++)
      if (bytes[digit] !== ZERO) return REASONS.epochFinerThanMicrosecond;
    wholeEnd = cut;
    units = 0;
    for (let digit = from; digit < wholeEnd; digit++) units = units * 10 + (byteAt(bytes, digit) - ZERO);
  }
  if (wholeEnd - from > 20 || units * unitMs > FARTHEST_MS) return REASONS.epochOutsideYears(name);
  // Beyond 2^53 microseconds (the year 2255) a double would round.
  const us = Math.round(units * unitMs * 1000) + fraction;
  if (Number.isSafeInteger(units) && Number.isSafeInteger(us)) {
    out.us = isNegative ? -us : us;
    out.longUs = undefined;
  } else {
    let digits = "";
    for (let digit = from; digit < wholeEnd; digit++) digits += String.fromCharCode(byteAt(bytes, digit));
    const long = BigInt(digits) * BigInt(Math.round(unitMs * 1000)) + BigInt(fraction);
    out.longUs = isNegative ? -long : long;
    out.us = Number(out.longUs / 1000n) * 1000; // as near as telling its year needs
  }
  return undefined;
}

/** 1970-01-01 as spreadsheets count days. */
const SPREADSHEET_1970 = 25_569;
/** 1 March 1900, after the 29 February that spreadsheets count although it never was. */
const FIRST_RIGHT_DAY = 61;
const LONGEST_DAYS = 30;
const DAY_MS = 86_400_000;

/** What was read: milliseconds that a clock on the wall shows, as if it were UTC. Used again and again. */
export interface LocalTime {
  ms: number;
  hasTimeOfDay: boolean;
}

/**
 * Reads days since the beginning of 1900, the time of day as decimals, into `out`: to the millisecond, which is what
 * spreadsheets keep. Returns undefined, or why it is none.
 */
export function readSpreadsheetDays(
  bytes: Uint8Array,
  start: number,
  end: number,
  out: LocalTime,
): string | undefined {
  let days = 0;
  let at = start;
  for (; at < end && isDigit(bytes[at]); at++) days = days * 10 + (byteAt(bytes, at) - ZERO);
  let decimals = "";
  if (at > start && at < end && (bytes[at] === POINT || bytes[at] === COMMA)) {
    for (at++; at < end && isDigit(bytes[at]); at++) decimals += String.fromCharCode(byteAt(bytes, at));
  }
  if (at < end || at === start || end - start > LONGEST_DAYS) return REASONS.notSpreadsheetDays;
  if (days < FIRST_RIGHT_DAY) return REASONS.beforeMarch1900;
  const timeOfDayMs = decimals === "" ? 0 : Math.round(Number(`0.${decimals}`) * DAY_MS);
  out.ms = (days - SPREADSHEET_1970) * DAY_MS + timeOfDayMs;
  out.hasTimeOfDay = timeOfDayMs > 0;
  return Math.abs(out.ms) > FARTHEST_MS ? REASONS.outsideYears : undefined;
}
