import type { CsvNote, CsvQuestion } from "../csv-draft";
import { type CsvColumn, type CsvType, type NumberFormat, PLAIN_NUMBERS, type TimeFormat } from "../csv-plan";
import { type Trial, tryColumn } from "./try-column";

/** What is proposed for one column, and why a person may want it otherwise. */
export interface Guess {
  trial: Trial;
  question?: Omit<CsvQuestion, "column">;
  notes: CsvNote[];
}

/** Words that many programs write for null. */
const NULL_WORDS = [
  "NA",
  "N/A",
  "n/a",
  "#N/A",
  "NULL",
  "null",
  "Null",
  "None",
  "none",
  "\\N",
  "-",
  "nan",
  "NaN",
];

/** A type is proposed where it reads this share of a column; what it cannot read is then said, and rejected. */
const MOSTLY = 0.9;
const MOSTLY_TIMES = 0.8;

const NUMBER_FORMATS: readonly NumberFormat[] = [
  PLAIN_NUMBERS,
  { decimal: ".", thousands: "," },
  { decimal: ",", thousands: "" },
  { decimal: ",", thousands: "." },
  { decimal: ",", thousands: " " },
  { decimal: ".", thousands: " " },
  { decimal: ".", thousands: "'" },
];

/** Names of columns whose whole numbers are taken for moments. */
const TIME_NAME =
  /(?:^|[_\s-])(?:time|timestamp|ts|date|datetime|epoch|at|created|updated|ingested)(?:$|[_\s-])|[a-z](?:At|Time|Date)$|timestamp|datetime/i;

/**
 * Proposes a type for a column by reading its texts in every way there is, the strictest first.
 *
 * @param texts - The column's cells in the head of the file; blank ones are null.
 */
export function guessColumn(name: string, texts: readonly string[]): Guess {
  const filled = texts.filter((text) => text.trim() !== "");
  const column = columnOf(name, "string");
  if (filled.length === 0) return { trial: tryColumn(column, texts), notes: [emptyColumn(name)] };
  const nulls = nullWordsOf(filled);
  const values = filled.filter((text) => !nulls.includes(text));
  const found = guessNumber(name, values) ?? guessBool(values) ?? guessTime(name, values) ?? { notes: [] };
  const isText = found.change === undefined;
  const trial = tryColumn({ ...column, ...found.change, nulls: isText ? [] : nulls }, texts);
  const notes = [...(found.notes ?? [])];
  if (!isText && nulls.length > 0) notes.push(nullWords(name, nulls));
  if (!isText && trial.unreadable.length > 0) notes.push(unreadableCells(trial));
  if (isText) notes.push(...mixedColumn(name, values));
  return { trial, question: found.question, notes };
}

/** A column of the plan with nothing said about it but its name and type. */
export function columnOf(name: string, type: CsvType): CsvColumn {
  return { name, type, included: true, time: "iso", number: PLAIN_NUMBERS, nulls: [] };
}

interface Found {
  change?: Partial<CsvColumn>;
  question?: Guess["question"];
  notes?: CsvNote[];
}

/** The null words among the texts, where the rest has any; a column of nothing but `-` is text. */
function nullWordsOf(filled: readonly string[]): string[] {
  const words = new Set(filled.filter((text) => NULL_WORDS.includes(text)));
  return filled.every((text) => words.has(text)) ? [] : [...words];
}

