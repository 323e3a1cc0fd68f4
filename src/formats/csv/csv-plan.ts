import { FormatError } from "../format-error";

/** How a file's bytes are to be read as text. A byte order mark is skipped in each of them. */
export type CsvEncoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

export type CsvDelimiter = "," | ";" | "\t" | "|";

export type CsvType = "int64" | "float64" | "string" | "bool" | "timestamp";

/**
 * How a column's times are written. `iso` is year first, with `-`, `/` or `.` between; the text forms may
 * have a time of day and a zone; the epoch forms count from 1970-01-01T00:00:00Z.
 */
export type TimeFormat = "iso" | "day_first" | "month_first" | "epoch_s" | "epoch_ms" | "epoch_us";

/** How a column's numbers are written. The thousands separator `" "` also stands for the no-break spaces. */
export interface NumberFormat {
  decimal: "." | ",";
  thousands: "" | "," | "." | " " | "'";
}

/** What one column of the file becomes. */
export interface CsvColumn {
  name: string;
  type: CsvType;
  /** Where false, the column's cells are counted but not read. */
  included: boolean;
  /** Looked at only where `type` is `timestamp`. */
  time: TimeFormat;
  /** Looked at only where `type` is `int64` or `float64`. */
  number: NumberFormat;
  /** Texts that mean null here beside the blank cell, such as `NA`. */
  nulls: string[];
}

/**
 * Everything that reading a file depends on, as a plain JSON value. `sniffCsv` proposes one, a person
 * corrects it, `readCsv` follows it to the letter.
 */
export interface CsvPlan {
  encoding: CsvEncoding;
  delimiter: CsvDelimiter;
  /** Where true, the first line that is not blank holds the names and is no row. */
  hasHeader: boolean;
  /** `UTC` or an IANA name: the zone of the times that are written without one. */
  zone: string;
  /** Where true (the proposal), `""` is null like a blank cell; where false it is the empty text. Text columns only. */
  quotedBlankIsNull: boolean;
  /** Where true, the apostrophe that `writeCsv` puts before a cell that looks like a formula is taken off again. */
  unescapeFormulas: boolean;
  /** One for each cell of a row, in the file's order. */
  columns: CsvColumn[];
  /** Names of columns. A row without them, or without its times, is rejected. */
  key: string[];
  eventTime: string | null;
  createdTime: string | null;
}

/** A row that could not be read: its first bad column, and why. `line` counts from 1. */
export interface RejectedRow {
  line: number;
  column: string;
  value: string;
  reason: string;
}

/** Numbers as most programs write them. */
export const PLAIN_NUMBERS: NumberFormat = { decimal: ".", thousands: "" };

/** A column of the plan with nothing said about it but its name and type. */
export function columnOf(name: string, type: CsvType): CsvColumn {
  return { name, type, included: true, time: "iso", number: PLAIN_NUMBERS, nulls: [] };
}

/** @throws FormatError `invalid_plan` where the plan's columns do not fit each other, the key or the times. */
export function checkPlan(plan: CsvPlan): void {
  const names = new Set<string>();
  for (const { name } of plan.columns) {
    if (name === "") throw invalid("A column has no name. Give each column a name.");
    if (names.has(name))
      throw invalid(`Two columns are named ${JSON.stringify(name)}. Give each a name of its own.`);
    names.add(name);
  }
  const included = plan.columns.filter((column) => column.included);
  if (included.length === 0) throw invalid("No column is to be read. Choose at least one.");
  for (const name of [...plan.key, plan.eventTime, plan.createdTime]) {
    if (name !== null && !included.some((column) => column.name === name)) {
      throw invalid(
        `${JSON.stringify(name)} is not one of the columns that are read: choose one of them, or read it too.`,
      );
    }
  }
  for (const name of [plan.eventTime, plan.createdTime]) {
    const column = included.find((one) => one.name === name);
    if (column !== undefined && column.type !== "timestamp") {
      throw invalid(
        `${JSON.stringify(name)} is read as ${column.type}, and a time must be read as timestamp.`,
      );
    }
  }
}

function invalid(message: string): FormatError {
  return new FormatError("invalid_plan", message);
}
