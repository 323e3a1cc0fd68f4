import { expect } from "vitest";
import type { Choice, CsvDraft, SniffOverrides } from "../csv-draft";
import { changedPlan, columnsRead } from "../csv-plan";
import { reviewHead } from "../review-csv";
import { readHead } from "../sniff/read-head";
import { sniffCsv } from "../sniff-csv";
import { type Cell, readText } from "./csv-rows";

/** A file as people meet them, and what should come of it. */
export interface FieldFile {
  what: string;
  text: string | Uint8Array<ArrayBuffer>;
  /** What a person has said of the file as a whole. */
  said?: SniffOverrides;
  /** Labels of the choices that are taken, one after another, of questions and notes. */
  take?: RegExp[];
  key: string[];
  event: string | null;
  /** Every row that is stored, whole. */
  rows: Cell[][];
  /** Lines that are left out, with the column that is blamed. */
  rejected?: Array<[line: number, column: string]>;
  /** The questions that are asked, in their order. */
  asked?: RegExp[];
  /** The notes that are there once the choices are taken, in their order; that days have no hours, which most of these files are told, only where `tellsHours`. */
  told?: RegExp[];
  tellsHours?: true;
  /** The names of the columns that come out, where they matter. */
  columns?: string[];
  /** Times that come twice in the zone, where some do. */
  ambiguous?: number;
}

/** What comes of a file: sniffed, corrected by its own choices, reviewed and read. */
export async function outcomeOf({ text, said = {}, take = [], columns, tellsHours }: FieldFile) {
  const file = new File([text], "field.csv", { lastModified: Date.UTC(2024, 5, 1) });
  const draft = await sniffCsv(file, said);
  const head = await readHead(file);
  let plan = draft.plan;
  for (const label of take)
    plan = changedPlan(plan, choiceOf(draft, reviewHead(head, plan).notes, label).change);
  const { rows, rejected, ambiguousTimes } = await readText(text, plan);
  return {
    key: plan.key,
    event: plan.eventTime,
    rows,
    rejected: rejected.map(({ line, column }) => [line, column]),
    asked: draft.questions.map((question) => question.text),
    told: reviewHead(head, plan)
      .notes.filter(({ code }) => code !== "no_hours" || tellsHours)
      .map((note) => note.text),
    ...(columns !== undefined && { columns: columnsRead(plan).map(({ name }) => name) }),
    ambiguous: ambiguousTimes,
  };
}

/** The outcome as the file says that it should be. */
export function wantedOf(file: FieldFile) {
  const { key, event, rows, rejected = [], asked = [], told = [], columns, ambiguous = 0 } = file;
  const matching = (words: readonly RegExp[]) => words.map((one) => expect.stringMatching(one));
  return {
    key,
    event,
    rows,
    rejected,
    asked: matching(asked),
    told: matching(told),
    ...(columns !== undefined && { columns }),
    ambiguous,
  };
}

function choiceOf(draft: CsvDraft, notes: CsvDraft["notes"], label: RegExp): Choice {
  const choices = [
    ...draft.questions.flatMap((question) => question.choices),
    ...notes.flatMap((note) => note.offers ?? []),
  ];
  const choice = choices.find((one) => label.test(one.label));
  if (choice === undefined)
    throw new Error(`no choice ${label} among ${choices.map((one) => one.label).join(" / ")}`);
  return choice;
}

/** The midnight that begins a day. */
export const day = (text: string) => `${text}T00:00:00Z`;

export const lines = (...rows: string[]) => `${rows.join("\n")}\n`;
