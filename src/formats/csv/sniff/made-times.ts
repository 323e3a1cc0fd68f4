import type { ZoneClock } from "../columns/zone-clock";
import { type CsvColumn, type CsvPlan, columnOf, type MadeColumn } from "../csv-plan";
import { withoutMidnight } from "../made-columns";
import { isTimeOfDayName } from "./column-names";
import { isTimeOfDay } from "./kind-of";
import { type Trial, tryColumn } from "./try-column";

/** Whether a column's times are days: without a time of day, or all with midnight. */
export function isDayOnly(column: CsvColumn, texts: readonly string[]): boolean {
  if (column.type !== "timestamp") return false;
  const read = texts.filter((text) => text.trim() !== "" && !column.nulls.includes(text));
  if (read.length === 0) return false;
  switch (column.time) {
    case "iso":
    case "day_first":
    case "month_first":
      return !read.some((text) => hasTimeOfDay(text) || BARE_TIME_AFTER_DAY.test(text.trim()));
    case "month_name":
      return !read.some(hasTimeOfDay);
    case "yyyymmdd":
      return true;
    case "spreadsheet_days":
      return !read.some((text) => text.includes("."));
    default:
      return false;
  }
}

/** Whether (nearly) all filled cells are times of day, such as 17:30. */
export function holdsTimesOfDay(texts: readonly string[]): boolean {
  return areMostly(texts, isTimeOfDay);
}

const BARE_TIME_OF_DAY = /^(?:[01]?\d|2[0-3])(?:\.[0-5]\d(?:\.[0-5]\d)?|[0-5]\d(?:[0-5]\d)?)$/;

/** The same where a column is named like one, and also for 18.00, 18.00.00, 1730 and 173000. */
export function isTimeOfDayColumn(name: string, texts: readonly string[]): boolean {
  return (
    holdsTimesOfDay(texts) ||
    (isTimeOfDayName(name) && areMostly(texts, (text) => BARE_TIME_OF_DAY.test(text.trim())))
  );
}

function areMostly(texts: readonly string[], is: (text: string) => boolean): boolean {
  const filled = texts.filter((text) => text.trim() !== "");
  return filled.length > 0 && filled.filter(is).length >= 0.8 * filled.length;
}

function hasTimeOfDay(text: string): boolean {
  return withoutMidnight(text.trim()).includes(":");
}

const BARE_TIME_AFTER_DAY = /[T ](?:\d{1,2}\.\d{2}|\d{3,6}(?!\d))/;

/** A made column as the head of the file fills it, with the texts that it is made of. */
export function tryMade(
  made: MadeColumn,
  plan: Pick<CsvPlan, "columns">,
  texts: readonly string[][],
  clock: ZoneClock,
): { trial: Trial; texts: string[] } {
  if (made.kind === "constant") {
    const values = new Array<string>(texts[0]?.length ?? 0).fill(made.value);
    return { trial: tryColumn(columnOf(made.name, made.type), values, clock), texts: values };
  }
  const cellOf = (name: string) => plan.columns.findIndex((column) => column.name === name);
  const [dateCell, timeCell] = [cellOf(made.date), cellOf(made.timeOfDay)];
  const textIn = (cell: number, row: number) => {
    const text = texts[cell]?.[row]?.trim() ?? "";
    return plan.columns[cell]?.nulls.includes(text) === true ? "" : text;
  };
  const joined = (texts[dateCell] ?? []).map((_, row) => {
    const [day, timeOfDay] = [withoutMidnight(textIn(dateCell, row)), textIn(timeCell, row)];
    return day === "" || timeOfDay === "" ? "" : `${day} ${timeOfDay}`;
  });
  const time = plan.columns[dateCell]?.time ?? "iso";
  return { trial: tryColumn({ ...columnOf(made.name, "timestamp"), time }, joined, clock), texts: joined };
}
