import { expect } from "vitest";
import type { Choice, CsvDraft } from "../csv-draft";
import { changedPlan } from "../csv-plan";
import { reviewHead } from "../review-csv";
import { readHead } from "../sniff/read-head";
import { sniffCsv } from "../sniff-csv";
import { type Cell, readText } from "./csv-rows";

/** A file as people meet them, and what should come of it. */
export interface FieldFile {
  what: string;
  text: string | Uint8Array<ArrayBuffer>;
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
  /** The notes that are there once the choices are taken, in their order. */
  told?: RegExp[];
}

/** What comes of a file: sniffed, corrected by its own choices, reviewed and read. */
export async function outcomeOf({ text, take = [] }: FieldFile) {
  const file = new File([text], "field.csv", { lastModified: Date.UTC(2024, 5, 1) });
  const draft = await sniffCsv(file);
  const head = await readHead(file);
  let plan = draft.plan;
  for (const label of take)
    plan = changedPlan(plan, choiceOf(draft, reviewHead(head, plan).notes, label).change);
  const { rows, rejected } = await readText(text, plan);
  return {
    key: plan.key,
    event: plan.eventTime,
    rows,
    rejected: rejected.map(({ line, column }) => [line, column]),
    asked: draft.questions.map((question) => question.text),
    told: reviewHead(head, plan).notes.map((note) => note.text),
  };
}

/** The outcome as the file says that it should be. */
export function wantedOf({ key, event, rows, rejected = [], asked = [], told = [] }: FieldFile) {
  const matching = (words: readonly RegExp[]) => words.map((one) => expect.stringMatching(one));
  return { key, event, rows, rejected, asked: matching(asked), told: matching(told) };
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
