import type { CsvColumn, CsvDelimiter, TimeFormat } from "../csv-plan";
import type { Table } from "./find-table";
import type { Guess } from "./guess";
import { guessColumn } from "./guess-column";
import { decimalQuestion } from "./guess-number";
import { agreeOnDayOrder, plausibleTime } from "./guess-time-format";
import { kindOf } from "./kind-of";
import { isNullWord } from "./null-words";
import { storedRows } from "./stored-rows";
import { tryColumn } from "./try-column";

/** Rows that differ from all others may be set aside up to this share, or this many. */
const STRANGE_SHARE = 0.1;
const FEW_STRANGE = 2;

/**
 * Proposes how each column is read. Rows that are left out in any case (the names once more, a line of units, a row that some
 * column cannot read) do not vote on the others.
 *
 * @param texts - Shape [columns][rows].
 */
export function guessColumns(
  names: readonly string[],
  texts: readonly string[][],
  {
    header,
    layout: { delimiter },
    quotesAfterBlanks,
  }: Pick<Table, "header" | "layout" | "quotesAfterBlanks">,
): Guess[] {
  const strange = strangeRows(texts, header);
  const ordinary =
    strange.size === 0 ? texts : texts.map((cells) => cells.filter((_, row) => !strange.has(row)));
  const first = names.map((name, at) => guessColumn(name, ordinary[at] ?? []));
  const rows = ordinary[0]?.length ?? 0;
  const trials = first.map(({ column }, at) => tryColumn(column, ordinary[at] ?? []));
  const stored = storedRows(trials, rows);
  const storable = stored.reduce((sum, is) => sum + is, 0);
  const isWorthAnotherLook = storable < rows && storable >= 0.5 * rows;
  const voters = isWorthAnotherLook
    ? ordinary.map((cells) => cells.filter((_, row) => stored[row] === 1))
    : ordinary;
  const guesses = isWorthAnotherLook ? names.map((name, at) => guessColumn(name, voters[at] ?? [])) : first;
  // A word that means null may stand in a row that does not vote.
  const whole = guesses.map((guess, at) => ({
    ...guess,
    column: {
      ...guess.column,
      nulls: guess.column.type === "string" ? guess.column.nulls : (first[at]?.column.nulls ?? []),
      // Quotes after blanks are quotes only where a column leaves the blanks off.
      trim: guess.column.trim || quotesAfterBlanks,
    },
  }));
  const timed = header === undefined ? takeNamelessTime(whole, voters) : whole;
  return settleDecimals(agreeOnDayOrder(timed), voters, delimiter);
}

/** In a file without names and without a time, the first column of numbers that are plausible moments is taken for one. */
function takeNamelessTime(guesses: readonly Guess[], texts: readonly string[][]): Guess[] {
  if (guesses.some(({ column }) => column.type === "timestamp")) return [...guesses];
  const found = guesses.findIndex(({ column }, at) => timeIn(column, texts[at] ?? []) !== undefined);
  return guesses.map((guess, at) => {
    const time = at === found ? timeIn(guess.column, texts[at] ?? []) : undefined;
    return time === undefined ? guess : { column: { ...guess.column, type: "timestamp", time } };
  });
}

function timeIn({ type, nulls }: CsvColumn, texts: readonly string[]): TimeFormat | undefined {
  if (type !== "int64" && type !== "float64") return undefined;
  const time = plausibleTime(texts.filter((text) => text.trim() !== "" && !nulls.includes(text)))?.time;
  // Five digits are too common to take for days.
  return time === "spreadsheet_days" ? undefined : time;
}

/**
 * Rows that are no rows of the table: those that say the names again, and those that differ in kind from all others in most of
 * their cells, as a line of units does.
 */
function strangeRows(texts: readonly string[][], header: readonly string[] | undefined): Set<number> {
  const rows = texts[0]?.length ?? 0;
  const strange = new Set<number>();
  const typed = texts.map((cells) => {
    const filled = cells.filter((text) => text.trim() !== "" && !isNullWord(text));
    const values = filled.filter((text) => isValue(text)).length;
    return filled.length > 0 && values >= 0.7 * filled.length;
  });
  const numTyped = typed.filter((is) => is).length;
  for (let row = 0; row < rows; row++) {
    const cells = texts.map((column) => column[row] ?? "");
    if (header !== undefined && cells.every((text, at) => text.trim() === (header[at] ?? "").trim())) {
      strange.add(row);
      continue;
    }
    const misfits = cells.filter(
      (text, at) => typed[at] === true && text.trim() !== "" && !isNullWord(text) && !isValue(text),
    ).length;
    if (misfits >= 2 && misfits >= 0.5 * numTyped) strange.add(row);
  }
  const most = Math.max(FEW_STRANGE, STRANGE_SHARE * rows);
  return strange.size > most || strange.size >= 0.5 * rows ? new Set() : strange;
}

function isValue(text: string): boolean {
  const kind = kindOf(text);
  return kind === "number" || kind === "time" || kind === "bool";
}

/**
 * Settles numbers like 1.250 and 1,234 by the decimals of the other columns, where those agree; asks where they do not. A file
 * with semicolons is likelier from where the comma begins the decimals.
 */
function settleDecimals(
  guesses: readonly Guess[],
  texts: readonly string[][],
  delimiter: CsvDelimiter,
): Guess[] {
  const decimals = new Set(
    guesses.flatMap(({ column, openDecimal }, at) => {
      const { decimal } = column.number;
      const isWitness =
        openDecimal === undefined &&
        column.type === "float64" &&
        (texts[at] ?? []).some((text) => text.includes(decimal));
      return isWitness ? [decimal] : [];
    }),
  );
  return guesses.map((guess, at) => {
    const open = guess.openDecimal;
    if (open === undefined) return guess;
    const settled = decimals.size === 1;
    const isDecimal = settled ? decimals.has(open.sign) : open.sign === "." ? delimiter !== ";" : false;
    const likely = isDecimal ? "decimals" : "thousands";
    const found = decimalQuestion(guess.column.name, valuesOf(guess, texts[at] ?? []), open, likely);
    const column = { ...guess.column, ...found.change };
    return settled ? { column } : { ...guess, column, question: found.question };
  });
}

function valuesOf({ column }: Guess, texts: readonly string[]): string[] {
  return texts.filter((text) => text.trim() !== "" && !column.nulls.includes(text));
}
