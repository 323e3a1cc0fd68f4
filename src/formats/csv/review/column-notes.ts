import { formatTime } from "../../../microfs/core";
import type { Choice, CsvNote } from "../csv-draft";
import type { CsvColumn, CsvPlan } from "../csv-plan";
import { isTimeName } from "../sniff/column-names";
import { areOpen } from "../sniff/guess-number";
import type { ReadColumn } from "../sniff/guess-roles";
import { tryColumn } from "../sniff/try-column";
import { countOf, grouped, listed, quoted } from "../words";
import { asTexts, isEmpty, withoutTimes } from "./null-notes";
import { textNotes } from "./text-notes";

/** So many different words can be called null by one press. */
const FEW_WORDS = 3;

/**
 * What was changed or should be looked at in one column, as the plan reads it; its nulls are told of together with the others’.
 *
 * @param strange - Rows that are told of as rows.
 */
export function columnNotes(
  column: ReadColumn,
  plan: CsvPlan,
  others: readonly ReadColumn[],
  strange: ReadonlySet<number>,
): CsvNote[] {
  const { trial } = column;
  const { name, type } = trial.column;
  if (isEmpty(column)) return [];
  const asText: Choice = { label: "Read it as text", change: asTexts(plan, [name]) };
  return [
    ...(type === "string"
      ? textNotes(column, plan.eventTime !== null)
      : unreadableNotes(column, plan, strange, asText)),
    ...(type === "int64" || type === "float64" ? numberNotes(column, others, asText) : []),
    ...(type === "timestamp" ? countedNotes(column, plan) : []),
  ];
}

function unreadableNotes(
  { trial, texts }: ReadColumn,
  plan: CsvPlan,
  strange: ReadonlySet<number>,
  asText: Choice,
): CsvNote[] {
  const { column, readable } = trial;
  const { name } = column;
  const unreadable = trial.unreadable.filter(({ row }) => !strange.has(row));
  const notes: CsvNote[] = [];
  const of = unreadable.length + readable;
  const far = column.type === "timestamp" && !column.anyYear ? outsideYears(column, unreadable) : [];
  if (far.length > 0)
    notes.push({
      code: "outside_years",
      text: `“${name}” holds ${countOf(far.length, "time")} outside the years 1990 to 2100, such as ${quoted(far[0] ?? "")}, which is likelier another unit: ${theirRows(far.length)} would be left out.`,
      offers: [{ label: "Take any year", change: { columns: { [name]: { anyYear: true } } } }],
    });
  const rest = unreadable.filter(({ text }) => !far.includes(text));
  if (rest.length === 0) return notes;
  const words = [...new Set(rest.map(({ text }) => text))];
  const offers: Choice[] = [asText];
  // A row needs its key and its times: a null there would leave it out as well.
  const isRequired = [...plan.key, plan.eventTime, plan.createdTime].includes(name);
  if (words.length <= FEW_WORDS && !isRequired)
    offers.unshift({
      label: `Read ${listed(words)} as null`,
      change: { columns: { [name]: { nulls: [...column.nulls, ...words] } } },
    });
  if (column.type === "int64" && tryColumn({ ...column, type: "float64" }, texts).unreadable.length === 0)
    offers.unshift({
      label: "Read it as numbers with decimals",
      change: { columns: { [name]: { type: "float64" } } },
    });
  notes.push({
    code: "unreadable_cells",
    text: `“${name}” is read as ${TYPE_WORDS[column.type]}; ${grouped(rest.length)} of the ${grouped(of)} values looked at cannot be, such as ${quoted(rest[0]?.text ?? "")}: ${theirRows(rest.length)} would be left out.`,
    offers,
  });
  return notes;
}

const TYPE_WORDS: Record<CsvColumn["type"], string> = {
  int64: "whole numbers",
  float64: "numbers",
  string: "text",
  bool: "true and false",
  timestamp: "times",
};

function theirRows(rows: number): string {
  return rows === 1 ? "its row" : "their rows";
}

/** The texts that are times in other years than 1990 to 2100. */
function outsideYears(column: CsvColumn, unreadable: ReadonlyArray<{ text: string }>): string[] {
  const texts = unreadable.map(({ text }) => text);
  const misread = new Set(tryColumn({ ...column, anyYear: true }, texts).unreadable.map(({ row }) => row));
  return texts.filter((_, row) => !misread.has(row));
}

function numberNotes({ trial, texts }: ReadColumn, others: readonly ReadColumn[], asText: Choice): CsvNote[] {
  const { name, number } = trial.column;
  const notes: CsvNote[] = [];
  const { unit } = number;
  const example =
    unit === undefined ? undefined : texts.find((text) => text.includes(unit) && /\d/.test(text));
  if (example !== undefined)
    notes.push({
      code: "units",
      text: `In “${name}”, ${unit} is no part of the numbers: ${quoted(example.trim())} is ${numberOf(trial.column, example)}.`,
      offers: [asText],
    });
  const dotted = number.thousands === "." ? texts.filter((text) => text.trim() !== "") : [];
  const isSettled = () =>
    others.some(
      ({ trial: other }) =>
        other.column.name !== name && other.column.type === "float64" && other.column.number.decimal === ",",
    );
  if (number.thousands === "." && areOpen(dotted, ".") && isSettled()) {
    const one = dotted.find((text) => text.includes(".")) ?? "";
    notes.push({
      code: "thousands",
      text: `In “${name}”, ${quoted(one.trim())} is ${one.trim().replaceAll(".", "")}: other columns begin their decimals with a comma.`,
      offers: [
        {
          label: "Its point begins the decimals",
          change: {
            columns: { [name]: { type: "float64", number: { ...number, decimal: ".", thousands: "" } } },
          },
        },
      ],
    });
  }
  return notes;
}

function numberOf(column: CsvColumn, text: string): string {
  const { values } = tryColumn(column, [text]);
  return values.type === "int64" || values.type === "float64" ? String(values.values[0]) : "";
}

const DIGIT_WORDS = new Map<CsvColumn["time"], string>([
  ["spreadsheet_days", "a day as spreadsheets count them"],
  ["yyyymmdd", "a day"],
  ["yyyymmddhhmmss", "a time"],
]);

const EPOCH_WORDS = new Map<CsvColumn["time"], string>([
  ["epoch_s", "seconds since 1970"],
  ["epoch_ms", "milliseconds since 1970"],
  ["epoch_us", "microseconds since 1970"],
  ["epoch_ns", "nanoseconds since 1970"],
]);

/** That numbers are read as times is told: they may be something else. */
function countedNotes({ trial, texts }: ReadColumn, plan: CsvPlan): CsvNote[] {
  const { column, values } = trial;
  const words =
    DIGIT_WORDS.get(column.time) ?? (isTimeName(column.name) ? undefined : EPOCH_WORDS.get(column.time));
  const row = values.valid.indexOf(1);
  if (words === undefined || values.type !== "timestamp" || row < 0) return [];
  const read = formatTime(BigInt(values.valuesUs[row] ?? 0));
  const isWhole = texts.every((text) => !text.includes("."));
  return [
    {
      code: "counted_times",
      text: `In “${column.name}”, the number ${texts[row]?.trim()} is read as ${words}: ${read}.`,
      offers: [
        {
          label: "Read it as a number",
          change: {
            ...withoutTimes(plan, [column.name]),
            columns: { [column.name]: { type: isWhole ? "int64" : "float64" } },
          },
        },
      ],
    },
  ];
}
