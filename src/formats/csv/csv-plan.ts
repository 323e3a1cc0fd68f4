import { FormatError } from "../format-error";

/** How a file's bytes are to be read as text. A byte order mark is skipped in each of them. */
export type CsvEncoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/** What stands between cells. A blank stands for any run of blanks: columns that are lined up with them. */
export type CsvDelimiter = "," | ";" | "\t" | "|" | " ";

export type CsvType = "int64" | "float64" | "string" | "bool" | "timestamp";

/**
 * How a column's times are written. `iso` is year first, with `-`, `/` or `.` between; `month_name` has the month as an
 * English word. The text forms may have a time of day and a zone; `yyyymmdd` and `yyyymmddhhmmss` are digits alone; the
 * epoch forms count from 1970-01-01T00:00:00Z; `spreadsheet_days` counts days as spreadsheets do, 1 being 1900-01-01.
 */
export type TimeFormat =
  | "iso"
  | "day_first"
  | "month_first"
  | "month_name"
  | "yyyymmdd"
  | "yyyymmddhhmmss"
  | "epoch_s"
  | "epoch_ms"
  | "epoch_us"
  | "epoch_ns"
  | "spreadsheet_days";

/** How a column's numbers are written. The thousands separator `" "` also stands for the no-break spaces. */
export interface NumberFormat {
  decimal: "." | ",";
  thousands: "" | "," | "." | " " | "'";
  /** `12,34,567`: after the last three digits groups have two. Threes unless said. */
  groups?: "lakh";
  /** What stands before or after each number and is no part of it, such as `%`, `$` or `EUR`. None unless said. */
  unit?: string;
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
  /** Where true, blanks around a text are no part of it. Looked at only where `type` is `string`. */
  trim: boolean;
  /**
   * Where false, a time that is counted (the epoch forms, `spreadsheet_days`) and falls outside the years 1990 to 2100 is
   * rejected: it is far likelier another unit than another century.
   */
  anyYear: boolean;
}

/** A column that the file does not have and the plan makes. */
export type MadeColumn =
  /** The same value in every row: what the whole file is about, or since when all of it is true (written as ISO 8601). */
  | { kind: "constant"; name: string; type: "string" | "int64" | "timestamp"; value: string }
  /** One time of two columns: a day, written as its column says, and a time of day, written `17:30`, `17:30:00.5`, `5:30 PM`, `17.30` or `1730`. */
  | DateAndTime;

/** See {@link MadeColumn}. The two columns need not be read themselves. */
export interface DateAndTime {
  kind: "date_and_time";
  name: string;
  date: string;
  timeOfDay: string;
}

/**
 * Everything that reading a file depends on, as a plain JSON value. `sniffCsv` proposes one, a person
 * corrects it, `readCsv` follows it to the letter.
 */
export interface CsvPlan {
  encoding: CsvEncoding;
  delimiter: CsvDelimiter;
  /** Where the table begins, counted from 1: the lines before it are titles and notes, and no rows. */
  firstLine: number;
  /** Where true, the first line of the table that is not blank holds the names and is no row. */
  hasHeader: boolean;
  /** Lines that begin so are comments, and no rows. */
  comment: "" | "#";
  /** `UTC` or an IANA name: the zone of the times that are written without one. */
  zone: string;
  /** Where true (the proposal), `""` is null like a blank cell; where false it is the empty text. Text columns only. */
  quotedBlankIsNull: boolean;
  /** Where true, the apostrophe that `writeCsv` puts before a cell that looks like a formula is taken off again. */
  unescapeFormulas: boolean;
  /** One for each cell of a row, in the file's order. */
  columns: CsvColumn[];
  /** What is made beside them, in this order. */
  made: MadeColumn[];
  /** Names of columns, made ones among them. A row without them, or without its times, is rejected. */
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
  return {
    name,
    type,
    included: true,
    time: "iso",
    number: PLAIN_NUMBERS,
    nulls: [],
    trim: false,
    anyYear: false,
  };
}

/** What is changed of a plan: its columns by name, the made ones one by one too, all else as a whole. */
export type PlanChange = Partial<Omit<CsvPlan, "columns">> & {
  columns?: Readonly<Record<string, Partial<CsvColumn>>>;
  /** Made columns that take the place of those of their names, or come after the others. */
  make?: readonly MadeColumn[];
  /** Names of made columns that are not made any more. */
  unmake?: readonly string[];
};

/** The plan with a change laid over it. Columns that it does not have are passed over. */
export function changedPlan(
  plan: CsvPlan,
  { columns = {}, make = [], unmake = [], ...rest }: PlanChange,
): CsvPlan {
  const kept = (rest.made ?? plan.made).filter(({ name }) => !unmake.includes(name));
  return {
    ...plan,
    ...rest,
    made: [
      ...kept.map((made) => make.find(({ name }) => name === made.name) ?? made),
      ...make.filter(({ name }) => !kept.some((made) => made.name === name)),
    ],
    columns: plan.columns.map((column) =>
      Object.hasOwn(columns, column.name) ? { ...column, ...columns[column.name] } : column,
    ),
  };
}

/** Whether the plan is so already as the change would make it. */
export function isChangedSo(plan: CsvPlan, change: PlanChange): boolean {
  return JSON.stringify(changedPlan(plan, change)) === JSON.stringify(changedPlan(plan, {}));
}

/** The columns that come out, in their order: those of the file that are read, then the made ones. */
export function columnsRead(plan: CsvPlan): Array<{ name: string; type: CsvType }> {
  return [
    ...plan.columns.filter(({ included }) => included).map(({ name, type }) => ({ name, type })),
    ...plan.made.map((made) => ({
      name: made.name,
      type: made.kind === "constant" ? made.type : ("timestamp" as const),
    })),
  ];
}

/** @throws FormatError `invalid_plan` where the plan's columns do not fit each other, the key or the times. */
export function checkPlan(plan: CsvPlan): void {
  const names = new Set<string>();
  for (const { name } of [...plan.columns, ...plan.made]) {
    if (name === "") throw invalid("A column has no name. Give each column a name.");
    if (names.has(name)) throw invalid(`Two columns are named “${name}”. Give each a name of its own.`);
    names.add(name);
  }
  const included = columnsRead(plan);
  if (included.length === 0) throw invalid("No column is to be read. Choose at least one.");
  for (const name of [...plan.key, plan.eventTime, plan.createdTime]) {
    if (name !== null && !included.some((column) => column.name === name)) {
      throw invalid(`“${name}” is not one of the columns that are read: choose one of them, or read it too.`);
    }
  }
  for (const made of plan.made) if (made.kind === "date_and_time") checkDateAndTime(made, plan);
  for (const name of [plan.eventTime, plan.createdTime]) {
    const column = included.find((one) => one.name === name);
    if (column !== undefined && column.type !== "timestamp") {
      throw invalid(`“${name}” is read as ${column.type}, and a time must be read as timestamp.`);
    }
  }
}

function checkDateAndTime({ name, date, timeOfDay }: DateAndTime, { columns }: CsvPlan): void {
  for (const part of [date, timeOfDay]) {
    if (!columns.some((column) => column.name === part))
      throw invalid(`“${name}” is made of “${part}”, which the file does not have.`);
  }
  const time = columns.find((column) => column.name === date)?.time ?? "iso";
  if (time.startsWith("epoch") || time === "spreadsheet_days" || time === "yyyymmddhhmmss")
    throw invalid(
      `“${name}” is made of the day in “${date}”, which is read as a count: say how its days are written.`,
    );
}

function invalid(message: string): FormatError {
  return new FormatError("invalid_plan", message);
}
