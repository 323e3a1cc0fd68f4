import type { TimeFormat } from "./csv-plan";

/** The ways of writing a time that name its parts; the others count from a day. */
export type TextTimeFormat = Extract<
  TimeFormat,
  "iso" | "day_first" | "month_first" | "month_name" | "yyyymmdd" | "yyyymmddhhmmss"
>;

/**
 * Why a row of a CSV file is rejected: each the rest of a sentence that begins with the cell's value. Days and hours that no
 * calendar has are the exception: the engine words them (`composeTime`), so that a file and an insert are refused alike.
 */
export const REASONS = {
  // The row as a whole.
  empty: "is empty, and every row needs its key and its times",
  nullWord: "is read as null, and every row needs its key and its times",
  ragged: (cells: number, expected: number) =>
    `${cells > expected ? "stands past the last column" : "is missing"}: the row has ${cells} ${cells === 1 ? "cell" : "cells"}, where ${expected} are expected`,
  neverClosed: "opens a quote that is never closed",
  closedTooLate: "opens a quote that is not closed within 8 MB",
  textAfterQuote: "has text after its closing quote",

  // Texts.
  nulByte: "holds a NUL byte, which text never has",
  notUtf8: "is not UTF-8: if the file is from an older program, choose windows-1252",

  // Bools and numbers.
  notBool: "is not true or false",
  notWhole: "is not a whole number",
  outsideInt64: "is outside the 64-bit integers, −9223372036854775808 to 9223372036854775807",
  notNumber: "is not a number",
  tooLargeForFloat: "is too large for a 64-bit float",

  // Times that are written as text.
  notTime: {
    iso: "is not a time like 2025-11-30 14:00 or 2025-11-30T14:00:00Z",
    day_first: "is not a time like 30/11/2025 14:00, day first",
    month_first: "is not a time like 11/30/2025 14:00, month first",
    month_name: "is not a time like 30 Nov 2025 14:00 or Nov 30, 2025 2:00 PM",
    yyyymmdd: "is not a day like 20251130",
    yyyymmddhhmmss: "is not a time like 20251130140000",
  } satisfies Record<TextTimeFormat, string>,
  twoDigitYear:
    "has a year of two digits, which could be of any century: write four digits in the file, or read the column as text",
  finerThanMicrosecond: "is finer than a microsecond: round it to six decimals",
  hourWithHalf: (hour: number) => `has hour ${hour}: with AM or PM, hours go from 1 to 12`,
  offset: (offset: string) => `has the offset ${offset}: offsets go from -23:59 to +23:59`,
  notOnCalendar: "is not a day of the calendar",
  skippedByClocks: (zone: string) => `never was in ${zone}: the clocks were set forward past it`,
  outsideYears: "is outside the years -271821 to 275760",

  // Times that are made of two columns.
  withoutTimeOfDay: (column: string) =>
    `has no time of day in “${column}”, and every row needs its key and its times`,
  withoutDay: (column: string) => `has no day in “${column}”, and every row needs its key and its times`,

  // Times that are counted. `unit` is "seconds" or the like, `counted` "seconds since 1970" or the like.
  notEpoch: (unit: string) => `is not a number of ${unit} since 1970`,
  epochFinerThanMicrosecond: "is finer than a microsecond",
  epochOutsideYears: (unit: string) =>
    `is outside the years -271821 to 275760, as ${unit} since 1970: choose another unit`,
  notSpreadsheetDays: "is not a number of days as spreadsheets count them",
  beforeMarch1900:
    "is a day before March 1900, where spreadsheets count a 29 February that never was: write the date out",
  implausibleYear: (counted: string, year: number) =>
    `as ${counted} it would be in the year ${year}: choose another unit, or allow any year`,
} as const;

/** Whether a row was rejected for how many cells it has, and not for what one of them holds. */
export function isOfWholeRow(reason: string): boolean {
  return reason.includes(": the row has ");
}
