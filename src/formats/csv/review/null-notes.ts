import type { CsvNote } from "../csv-draft";
import type { CsvPlan, PlanChange } from "../csv-plan";
import type { ReadColumn } from "../sniff/guess-roles";
import { listed, listedFew } from "../words";

/** What is told of nulls, of all columns together: those that are empty, and the words that are read as null. */
export function nullNotes(read: readonly ReadColumn[], plan: CsvPlan): CsvNote[] {
  const notes: CsvNote[] = [];
  const empty = read.filter(isEmpty).map(({ trial }) => trial.column.name);
  if (empty.length > 0)
    notes.push({
      code: "empty_column",
      text: `${listedFew(empty)} ${empty.length === 1 ? "is" : "are"} empty in all rows looked at.`,
    });
  const byWords = new Map<string, { words: string[]; names: string[] }>();
  for (const { trial, texts } of read) {
    const words = trial.column.nulls.filter((word) => texts.includes(word));
    if (words.length === 0) continue;
    const key = JSON.stringify(words);
    const group = byWords.get(key) ?? { words, names: [] };
    group.names.push(trial.column.name);
    byWords.set(key, group);
  }
  for (const { words, names } of byWords.values())
    notes.push({
      code: "null_words",
      text: `In ${listedFew(names)}, ${listed(words)} ${words.length === 1 ? "is" : "are"} read as null.`,
      offers: [{ label: `Read ${names.length === 1 ? "it" : "them"} as text`, change: asTexts(plan, names) }],
    });
  return notes;
}

export function isEmpty({ texts }: ReadColumn): boolean {
  return texts.every((text) => text.trim() === "");
}

/** The change that reads the columns as text, and keeps each of their words. */
export function asTexts(plan: CsvPlan, names: readonly string[]): PlanChange {
  return {
    ...withoutTimes(plan, names),
    columns: Object.fromEntries(names.map((name) => [name, { type: "string" as const, nulls: [] }])),
  };
}

/** What a plan must lose where the columns are no times any more. */
export function withoutTimes(plan: CsvPlan, names: readonly string[]): PlanChange {
  return {
    ...(plan.eventTime !== null && names.includes(plan.eventTime) ? { eventTime: null } : {}),
    ...(plan.createdTime !== null && names.includes(plan.createdTime) ? { createdTime: null } : {}),
  };
}
