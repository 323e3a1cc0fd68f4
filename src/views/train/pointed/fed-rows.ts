import { CellFlag } from "../../../microfs/join/notable";
import type { HoveredRow } from "../../../state/app";
import type { Training } from "../../../state/training/training";
import type { Noun } from "../../../timeline/words/nouns";
import { formatNumber } from "../../../ui/format-number";

type Joins = Pick<Training, "joins">;

/** What one feature row does to the training table. */
export interface Fed {
  /** Training rows that it feeds. */
  rows: number;
  /** How many of them it leaks into. */
  leaks: number;
}

/** Counts what a feature row feeds. O(training rows). */
export function fedBy({ joins }: Joins, { join, row }: HoveredRow): Fed {
  const answer = joins[join];
  const fed: Fed = { rows: 0, leaks: 0 };
  if (answer === undefined) return fed;
  for (let at = answer.index.indexOf(row); at !== -1; at = answer.index.indexOf(row, at + 1)) {
    fed.rows++;
    if (((answer.flags[at] ?? 0) & CellFlag.leak) !== 0) fed.leaks++;
  }
  return fed;
}

/** A training row that a feature row feeds, and which of them it is, from 1. */
export interface FedRow {
  trainingRow: number;
  number: number;
}

/** The next training row after `from` that a feature row feeds, in a circle; `null` where it feeds none. */
export function nextFedRow({ joins }: Joins, { join, row }: HoveredRow, from: number): FedRow | null {
  const index = joins[join]?.index;
  if (index === undefined) return null;
  const ahead = index.indexOf(row, from + 1);
  const trainingRow = ahead === -1 ? index.indexOf(row) : ahead;
  if (trainingRow === -1) return null;
  let number = 0;
  for (let at = index.indexOf(row); at !== -1 && at <= trainingRow; at = index.indexOf(row, at + 1)) number++;
  return { trainingRow, number };
}

/** `This payment feeds 14 training rows; into 2 of them it leaks.` */
export function fedWords({ rows, leaks }: Fed, noun: Noun): string {
  if (rows === 0) return `This ${noun.one} feeds no training row.`;
  const feeds = `This ${noun.one} feeds ${formatNumber(rows)} training ${rows === 1 ? "row" : "rows"}`;
  if (leaks === 0) return `${feeds}.`;
  if (leaks === rows)
    return `${feeds}, and leaks into ${rows === 1 ? "it" : rows === 2 ? "both" : "all of them"}.`;
  return `${feeds}, and leaks into ${formatNumber(leaks)} of them.`;
}
