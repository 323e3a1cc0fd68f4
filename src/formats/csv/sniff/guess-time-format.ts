import { type CsvColumn, columnOf, type TimeFormat } from "../csv-plan";
import { isTimeName } from "./column-names";
import type { ColumnQuestion, Found, Guess } from "./guess";
import { tryColumn } from "./try-column";

/** A format is proposed where it reads this share of a column; what it cannot read is then told, and rejected. */
const MOSTLY_TIMES = 0.8;

const TEXT_FORMATS = ["iso", "day_first", "month_first", "month_name"] as const;

/** Proposes the format in which most of a column's texts are times, and asks where day and month can be either way. */
export function guessTime(name: string, values: readonly string[]): Found | undefined {
  const [iso, dayFirst, monthFirst, monthName] = readableTimes(values);
  const enough = MOSTLY_TIMES * values.length;
  if (iso >= enough) return { change: { type: "timestamp", time: "iso" } };
  if (monthName >= enough) return { change: { type: "timestamp", time: "month_name" } };
  if (Math.max(dayFirst, monthFirst) < enough) return undefined;
  if (dayFirst !== monthFirst) {
    return { change: { type: "timestamp", time: dayFirst > monthFirst ? "day_first" : "month_first" } };
  }
  const change = { type: "timestamp", time: "day_first" } as const;
  const example = values.find((text) => isAmbiguous(text));
  return example === undefined ? { change } : { change, question: dayOrderQuestion(name, example.trim()) };
}

function dayOrderQuestion(name: string, example: string): ColumnQuestion {
  const [a, b] = example.split(/[-/.]/).map(Number) as [number, number];
  const year = example.split(/[-/.]/)[2]?.slice(0, 4) ?? "";
  return {
    text: `In “${name}”, is ${example} ${a} ${MONTHS[b - 1]} or ${b} ${MONTHS[a - 1]}?`,
    choices: [
      {
        label: `${a} ${MONTHS[b - 1]} ${year}: the day comes first`,
        change: { type: "timestamp", time: "day_first" },
      },
      {
        label: `${b} ${MONTHS[a - 1]} ${year}: the month comes first`,
        change: { type: "timestamp", time: "month_first" },
      },
    ],
  };
}

const LONGEST_TIME = 80;

function couldBeTime(text: string): boolean {
  if (text.length > LONGEST_TIME) return false;
  return /\d[-/.]\d/.test(text) || (/\d/.test(text) && /[A-Za-z]{3}/.test(text));
}

/** How many of the texts can be read as times that are written year first, day first, month first, with the month's name. */
export function readableTimes(
  values: readonly string[],
): readonly [iso: number, dayFirst: number, monthFirst: number, monthName: number] {
  // Reading a column of words three times for nothing would be most of the work.
  const possible = values.filter(couldBeTime).length;
  const looked = possible >= 0.1 * values.length ? values : [];
  const readable = (time: TimeFormat) => tryColumn({ ...columnOf("", "timestamp"), time }, looked).readable;
  const iso = readable("iso");
  // No text is a time in two of the formats but for the order of day and month.
  if (iso === looked.length) return [iso, 0, 0, 0];
  return [
    iso,
    readable("day_first"),
    readable("month_first"),
    looked.some((text) => /[A-Za-z]{3}/.test(text)) ? readable("month_name") : 0,
  ];
}

/** Where some column's dates read in one order only, the columns that leave it open propose that order too. */
export function agreeOnDayOrder(guesses: readonly Guess[]): Guess[] {
  const decided = new Set(
    guesses
      .filter(({ question, column }) => question === undefined && column.type === "timestamp")
      .map(({ column }) => column.time),
  );
  if (decided.has("day_first") || !decided.has("month_first")) return [...guesses];
  return guesses.map((guess) => {
    const choice = guess.question?.choices.find(({ change }) => change.time === "month_first");
    if (guess.question === undefined || choice === undefined) return guess;
    const choices = [choice, ...guess.question.choices.filter((other) => other !== choice)];
    return {
      ...guess,
      column: { ...guess.column, ...choice.change },
      question: { ...guess.question, choices },
    };
  });
}

