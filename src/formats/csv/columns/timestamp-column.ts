import { composeTime } from "../../../microfs/core";
import { byteAt, dropSpaces, isDigit, MINUS, POINT, skipSpaces, ZERO } from "../bytes";
import type { TimeFormat } from "../csv-plan";
import { REASONS, type TextTimeFormat } from "../rejection-reasons";
import { type BuiltColumn, type ColumnBuilder, countNulls } from "./built-column";
import { fractionOf, readTimeParts, timeParts } from "./time-parts";
import type { ZoneClock } from "./zone-clock";

/** As far as a JavaScript Date reaches, both ways: what the engine takes for a time. */
const FARTHEST_MS = 8_640_000_000_000_000;

/** Microseconds UTC. Times without a zone are those of the clock's zone; a date alone is the day's beginning there. */
export class TimestampColumn implements ColumnBuilder {
  /** How many of the values read so far were written without a zone. */
  withoutZone = 0;
  readonly #valuesUs: BigInt64Array<ArrayBuffer>;
  readonly #halves: Int32Array<ArrayBuffer>;
  readonly #valid: Uint8Array<ArrayBuffer>;
  readonly #format: TimeFormat;
  readonly #clock: ZoneClock;
  readonly #parts = timeParts();

  constructor(capacity: number, format: TimeFormat, clock: ZoneClock) {
    this.#valuesUs = new BigInt64Array(capacity);
    this.#halves = new Int32Array(this.#valuesUs.buffer);
    this.#valid = new Uint8Array(capacity);
    this.#format = format;
    this.#clock = clock;
  }

  read(bytes: Uint8Array, start: number, end: number, _quoted: boolean, row: number): string | undefined {
    const from = skipSpaces(bytes, start, end);
    const to = dropSpaces(bytes, from, end);
    if (from === to) return this.setNull(row);
    this.#valid[row] = 1;
    switch (this.#format) {
      case "epoch_s":
        return this.#readEpoch(bytes, from, to, 1000, 6, row);
      case "epoch_ms":
        return this.#readEpoch(bytes, from, to, 1, 3, row);
      case "epoch_us":
        return this.#readEpoch(bytes, from, to, 0.001, 0, row);
      case "iso":
      case "day_first":
      case "month_first":
        return this.#readText(bytes, from, to, this.#format, row);
      default:
        return REASONS.notTime.iso;
    }
  }

  /** @param places - How many decimals of the unit a microsecond is. */
  #readEpoch(
    bytes: Uint8Array,
    start: number,
    end: number,
    unitMs: number,
    places: number,
    row: number,
  ): string | undefined {
    const isNegative = bytes[start] === MINUS;
    let at = isNegative ? start + 1 : start;
    const from = at;
    let units = 0;
    for (; at < end && isDigit(bytes[at]); at++) units = units * 10 + (byteAt(bytes, at) - ZERO);
    let fraction = 0;
    if (at > from && bytes[at] === POINT && at < end) {
      const decimals = ++at;
      while (at < end && isDigit(bytes[at])) at++;
      fraction = fractionOf(bytes, decimals, at, places);
      if (fraction < 0) return REASONS.epochFinerThanMicrosecond;
    }
    if (at < end || at === from) return REASONS.notEpoch(EPOCH_UNITS.get(unitMs) ?? "");
    if (at - from > 20 || units * unitMs > FARTHEST_MS)
      return REASONS.epochOutsideYears(EPOCH_UNITS.get(unitMs) ?? "");
    // Beyond 2^53 microseconds (the year 2255) a double would round.
    const us =
      Number.isSafeInteger(units * unitMs * 1000) && Number.isSafeInteger(units)
        ? Math.round(units * unitMs * 1000) + fraction
        : undefined;
    if (us !== undefined && Number.isSafeInteger(us)) this.#setUs(row, isNegative ? -us : us);
    else {
      const whole =
        BigInt(asciiDigits(bytes, from, end)) * BigInt(Math.round(unitMs * 1000)) + BigInt(fraction);
      this.#valuesUs[row] = isNegative ? -whole : whole;
    }
    return undefined;
  }

  #readText(
    bytes: Uint8Array,
    start: number,
    end: number,
    format: TextTimeFormat,
    row: number,
  ): string | undefined {
    const parts = this.#parts;
    const fault = readTimeParts(bytes, start, end, format, parts);
    if (fault !== undefined) return fault;
    if (!isOnCalendar(parts)) return this.#calendarFault();
    const localMs =
      daysSince1970(parts.year, parts.month, parts.day) * 86_400_000 +
      (parts.hour * 3600 + parts.minute * 60 + parts.second) * 1000;
    let utcMs: number;
    if (Number.isNaN(parts.offsetMinutes)) {
      utcMs = parts.hasTimeOfDay ? this.#clock.toUtcMs(localMs) : this.#clock.firstUtcMsFrom(localMs);
      if (Number.isNaN(utcMs)) return REASONS.skippedByClocks(this.#clock.zone);
    } else utcMs = localMs - parts.offsetMinutes * 60_000;
    if (Number.isNaN(parts.offsetMinutes)) this.withoutZone++;
    if (Math.abs(utcMs) > FARTHEST_MS) return REASONS.outsideYears;
    const us = utcMs * 1000 + parts.micros;
    if (Number.isSafeInteger(us)) this.#setUs(row, us);
    else this.#valuesUs[row] = BigInt(utcMs) * 1000n + BigInt(parts.micros);
    return undefined;
  }

  /** Says what is wrong in the engine's own words, so that a file and an insert are refused alike. */
  #calendarFault(): string {
    const time = composeTime({ ...this.#parts, fraction: "", offset: "Z" });
    return time.ok ? REASONS.notOnCalendar : time.reason;
  }

  #setUs(row: number, us: number): void {
    this.#halves[2 * row] = us; // the low 32 bits, as in Int64Column
    this.#halves[2 * row + 1] = Math.floor(us / 0x100000000);
  }

  setNull(row: number): undefined {
    this.#valid[row] = 0;
    this.#valuesUs[row] = 0n;
  }

  isNull(row: number): boolean {
    return this.#valid[row] === 0;
  }

  finish(rows: number): BuiltColumn {
    return {
      type: "timestamp",
      valuesUs: this.#valuesUs.slice(0, rows),
      valid: this.#valid.slice(0, rows),
      nulls: countNulls(this.#valid, rows),
    };
  }
}

const EPOCH_UNITS = new Map([
  [1000, "seconds"],
  [1, "milliseconds"],
  [0.001, "microseconds"],
]);

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isOnCalendar(t: {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
}): boolean {
  if (t.hour > 23 || t.minute > 59 || t.second > 59 || t.day < 1) return false;
  const isLeap = t.month === 2 && t.year % 4 === 0 && (t.year % 100 !== 0 || t.year % 400 === 0);
  return t.day <= (MONTH_DAYS[t.month - 1] ?? 0) + (isLeap ? 1 : 0);
}

/**
 * Days from 1970-01-01 to a day of the Gregorian calendar. The year begins in March, so that the leap day is its last.
 * @see https://howardhinnant.github.io/date_algorithms.html#days_from_civil
 */
function daysSince1970(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

function asciiDigits(bytes: Uint8Array, start: number, end: number): string {
  let digits = "";
  for (let at = start; at < end && isDigit(bytes[at]); at++) digits += String.fromCharCode(byteAt(bytes, at));
  return digits;
}
