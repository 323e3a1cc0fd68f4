import { COLON, dropSpaces, isOneOf, SPACE, skipSpaces } from "./bytes";
import type { ColumnBuilder } from "./columns/built-column";
import { ConstantColumn } from "./columns/constant-column";
import { TimestampColumn } from "./columns/timestamp-column";
import type { ZoneClock } from "./columns/zone-clock";
import type { CsvPlan, DateAndTime, MadeColumn } from "./csv-plan";
import { REASONS } from "./rejection-reasons";
import { type CsvTokenizer, cellBytes } from "./tokenize-csv";

/** No day with a time of day is as long, in any format. */
const LONGEST_JOINED = 200;

/** A column's cell in the row, and its words for null. */
interface Part {
  name: string;
  cell: number;
  nulls: readonly Uint8Array[];
}

/** Why a row has no value in a made column: what was there to read, and the reason. */
export interface MadeFault {
  value: Uint8Array;
  reason: string;
}

/** Reads a made column's value of a row from the row's cells. */
export interface MadeReader {
  newBuilder(capacity: number): ColumnBuilder;
  read(
    builder: ColumnBuilder,
    cells: CsvTokenizer,
    firstCell: number,
    bytes: Uint8Array,
    row: number,
  ): MadeFault | undefined;
}

/** @throws FormatError `invalid_plan` where a constant cannot be read as its type. */
export function madeReader(
  made: MadeColumn,
  plan: CsvPlan,
  isRequired: boolean,
  clock: ZoneClock,
): MadeReader {
  if (made.kind === "date_and_time") return new DateAndTimeReader(made, plan, isRequired, clock);
  const constant = new ConstantColumn(made, clock);
  return { newBuilder: () => constant, read: () => undefined };
}

/** Reads a day and a time of day as one text, the day first and a blank between, as the day's column says. */
class DateAndTimeReader implements MadeReader {
  readonly #day: Part;
  readonly #timeOfDay: Part;
  readonly #time: ConstructorParameters<typeof TimestampColumn>[1];
  readonly #isRequired: boolean;
  readonly #clock: ZoneClock;
  readonly #joined = new Uint8Array(LONGEST_JOINED);

  constructor({ date, timeOfDay }: DateAndTime, plan: CsvPlan, isRequired: boolean, clock: ZoneClock) {
    this.#day = partOf(plan, date);
    this.#timeOfDay = partOf(plan, timeOfDay);
    this.#time = { time: plan.columns[this.#day.cell]?.time ?? "iso", anyYear: false };
    this.#isRequired = isRequired;
    this.#clock = clock;
  }

  newBuilder(capacity: number): ColumnBuilder {
    return new TimestampColumn(capacity, this.#time, this.#clock);
  }

  read(
    builder: ColumnBuilder,
    cells: CsvTokenizer,
    firstCell: number,
    bytes: Uint8Array,
    row: number,
  ): MadeFault | undefined {
    const day = dayAlone(partBytes(this.#day, cells, firstCell, bytes));
    const timeOfDay = partBytes(this.#timeOfDay, cells, firstCell, bytes);
    if (day.length === 0 || timeOfDay.length === 0) {
      builder.setNull(row);
      if (!this.#isRequired) return undefined;
      return day.length === 0
        ? { value: timeOfDay, reason: REASONS.withoutDay(this.#day.name) }
        : { value: day, reason: REASONS.withoutTimeOfDay(this.#timeOfDay.name) };
    }
    const joined = this.#joined;
    const length = day.length + 1 + timeOfDay.length;
    if (length > joined.length)
      return { value: day.length > timeOfDay.length ? day : timeOfDay, reason: REASONS.notTime.iso };
    joined.set(day);
    joined[day.length] = SPACE;
    joined.set(timeOfDay, day.length + 1);
    const reason = builder.read(joined, 0, length, false, row);
    return reason === undefined ? undefined : { value: joined.subarray(0, length), reason };
  }
}

/** The day without the midnight that some programs write behind every day, ` 00:00:00`. */
function dayAlone(day: Uint8Array): Uint8Array {
  if (day.length > LONGEST_JOINED || !day.includes(COLON)) return day;
  return day.subarray(0, withoutMidnight(String.fromCharCode(...day)).length);
}

/** The day alone of a text like `2024-05-01 00:00:00`; the text itself where it has another time of day, or none. */
export function withoutMidnight(text: string): string {
  return text.replace(/[T ]0?0:00(?::00(?:[.,]0+)?)?(?: ?(?:Z|UTC))?$/, "");
}

function partOf({ columns }: CsvPlan, name: string): Part {
  const cell = columns.findIndex((column) => column.name === name);
  const encoder = new TextEncoder();
  return { name, cell, nulls: (columns[cell]?.nulls ?? []).map((word) => encoder.encode(word)) };
}

/** The cell's bytes without blanks around them; none where the column has null there. */
function partBytes(
  { cell, nulls }: Part,
  cells: CsvTokenizer,
  firstCell: number,
  bytes: Uint8Array,
): Uint8Array {
  const all = cellBytes(cells, firstCell + cell, bytes);
  const from = skipSpaces(all, 0, all.length);
  const to = dropSpaces(all, from, all.length);
  return isOneOf(nulls, all, 0, all.length) ? all.subarray(0, 0) : all.subarray(from, to);
}
