import { byteAt, COLON, COMMA, isDigit, MINUS, PLUS, POINT, SLASH, SPACE, ZERO } from "../bytes";
import { REASONS } from "../rejection-reasons";

/** The numbers a written time names, not yet checked against the calendar. One object is used again and again. */
export interface TimeParts {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  micros: number;
  hasTimeOfDay: boolean;
  /** Minutes ahead of UTC, or NaN where none is written. */
  offsetMinutes: number;
}

/** A time with nothing in it yet. */
export function timeParts(): TimeParts {
  return {
    year: 0,
    month: 0,
    day: 0,
    hour: 0,
    minute: 0,
    second: 0,
    micros: 0,
    hasTimeOfDay: false,
    offsetMinutes: Number.NaN,
  };
}

/**
 * Reads a date, `d/m/yyyy`, `m/d/yyyy` or `yyyy-m-d` by the format, with `-`, `/` or `.` between; then maybe a `T` or
 * a space and `h:mm[:ss[.ffffff]]`, maybe with AM or PM; then maybe `Z`, `UTC`, `GMT` or an offset `±hh[[:]mm]`.
 * Returns undefined, or why it is none. Days and hours are not checked here.
 */
export function readTimeParts(
  bytes: Uint8Array,
  start: number,
  end: number,
  format: "iso" | "day_first" | "month_first",
  parts: TimeParts,
): string | undefined {
  const notTime = REASONS.notTime[format];
  let at = start;
  let sign = 1;
  if (format === "iso" && (bytes[at] === MINUS || bytes[at] === PLUS)) sign = bytes[at++] === MINUS ? -1 : 1;
  const firstEnd = digitsEnd(bytes, at, end);
  const separator = bytes[firstEnd];
  if (separator !== MINUS && separator !== SLASH && separator !== POINT) return notTime;
  const secondEnd = digitsEnd(bytes, firstEnd + 1, end);
  if (secondEnd >= end || bytes[secondEnd] !== separator) return notTime;
  const thirdEnd = digitsEnd(bytes, secondEnd + 1, end);
  const [first, second, third] = [firstEnd - at, secondEnd - firstEnd - 1, thirdEnd - secondEnd - 1];
  const yearDigits = format === "iso" ? first : third;
  const ends = format === "iso" ? third : first;
  if (ends < 1 || ends > 2 || second < 1 || second > 2) return notTime;
  if (yearDigits === 2 && sign === 1) return REASONS.twoDigitYear;
  // Years of more digits are written with their sign and six of them, as in ISO 8601.
  if (yearDigits !== 4 && !(yearDigits === 6 && at > start)) return notTime;
  const a = wholeNumber(bytes, at, firstEnd);
  const b = wholeNumber(bytes, firstEnd + 1, secondEnd);
  const c = wholeNumber(bytes, secondEnd + 1, thirdEnd);
  parts.year = format === "iso" ? sign * a : c;
  parts.month = format === "month_first" ? a : b;
  parts.day = format === "iso" ? c : format === "day_first" ? a : b;
  return readTimeOfDay(bytes, thirdEnd, end, parts, notTime);
}

/**
 * Reads what follows the day: nothing, or a time of day, maybe with a zone: `h:mm[:ss[.ffffff]]`, with points for the colons, or
 * with nothing between (`1730`, `173000`). `separator` may stand before it as well.
 */
