import type { MadeColumn } from "../../../formats/csv/csv-plan";
import { formatTime } from "../../../microfs/core";
import { readTypedTime } from "../../../scenario/shown-time";

/** What was answered about a column to be made. Only what its kind asks for counts. */
export interface MadeAnswers {
  kind: "entity" | "since" | "date_and_time";
  name: string;
  value: string;
  since: string;
  date: string;
  timeOfDay: string;
}

/** The column that the answers make. */
export function madeOf({ kind, name, value, since, date, timeOfDay }: MadeAnswers): MadeColumn {
  switch (kind) {
    case "entity":
      return { kind: "constant", name: name.trim(), type: "string", value: value.trim() };
    case "since":
      return { kind: "constant", name: name.trim(), type: "timestamp", value: isoOf(since) };
    case "date_and_time":
      return { kind: "date_and_time", name: name.trim(), date, timeOfDay };
  }
}

/** What is missing or wrong, in a sentence; `null` where the column can be made. */
export function madeProblem(answers: MadeAnswers, taken: ReadonlySet<string>): string | null {
  const { kind, value, since, date, timeOfDay } = answers;
  const name = answers.name.trim();
  if (name === "") return "Give it a name.";
  if (taken.has(name)) return `There is a column “${name}” already: give it another name.`;
  if (kind === "entity") return value.trim() === "" ? "Say what all rows are about." : null;
  if (kind === "since") return sinceProblem(since.trim());
  return date === "" || timeOfDay === "" || date === timeOfDay ? "Choose two different columns." : null;
}

function sinceProblem(since: string): string | null {
  if (since === "") return "Say since when.";
  return readTypedTime(since).ok ? null : `“${since}” is not a day or a time: write it like 2024-01-31.`;
}

function isoOf(since: string): string {
  const read = readTypedTime(since);
  return read.ok ? formatTime(read.value) : since.trim();
}
