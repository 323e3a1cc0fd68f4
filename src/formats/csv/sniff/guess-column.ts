import type { CsvNote, CsvQuestion } from "../csv-draft";
import { type CsvColumn, columnOf, type NumberFormat, PLAIN_NUMBERS } from "../csv-plan";
import { guessEpoch, guessTime, readableTimes } from "./guess-time-format";
import { type Trial, tryColumn } from "./try-column";

/** What is proposed for one column, and why a person may want it otherwise. */
export interface Guess {
  trial: Trial;
  question?: ColumnQuestion;
  notes: CsvNote[];
}

/** A column that reads well in more than one way. `change` is of the column alone. */
export interface ColumnQuestion {
  text: string;
  choices: Array<{ label: string; change: Partial<CsvColumn> }>;
}

/** The question about a column as one about the plan. */
export function columnQuestion(name: string, { text, choices }: ColumnQuestion): CsvQuestion {
  return {
    id: `reading of ${name}`,
    columns: [name],
    text,
    choices: choices.map(({ label, change }) => ({ label, change: { columns: { [name]: change } } })),
  };
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

const NUMBER_FORMATS: readonly NumberFormat[] = [
  PLAIN_NUMBERS,
  { decimal: ".", thousands: "," },
  { decimal: ",", thousands: "" },
  { decimal: ",", thousands: "." },
  { decimal: ",", thousands: " " },
  { decimal: ".", thousands: " " },
  { decimal: ".", thousands: "'" },
];

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
  const found = guessNumber(name, values) ?? guessBool(values) ?? guessTime(name, values) ?? {};
  const isText = found.change === undefined;
  const trial = tryColumn({ ...column, ...found.change, nulls: isText ? [] : nulls }, texts);
  const notes: CsvNote[] = [];
  if (!isText && nulls.length > 0) notes.push(nullWords(name, nulls));
  if (!isText && trial.unreadable.length > 0) notes.push(unreadableCells(trial));
  if (isText) notes.push(...mixedColumn(name, values));
  return { trial, question: found.question, notes };
}

interface Found {
  change?: Partial<CsvColumn>;
  question?: Guess["question"];
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
    const time = guessEpoch(name, values);
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

function guessBool(values: readonly string[]): Found | undefined {
  const isBool = tryColumn(columnOf("", "bool"), values).unreadable.length === 0;
  return isBool ? { change: { type: "bool" } } : undefined;
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
  const times = Math.max(...readableTimes(values));
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
