import type { CsvQuestion } from "../csv-draft";
import { columnOf } from "../csv-plan";
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
  const isBool = tryColumn(columnOf("", "bool"), values).unreadable.length === 0;
  return isBool ? { change: { type: "bool" } } : undefined;
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
