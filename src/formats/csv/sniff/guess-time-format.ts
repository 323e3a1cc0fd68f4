import { type CsvColumn, columnOf, type TimeFormat } from "../csv-plan";
import type { ColumnQuestion } from "./guess-column";
import { type Trial, tryColumn } from "./try-column";

/** How a column's times are proposed to be read, and what only a person can know about them. */
export interface TimeGuess {
  change: Partial<CsvColumn>;
  question?: ColumnQuestion;
}

/** A format is proposed where it reads this share of a column; what it cannot read is then said, and rejected. */
const MOSTLY_TIMES = 0.8;

/** Proposes the format in which most of a column's texts are times, and asks where day and month can be either way. */
export function guessTime(name: string, values: readonly string[]): TimeGuess | undefined {
  const [iso, dayFirst, monthFirst] = readableTimes(values);
  if (iso >= MOSTLY_TIMES * values.length) return { change: { type: "timestamp", time: "iso" } };
  if (Math.max(dayFirst, monthFirst) < MOSTLY_TIMES * values.length) return undefined;
  if (dayFirst !== monthFirst) {
    return { change: { type: "timestamp", time: dayFirst > monthFirst ? "day_first" : "month_first" } };
  }
  const change = { type: "timestamp", time: "day_first" } as const;
  const example = values.find((text) => isAmbiguous(text));
  if (example === undefined) return { change };
  const [a, b] = example.split(/[-/.]/).map(Number) as [number, number];
  const year = example.split(/[-/.]/)[2]?.slice(0, 4) ?? "";
  return {
    change,
    question: {
      text: `In ${JSON.stringify(name)}, is ${example} ${a} ${MONTHS[b - 1]} or ${b} ${MONTHS[a - 1]}?`,
      choices: [
        { label: `${a} ${MONTHS[b - 1]} ${year}: the day comes first`, change },
        {
          label: `${b} ${MONTHS[a - 1]} ${year}: the month comes first`,
          change: { type: "timestamp", time: "month_first" },
        },
      ],
    },
  };
}

/** How many of the texts can be read as times that are written year first, day first and month first. */
export function readableTimes(
  values: readonly string[],
): readonly [iso: number, dayFirst: number, monthFirst: number] {
  const readable = (time: TimeFormat) => tryColumn({ ...columnOf("", "timestamp"), time }, values).readable;
  return [readable("iso"), readable("day_first"), readable("month_first")];
}

/** Where some column's dates read in one order only, the columns that leave it open propose that order too. */
export function agreeOnDayOrder<Guess extends { trial: Trial; question?: TimeGuess["question"] }>(
  guesses: readonly Guess[],
): Guess[] {
  const decided = new Set(
    guesses.filter(({ question }) => question === undefined).map(({ trial }) => trial.column.time),
  );
  if (decided.has("day_first") || !decided.has("month_first")) return [...guesses];
  return guesses.map((guess) => {
    const choice = guess.question?.choices.find(({ change }) => change.time === "month_first");
    if (guess.question === undefined || choice === undefined) return guess;
    const choices = [choice, ...guess.question.choices.filter((other) => other !== choice)];
    const trial = { ...guess.trial, column: { ...guess.trial.column, ...choice.change } };
    return { ...guess, trial, question: { ...guess.question, choices } };
  });
}

/** Names of columns whose whole numbers are taken for moments. */
const TIME_NAME =
  /(?:^|[_\s-])(?:time|timestamp|ts|date|datetime|epoch|at|created|updated|ingested)(?:$|[_\s-])|[a-z](?:At|Time|Date)$|timestamp|datetime/i;

/** The epoch unit by which all numbers of a column that is named like a time are moments from 1990 to 2100. */
export function guessEpoch(name: string, values: readonly string[]): TimeFormat | undefined {
  if (!TIME_NAME.test(name)) return undefined;
  const units: ReadonlyArray<[TimeFormat, number]> = [
    ["epoch_s", 1],
    ["epoch_ms", 1e3],
    ["epoch_us", 1e6],
  ];
  const [from, to] = [631_152_000, 4_102_444_800];
  const fitting = units.find(([, unit]) =>
    values.every((text) => Number(text) >= from * unit && Number(text) < to * unit),
  );
  return fitting?.[0];
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