interface CountedFormat {
  time: TimeFormat;
  /** From 1990 to 2100, half-open, in the format's own numbers. */
  from: number;
  to: number;
  written: RegExp;
}

// No two of them overlap: a number is plausible as one of them at most.
const COUNTED: readonly CountedFormat[] = [
  { time: "spreadsheet_days", from: 32_874, to: 73_051, written: /^\d{5}(?:\.\d+)?$/ },
  {
    time: "yyyymmdd",
    from: 19_900_101,
    to: 21_000_101,
    written: /^\d{4}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/,
  },
  { time: "epoch_s", from: 631_152_000, to: 4_102_444_800, written: /^\d+(?:\.\d+)?$/ },
  { time: "epoch_ms", from: 631_152_000e3, to: 4_102_444_800e3, written: /^\d+(?:\.\d+)?$/ },
  {
    time: "yyyymmddhhmmss",
    from: 19_900_101_000_000,
    to: 21_000_101_000_000,
    written: /^\d{4}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])[0-5]\d[0-5]\d$/,
  },
  { time: "epoch_us", from: 631_152_000e6, to: 4_102_444_800e6, written: /^\d+$/ },
  { time: "epoch_ns", from: 631_152_000e9, to: 4_102_444_800e9, written: /^\d+$/ },
];

/**
 * How the numbers of a column count time, by what is plausible: the format in which most of them lie in the years 1990 to
 * 2100. `plausible` is how many do.
 */
export function plausibleTime(
  values: readonly string[],
): { time: TimeFormat; plausible: number } | undefined {
  let best: { time: TimeFormat; plausible: number } | undefined;
  for (const { time, from, to, written } of COUNTED) {
    let plausible = 0;
    for (const text of values) {
      const number = Number(text);
      if (number >= from && number < to && written.test(text.trim())) plausible++;
    }
    if (plausible > (best?.plausible ?? 0)) best = { time, plausible };
  }
  return best !== undefined && best.plausible >= MOSTLY_TIMES * values.length ? best : undefined;
}

/** The same for a column that is named like a time. */
export function guessCountedTime(name: string, values: readonly string[]): TimeFormat | undefined {
  return isTimeName(name) ? plausibleTime(values)?.time : undefined;
}

/** How a column's times are written, where a person says that it holds times, and what to ask about them. */
export interface TimeReading {
  time: TimeFormat;
  question: ColumnQuestion | null;
}

const EPOCHS = ["epoch_s", "epoch_ms", "epoch_us", "epoch_ns"] as const;

/**
 * The way of writing times that reads most of a column's texts: the column's own where none reads more. Of the ways of counting
 * the one that is plausible comes first.
 */
export function fitTime(column: CsvColumn, texts: readonly string[]): TimeReading {
  const filled = texts.filter((text) => text.trim() !== "" && !column.nulls.includes(text));
  const numbers = filled.filter((text) => /^\s*\d+(?:\.\d+)?\s*$/.test(text));
  const counted = numbers.length >= 0.5 * filled.length ? plausibleTime(numbers) : undefined;
  if (counted !== undefined) return { time: counted.time, question: null };
  const readable = (time: TimeFormat) =>
    tryColumn({ ...column, type: "timestamp", time, anyYear: true }, filled).readable;
  let best = { time: column.time, count: readable(column.time) };
  for (const time of [...TEXT_FORMATS, ...EPOCHS]) {
    const count = readable(time);
    if (count > best.count) best = { time, count };
  }
  // Of the texts that are times alone, the question is the one that a column of nothing but times would raise.
  const trial = tryColumn({ ...column, type: "timestamp", time: best.time }, filled);
  const misread = new Set(trial.unreadable.map(({ row }) => row));
  const asked = guessTime(
    column.name,
    filled.filter((_, row) => !misread.has(row)),
  );
  return asked?.question === undefined
    ? { time: best.time, question: null }
    : { time: asked.change.time ?? best.time, question: asked.question };
}

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** Whether a date means two days: 03/04/2025, but not 03/03/2025. */
function isAmbiguous(text: string): boolean {
  const [a, b] = text.trim().split(/[-/.]/).map(Number);
  return a !== b && a !== undefined && b !== undefined && a <= 12 && b <= 12;
}