function guessNumber(name: string, values: readonly string[]): Found | undefined {
  // A number would lose the zeros of 007 and the plus of +49 30 1234: such columns name things.
  if (values.some((text) => /^\s*(?:0\d|\+)/.test(text))) return undefined;
  const fits: Array<{ type: "int64" | "float64"; number: NumberFormat; readable: number }> = [];
  // Most columns have none of the other spellings' characters: one reading then does for seven.
  const isPlain = !values.some((text) => /[,'’]|\d\s\d|\..*\./.test(text));
  for (const number of isPlain ? [PLAIN_NUMBERS] : NUMBER_FORMATS) {
    const float = tryColumn({ ...columnOf("", "float64"), number }, values).readable;
    if (float < MOSTLY * values.length) continue;
    const int = tryColumn({ ...columnOf("", "int64"), number }, values).readable;
    fits.push({ type: int === float ? "int64" : "float64", number, readable: float });
  }
  const most = Math.max(...fits.map((fit) => fit.readable));
  const best = fits.filter((fit) => fit.readable === most);
  const [first] = best;
  if (first === undefined) return undefined;
  if (values.some((text) => /^\s*-?\d{16,}\s*$/.test(text)) && first.type === "float64") return undefined;
  if (first.type === "int64" && first.number === PLAIN_NUMBERS) {
    const time = TIME_NAME.test(name) ? guessEpoch(values) : undefined;
    if (time !== undefined) return { change: { type: "timestamp", time } };
  }
  const change = { type: first.type, number: first.number };
  if (first.number.thousands !== "," || !best.some((fit) => fit.number.decimal === ",")) return { change };
  const example = values.find((text) => text.includes(",")) ?? "";
  return {
    change,
    question: {
      text: `In ${JSON.stringify(name)}, is ${example} in thousands, or does its comma begin the decimals?`,
      choices: [
        { label: `${example.replaceAll(",", "")}: the comma separates thousands`, change },
        {
          label: `${example.replace(",", ".")}: the comma begins the decimals`,
          change: { type: "float64", number: { decimal: ",", thousands: "" } },
        },
      ],
    },
  };
}

/** The epoch unit by which all numbers are moments from 1990 to 2100. */
function guessEpoch(values: readonly string[]): TimeFormat | undefined {
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

function guessBool(values: readonly string[]): Found | undefined {
  const isBool = tryColumn(columnOf("", "bool"), values).unreadable.length === 0;
  return isBool ? { change: { type: "bool" } } : undefined;
}

function guessTime(name: string, values: readonly string[]): Found | undefined {
  const [iso, dayFirst, monthFirst] = (["iso", "day_first", "month_first"] as const).map(
    (time) => tryColumn({ ...columnOf("", "timestamp"), time }, values).readable,
  ) as [number, number, number];
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

function emptyColumn(name: string): CsvNote {
  return {
    code: "empty_column",
    text: `${JSON.stringify(name)} is empty in all rows looked at: it is read as text.`,
  };
}

function nullWords(name: string, nulls: readonly string[]): CsvNote {
  return { code: "null_words", text: `In ${JSON.stringify(name)}, ${nulls.join(" and ")} is read as null.` };
}

function unreadableCells({ column, unreadable, readable }: Trial): CsvNote {
  const of = unreadable.length + readable;
  return {
    code: "unreadable_cells",
    text: `${JSON.stringify(column.name)} is read as ${column.type}; ${unreadable.length} of the ${of} values looked at cannot be, such as ${JSON.stringify(unreadable[0]?.text)}. Their rows would be left out.`,
  };
}

/** A note where a text column holds many times or numbers among words: someone may expect another type. */
function mixedColumn(name: string, values: readonly string[]): CsvNote[] {
  const formats: readonly TimeFormat[] = ["iso", "day_first", "month_first"];
  const times = Math.max(
    ...formats.map((time) => tryColumn({ ...columnOf("", "timestamp"), time }, values).readable),
  );
  const numbers = tryColumn(columnOf("", "float64"), values).readable;
  const [many, what] = times >= numbers ? [times, "times"] : [numbers, "numbers"];
  if (many < 0.2 * values.length || many === values.length) return [];
  return [
    {
      code: "mixed_column",
      text: `${JSON.stringify(name)} is part ${what}, part words (${many} of ${values.length} values looked at are ${what}): it is read as text. Read as ${what === "times" ? "timestamp" : "float64"}, the other rows would be left out.`,
    },
  ];
}
