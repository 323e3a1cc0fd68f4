import { composeTime, formatTime } from "../../../microfs/core";
import { dropSpaces, skipSpaces } from "../bytes";
import type { CsvColumn, TimeFormat } from "../csv-plan";
import { REASONS, type TextTimeFormat } from "../rejection-reasons";
import { type BuiltColumn, type ColumnBuilder, firstRows } from "./built-column";
import { CellNotes, DAY_ALONE, VALUE, ZONELESS } from "./cell-notes";
import { EPOCH_UNITS, type EpochFormat, FARTHEST_MS, readEpoch, readSpreadsheetDays } from "./counted-time";
import { readDigitDate, readDigitTime } from "./digit-date";
import { readMonthName } from "./month-name";
import { readTimeParts, type TimeParts, timeParts } from "./time-parts";
import type { ZoneClock } from "./zone-clock";

/** The years that a counted time is taken to mean, half-open. */
const FIRST_PLAUSIBLE_US = Date.UTC(1990) * 1000;
const AFTER_PLAUSIBLE_US = Date.UTC(2101) * 1000;

/** Microseconds UTC. Times without a zone are those of the clock's zone; a date alone is the day's beginning there. */
export class TimestampColumn implements ColumnBuilder {
  /** How many of the values read so far were written without a zone. */
  withoutZone = 0;
  #valuesUs: BigInt64Array<ArrayBuffer>;
  #halves: Int32Array<ArrayBuffer>;
  readonly #notes: CellNotes;
  readonly #valid: Uint8Array<ArrayBuffer>;
  readonly #format: TimeFormat;
  readonly #anyYear: boolean;
  readonly #clock: ZoneClock;
  readonly #parts = timeParts();
  readonly #counted = { us: 0, longUs: undefined as bigint | undefined };
  readonly #local = { ms: 0, hasTimeOfDay: false };

  constructor(capacity: number, { time, anyYear }: Pick<CsvColumn, "time" | "anyYear">, clock: ZoneClock) {
    this.#valuesUs = new BigInt64Array(capacity);
    this.#halves = new Int32Array(this.#valuesUs.buffer);
    this.#notes = new CellNotes(capacity);
    this.#valid = this.#notes.bytes;
    this.#format = time;
    this.#anyYear = anyYear;
    this.#clock = clock;
  }

  read(bytes: Uint8Array, start: number, end: number, _quoted: boolean, row: number): string | undefined {
    const from = skipSpaces(bytes, start, end);
    const to = dropSpaces(bytes, from, end);
    if (from === to) return this.setNull(row);
    switch (this.#format) {
      case "epoch_s":
      case "epoch_ms":
      case "epoch_us":
      case "epoch_ns":
        return this.#readEpoch(bytes, from, to, this.#format, row);
      case "spreadsheet_days":
        return this.#readSpreadsheetDays(bytes, from, to, row);
      default:
        return this.#readText(bytes, from, to, this.#format, row);
    }
  }

  #readEpoch(
    bytes: Uint8Array,
    start: number,
    end: number,
    format: EpochFormat,
    row: number,
  ): string | undefined {
    const counted = this.#counted;
    const fault = readEpoch(bytes, start, end, format, counted);
    if (fault !== undefined) return fault;
    if (!this.#isPlausible(counted.us))
      return implausible(`${EPOCH_UNITS[format].name} since 1970`, counted.us);
    this.#valid[row] = VALUE;
    if (counted.longUs === undefined) this.#setUs(row, counted.us);
    else this.#valuesUs[row] = counted.longUs;
    return undefined;
  }

  #readSpreadsheetDays(bytes: Uint8Array, start: number, end: number, row: number): string | undefined {
    const local = this.#local;
    const fault = readSpreadsheetDays(bytes, start, end, local);
    if (fault !== undefined) return fault;
    if (!this.#isPlausible(local.ms * 1000))
      return implausible("days as spreadsheets count them", local.ms * 1000);
    const utcMs = local.hasTimeOfDay ? this.#clock.toUtcMs(local.ms) : this.#clock.firstUtcMsFrom(local.ms);
    if (Number.isNaN(utcMs)) return REASONS.skippedByClocks(this.#clock.zone);
    this.withoutZone++;
    this.#valid[row] = VALUE;
    return this.#setMs(row, utcMs, 0);
  }

  #isPlausible(us: number): boolean {
    return this.#anyYear || (us >= FIRST_PLAUSIBLE_US && us < AFTER_PLAUSIBLE_US);
  }

  #readText(
    bytes: Uint8Array,
    start: number,
    end: number,
    format: TextTimeFormat,
    row: number,
  ): string | undefined {
    const parts = this.#parts;
    const fault =
      format === "iso" || format === "day_first" || format === "month_first"
        ? readTimeParts(bytes, start, end, format, parts)
        : readOtherParts(bytes, start, end, format, parts);
    if (fault !== undefined) return fault;
    if (!isOnCalendar(parts)) return this.#calendarFault();
    const localMs =
      daysSince1970(parts.year, parts.month, parts.day) * 86_400_000 +
      (parts.hour * 3600 + parts.minute * 60 + parts.second) * 1000;
    let utcMs: number;
    if (Number.isNaN(parts.offsetMinutes)) {
      utcMs = parts.hasTimeOfDay ? this.#clock.toUtcMs(localMs) : this.#clock.firstUtcMsFrom(localMs);
      if (Number.isNaN(utcMs)) return REASONS.skippedByClocks(this.#clock.zone);
      this.withoutZone++;
      this.#notes.add(row, parts.hasTimeOfDay ? VALUE | ZONELESS : VALUE | DAY_ALONE, bytes, start, end);
    } else {
      utcMs = localMs - parts.offsetMinutes * 60_000;
      this.#valid[row] = VALUE;
    }
    return this.#setMs(row, utcMs, parts.micros);
  }

  #setMs(row: number, utcMs: number, micros: number): string | undefined {
    if (Math.abs(utcMs) > FARTHEST_MS) return REASONS.outsideYears;
    const us = utcMs * 1000 + micros;
    if (Number.isSafeInteger(us)) this.#setUs(row, us);
    else this.#valuesUs[row] = BigInt(utcMs) * 1000n + BigInt(micros);
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

  drop(row: number): void {
    this.#notes.drop(row);
  }

  finish(rows: number): BuiltColumn {
    const valuesUs = firstRows(this.#valuesUs, rows);
    this.#valuesUs = new BigInt64Array(this.#valuesUs.length);
    this.#halves = new Int32Array(this.#valuesUs.buffer);
    return {
      type: "timestamp",
      valuesUs,
      ...this.#notes.finish(rows, (row) => formatTime(valuesUs[row] as bigint)),
    };
  }
}

function implausible(counted: string, us: number): string {
  return REASONS.implausibleYear(counted, new Date(Math.floor(us / 1000)).getUTCFullYear());
}

function readOtherParts(
  bytes: Uint8Array,
  start: number,
  end: number,
  format: "month_name" | "yyyymmdd" | "yyyymmddhhmmss",
  parts: TimeParts,
): string | undefined {
  if (format === "month_name") return readMonthName(bytes, start, end, parts);
  return format === "yyyymmdd"
    ? readDigitDate(bytes, start, end, parts)
    : readDigitTime(bytes, start, end, parts);
}

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
