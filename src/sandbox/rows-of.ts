import type { Language } from "../terms/languages";
import type { JoinInput, JoinRun } from "./join-run";

/** How each language writes that no row passes. */
const NONE: Readonly<Record<Language, string>> = { sql: "NULL", python: "None", typescript: "null" };

/** What a program gave: −1 for none, and the first answer that is no row number, in words. */
export interface GivenAnswers {
  readonly rows: Int32Array;
  readonly bad: { readonly at: number; readonly text: string } | null;
}

/** What came of one input, where a program gave answers: rows that are there, or a sentence on the first that is not. */
export function rowsOf(
  { rows, bad }: GivenAnswers,
  input: JoinInput,
  language: Language,
  printed: string,
): JoinRun {
  const none = NONE[language];
  const asked = input.predictionsUs.length;
  const there = input.eventTimesUs.length;
  const failed = (message: string): JoinRun => ({ kind: "failed", message, line: null, printed });
  if (rows.length !== asked)
    return failed(
      `Your program gave ${counted(rows.length, "answer")} for ${counted(asked, "prediction")}. Give one for each, in their order: a row number, or ${none}.`,
    );
  const wrongAt = rows.findIndex((row) => row < -1 || row >= there);
  const wrong =
    bad !== null && (wrongAt === -1 || bad.at < wrongAt)
      ? bad
      : wrongAt === -1
        ? null
        : { at: wrongAt, text: String(rows[wrongAt]) };
  if (wrong === null) return { kind: "rows", rows, printed };
  const rowNumbers =
    there === 0 ? `there are no rows here, so it can only be ${none}` : `${range(there)}, or ${none}`;
  return failed(
    `For ${language === "sql" ? `the prediction of row ${wrong.at}` : `predictions[${wrong.at}]`} your program gave ${wrong.text.slice(0, 100)}, which is no row number: ${rowNumbers}.`,
  );
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}

function range(count: number): string {
  return count === 1 ? "0" : `0 to ${count - 1}`;
}