export function readTimeOfDay(
  bytes: Uint8Array,
  start: number,
  end: number,
  parts: TimeParts,
  notTime: string,
  separator = SPACE,
): string | undefined {
  parts.hour = parts.minute = parts.second = parts.micros = 0;
  parts.offsetMinutes = Number.NaN;
  parts.hasTimeOfDay = start < end;
  if (start === end) return undefined;
  let at = start;
  if (bytes[at] === COMMA) at++; // browsers write 11/30/2025, 2:00 PM
  const isBetween =
    bytes[at] === SPACE || ((bytes[at] === UPPER_T || bytes[at] === separator) && at === start);
  if (!isBetween) return notTime;
  at++;
  const hourEnd = digitsEnd(bytes, at, end);
  if (hourEnd === at || hourEnd > at + 6) return notTime;
  let hasSeconds: boolean;
  if (hourEnd > at + 2) {
    hasSeconds = hourEnd > at + 4;
    const minuteEnd = hasSeconds ? hourEnd - 2 : hourEnd;
    parts.hour = wholeNumber(bytes, at, minuteEnd - 2);
    parts.minute = wholeNumber(bytes, minuteEnd - 2, minuteEnd);
    parts.second = wholeNumber(bytes, minuteEnd, hourEnd);
    at = hourEnd;
  } else {
    const between = bytes[hourEnd];
    if (between !== COLON && between !== POINT) return notTime;
    parts.hour = wholeNumber(bytes, at, hourEnd);
    at = digitsEnd(bytes, hourEnd + 1, end);
    if (at !== hourEnd + 3) return notTime;
    parts.minute = wholeNumber(bytes, hourEnd + 1, at);
    hasSeconds = at < end && bytes[at] === between;
    if (hasSeconds) {
      const from = at + 1;
      at = digitsEnd(bytes, from, end);
      if (at !== from + 2) return notTime;
      parts.second = wholeNumber(bytes, from, at);
    }
  }
  if (hasSeconds && at < end && (bytes[at] === POINT || bytes[at] === COMMA)) {
    const fraction = at + 1;
    at = digitsEnd(bytes, fraction, end);
    if (at === fraction) return notTime;
    const micros = fractionOf(bytes, fraction, at, 6);
    if (micros < 0) return REASONS.finerThanMicrosecond;
    parts.micros = micros;
  }
  return readZone(bytes, at, end, parts, notTime);
}

function readZone(
  bytes: Uint8Array,
  start: number,
  end: number,
  parts: TimeParts,
  notTime: string,
): string | undefined {
  if (start === end) return undefined;
  if (bytes[start] === UPPER_Z && start + 1 === end) {
    parts.offsetMinutes = 0;
    return undefined;
  }
  if (end - start > LONGEST_ZONE) return notTime;
  const tail = asciiText(bytes, start, end);
  const half = /^ ?([AP])\.?M\.?(?= |$)/i.exec(tail);
  if (half !== null) {
    if (parts.hour < 1 || parts.hour > 12) return REASONS.hourWithHalf(parts.hour);
    parts.hour = (parts.hour % 12) + (half[1]?.toUpperCase() === "P" ? 12 : 0);
  }
  const zone = half === null ? tail : tail.slice(half[0].length);
  if (zone === "") return undefined;
  const offset = /^ ?(?:Z|UTC|GMT|([+-])(\d{2})(?::?(\d{2}))?)$/.exec(zone);
  if (offset === null) return notTime;
  const hours = Number(offset[2] ?? 0);
  const minutes = Number(offset[3] ?? 0);
  if (hours > 23 || minutes > 59) return REASONS.offset(zone.trim());
  parts.offsetMinutes = (offset[1] === "-" ? -1 : 1) * (hours * 60 + minutes);
  return undefined;
}

const LONGEST_ZONE = 32;
const UPPER_T = 84;
const UPPER_Z = 90;

/** The digits after a point as a whole number of the `places`-th decimal, or −1 where more of them count. */
export function fractionOf(bytes: Uint8Array, start: number, end: number, places: number): number {
  let value = 0;
  for (let place = 0; place < places; place++) {
    value = value * 10 + (start + place < end ? byteAt(bytes, start + place) - ZERO : 0);
  }
  for (let at = start + places; at < end; at++) if (bytes[at] !== ZERO) return -1;
  return value;
}

function asciiText(bytes: Uint8Array, start: number, end: number): string {
  let text = "";
  for (let at = start; at < end; at++) text += String.fromCharCode(byteAt(bytes, at));
  return text;
}

/** Where the digits from `start` on end. */
export function digitsEnd(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && isDigit(bytes[at])) at++;
  return at;
}

/** The digits [`start`, `end`) as a number. */
export function wholeNumber(bytes: Uint8Array, start: number, end: number): number {
  let value = 0;
  for (let at = start; at < end; at++) value = value * 10 + (byteAt(bytes, at) - ZERO);
  return value;
}
