import { byteAt, COLON, COMMA, isDigit, MINUS, POINT, SLASH, SPACE } from "../bytes";
import { REASONS } from "../rejection-reasons";
import { digitsEnd, readTimeOfDay, type TimeParts, wholeNumber } from "./time-parts";

const MONTHS = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];
const WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/**
 * Reads a date with its month as an English word of three letters or more, in any case: `05-Jan-2024`, `5 January 2024`,
 * `Jan 5, 2024`, `Mon, 15 Jan 2024`, `10/Oct/2000`; then what {@link readTimeOfDay} reads, after a colon too, as web servers write it.
 * Returns undefined, or why it is none.
 */
export function readMonthName(
  bytes: Uint8Array,
  start: number,
  end: number,
  parts: TimeParts,
): string | undefined {
  const notTime = REASONS.notTime.month_name;
  let at = start;
  if (!isDigit(bytes[at])) {
    const weekdayEnd = lettersEnd(bytes, at, end);
    if (wordAmong(WEEKDAYS, bytes, at, weekdayEnd) >= 0) at = separatorsEnd(bytes, weekdayEnd, end);
  }
  const isMonthFirst = !isDigit(bytes[at]);
  if (!isMonthFirst) {
    const dayEnd = digitsEnd(bytes, at, end);
    if (dayEnd > at + 2) return notTime;
    parts.day = wholeNumber(bytes, at, dayEnd);
    at = separatorsEnd(bytes, dayEnd, end);
    if (at === dayEnd && at < end && isDigit(bytes[at])) return notTime;
  }
  const monthEnd = lettersEnd(bytes, at, end);
  parts.month = wordAmong(MONTHS, bytes, at, monthEnd) + 1;
  if (parts.month === 0) return notTime;
  at = separatorsEnd(bytes, monthEnd, end);
  if (isMonthFirst) {
    const dayEnd = digitsEnd(bytes, at, end);
    if (dayEnd === at || dayEnd > at + 2) return notTime;
    parts.day = wholeNumber(bytes, at, dayEnd);
    at = separatorsEnd(bytes, dayEnd, end);
    if (at === dayEnd) return notTime;
  }
  const yearEnd = digitsEnd(bytes, at, end);
  if (yearEnd === at + 2) return REASONS.twoDigitYear;
  if (yearEnd !== at + 4) return notTime;
  parts.year = wholeNumber(bytes, at, yearEnd);
  return readTimeOfDay(bytes, yearEnd, end, parts, notTime, COLON);
}

function lettersEnd(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && lower(bytes, at) >= LOWER_A && lower(bytes, at) <= LOWER_Z) at++;
  return at;
}

/** Where the one sign between two parts of a date ends, blanks around it among it. */
function separatorsEnd(bytes: Uint8Array, start: number, end: number): number {
  let at = blanksEnd(bytes, start, end);
  const sign = bytes[at];
  if (sign === MINUS || sign === SLASH || sign === POINT || sign === COMMA) at++;
  return blanksEnd(bytes, at, end);
}

function blanksEnd(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && bytes[at] === SPACE) at++;
  return at;
}

/** Which of the words begins so, by three letters at least; −1 where none does. */
function wordAmong(words: readonly string[], bytes: Uint8Array, start: number, end: number): number {
  if (end - start < 3) return -1;
  for (let word = 0; word < words.length; word++) {
    const text = words[word] as string;
    let at = start;
    while (at < end && lower(bytes, at) === text.charCodeAt(at - start)) at++;
    if (at === end) return word;
  }
  return -1;
}

/** The byte, a letter as a small one. */
function lower(bytes: Uint8Array, at: number): number {
  return byteAt(bytes, at) | 0x20;
}

const LOWER_A = 97;
const LOWER_Z = 122;
