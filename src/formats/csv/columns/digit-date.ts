import { REASONS } from "../rejection-reasons";
import { digitsEnd, readTimeOfDay, type TimeParts, wholeNumber } from "./time-parts";

/** Reads `yyyymmdd`, then what {@link readTimeOfDay} reads. Returns undefined, or why it is none. */
export function readDigitDate(
  bytes: Uint8Array,
  start: number,
  end: number,
  parts: TimeParts,
): string | undefined {
  const notTime = REASONS.notTime.yyyymmdd;
  if (digitsEnd(bytes, start, end) !== start + 8) return notTime;
  setDay(bytes, start, parts);
  return readTimeOfDay(bytes, start + 8, end, parts, notTime);
}

/** Reads `yyyymmddhhmmss` or `yyyymmddhhmm`. Returns undefined, or why it is none. */
export function readDigitTime(
  bytes: Uint8Array,
  start: number,
  end: number,
  parts: TimeParts,
): string | undefined {
  const digits = digitsEnd(bytes, start, end) - start;
  if (start + digits !== end || (digits !== 12 && digits !== 14)) return REASONS.notTime.yyyymmddhhmmss;
  setDay(bytes, start, parts);
  parts.hour = wholeNumber(bytes, start + 8, start + 10);
  parts.minute = wholeNumber(bytes, start + 10, start + 12);
  parts.second = digits === 14 ? wholeNumber(bytes, start + 12, start + 14) : 0;
  parts.micros = 0;
  parts.hasTimeOfDay = true;
  parts.offsetMinutes = Number.NaN;
  return undefined;
}

function setDay(bytes: Uint8Array, start: number, parts: TimeParts): void {
  parts.year = wholeNumber(bytes, start, start + 4);
  parts.month = wholeNumber(bytes, start + 4, start + 6);
  parts.day = wholeNumber(bytes, start + 6, start + 8);
}
