import type { CsvQuestion } from "../csv-draft";
import { columnOf } from "../csv-plan";
import { listedFew } from "../words";
import type { ColumnQuestion, Found, Guess } from "./guess";
import { guessNumber } from "./guess-number";
import { guessTime } from "./guess-time-format";
import { nullWordsOf, oddNullWordsOf } from "./null-words";
import { tryColumn } from "./try-column";

/** The question about a column as one about the plan. */
export function columnQuestion(name: string, { text, choices }: ColumnQuestion): CsvQuestion {
  return {
    id: `reading of ${name}`,
    columns: [name],
    text,
    choices: choices.map(({ label, change }) => ({ label, change: { columns: { [name]: change } } })),
  };
}

/** What is asked about the columns: once about all in which the same sign may mean thousands or decimals, else one by one. */
export function questionsOf(guesses: readonly Guess[]): CsvQuestion[] {
  const open = guesses.filter(
    ({ question, openDecimal }) => question !== undefined && openDecimal !== undefined,
  );
  return guesses.flatMap((guess): CsvQuestion[] => {
    const { column, question, openDecimal } = guess;
    if (question === undefined) return [];
    const alike = open.filter((other) => other.openDecimal?.sign === openDecimal?.sign);
    if (openDecimal === undefined || alike.length === 1) return [columnQuestion(column.name, question)];
    return alike[0] === guess ? [sharedQuestion(alike, question)] : [];
  });
}

function sharedQuestion(alike: readonly Guess[], { text, choices }: ColumnQuestion): CsvQuestion {
  const names = alike.map(({ column }) => column.name);
  return {
    id: `reading of ${names.join(", ")}`,
    columns: names,
    text: text.replace(`In “${names[0]}”`, `In ${listedFew(names)}`),
    choices: choices.map(({ label }, at) => ({
      label,
      change: {
        columns: Object.fromEntries(
          alike.map(({ column, question }) => [column.name, question?.choices[at]?.change ?? {}]),
        ),
      },
    })),
  };
}

/**
 * Proposes a type for a column by reading its texts in every way there is, the strictest first.
 *
 * @param texts - The column's cells in the head of the file; blank ones are null.
 */
export function guessColumn(name: string, texts: readonly string[]): Guess {
  const column = columnOf(name, "string");
  const filled = texts.filter((text) => text.trim() !== "");
  if (filled.length === 0) return { column };
  const nulls = nullWordsOf(filled);
  const odd = oddNullWordsOf(filled).filter((word) => !nulls.includes(word));
  for (const words of odd.length === 0 ? [nulls] : [[...nulls, ...odd], nulls]) {
    const values = filled.filter((text) => !words.includes(text));
    const found =
      values.length === 0
        ? undefined
        : (guessNumber(name, values) ?? guessBool(values) ?? guessTime(name, values));
    if (found === undefined) continue;
    const { change, ...open } = found;
    return { column: { ...column, ...change, nulls: words }, ...open };
  }
  return { column: { ...column, trim: mergesWhenTrimmed(filled) } };
}

function guessBool(values: readonly string[]): Found | undefined {
  const isBool = (texts: readonly string[]) => tryColumn(columnOf("", "bool"), texts).unreadable.length === 0;
  // The first few tell nearly every column that is none.
  return isBool(values.slice(0, 20)) && isBool(values) ? { change: { type: "bool" } } : undefined;
}

/** Whether some texts differ in the blanks around them alone. */
export function mergesWhenTrimmed(texts: readonly string[]): boolean {
  const written = new Set(texts);
  return new Set([...written].map((text) => text.trim())).size < written.size;
}

/** Whether blanks stand before or after the text. */
export function hasBlanksAround(text: string): boolean {
  return text !== "" && text.trim() !== "" && (text.startsWith(" ") || text.endsWith(" "));
}
