import { formatTime } from "../../../microfs/core";
import type { ColumnFinding } from "../csv-draft";
import type { CsvColumn, NumberFormat } from "../csv-plan";
import { isDayOnly } from "../sniff/made-times";
import { distinctOf, type Trial } from "../sniff/try-column";

/** What was seen in a column, with a sentence about it. */
export function describeColumn(trial: Trial, texts: readonly string[]): ColumnFinding {
  const { column, readable, unreadable } = trial;
  const nulls = texts.length - readable - unreadable.length;
  const distinct = distinctOf(trial);
  return {
    name: column.name,
    sentence: [sentence(trial, texts, distinct), emptiness(nulls, texts.length)]
      .filter((part) => part !== "")
      .join(" "),
    cells: texts.length,
    nulls,
    distinct,
    unreadable: unreadable.length,
    withoutZone: trial.withoutZone,
  };
}

const TIME_WORDS = new Map<CsvColumn["time"], string>([
  ["iso", "year first"],
  ["day_first", "day first"],
  ["month_first", "month first"],
  ["month_name", "with the month’s name"],
  ["yyyymmdd", "as eight digits"],
  ["yyyymmddhhmmss", "as fourteen digits"],
  ["epoch_s", "in seconds since 1970"],
  ["epoch_ms", "in milliseconds since 1970"],
  ["epoch_us", "in microseconds since 1970"],
  ["epoch_ns", "in nanoseconds since 1970"],
  ["spreadsheet_days", "in a spreadsheet’s days"],
]);

/** How a format writes times, as in “Times, day first”. */
export function timeWords(time: CsvColumn["time"]): string {
  return TIME_WORDS.get(time) ?? time;
}

function sentence({ column, values, readable }: Trial, texts: readonly string[], distinct: number): string {
  if (readable === 0) return "Nothing to read.";
  switch (values.type) {
    case "int64": {
      const [least, greatest] = extent(values.values, values.valid);
      return `Whole numbers${spelling(column.number)} from ${least} to ${greatest}; ${count(distinct, "different one")}.`;
    }
    case "float64": {
      const [least, greatest] = extent(values.values, values.valid);
      return `Numbers${spelling(column.number)} from ${least} to ${greatest}.`;
    }
    case "timestamp": {
      const [first, last] = extent(values.valuesUs, values.valid);
      const what = isDayOnly(column, texts) ? "Days" : "Times";
      return `${what}, ${timeWords(column.time)}, from ${formatTime(BigInt(first))} to ${formatTime(BigInt(last))}.`;
    }
    case "bool":
      return "True or false.";
    case "string":
      return `Text; ${count(distinct, "different value")}.`;
  }
}

function spelling({ decimal, thousands, unit }: NumberFormat): string {
  const of = unit === undefined ? "" : ` of ${unit}`;
  if (thousands !== "") return `${of} with thousands separated`;
  return decimal === "," ? `${of} with a decimal comma` : of;
}

function emptiness(nulls: number, cells: number): string {
  if (cells === 0) return "";
  return nulls === 0 ? "Never empty." : `Empty in ${nulls} of ${cells}.`;
}

function count(n: number, what: string): string {
  return `${n} ${what}${n === 1 ? "" : "s"}`;
}

function extent(
  values: ArrayLike<bigint> | ArrayLike<number>,
  valid: Uint8Array,
): [bigint | number, bigint | number] {
  let least: bigint | number | undefined;
  let greatest: bigint | number | undefined;
  for (let row = 0; row < values.length; row++) {
    const value = values[row];
    if (valid[row] === 0 || value === undefined) continue;
    if (least === undefined || value < least) least = value;
    if (greatest === undefined || value > greatest) greatest = value;
  }
  return [least ?? 0, greatest ?? 0];
}
