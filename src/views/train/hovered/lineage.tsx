import { CellFlag, type EntitySlice } from "../../../microfs/core";
import type { HoveredRow } from "../../../state/app";
import type { Training } from "../../../state/training";
import { type Noun, nounOf } from "../../../timeline/words/nouns";
import { rowName } from "../../../timeline/words/row-name";
import { Button } from "../../../ui/controls/button";
import { formatNumber } from "../../../ui/format-number";

export interface LineageLineProps {
  /** The hovered mark, and the training row that the table was moved to. */
  readonly line: { readonly mark: HoveredRow; readonly shown: LineageRow | null };
  readonly training: Training;
  readonly slice: EntitySlice;
  readonly onShow: (row: LineageRow) => void;
}

/** Which training rows the hovered mark feeds, and a way to each of them: they may lie far apart. */
export function LineageLine({ line: { mark, shown }, training, slice, onShow }: LineageLineProps) {
  const join = slice.joins[mark.join];
  if (join === undefined) return null;
  const lineage = lineageOf(training, mark);
  const next = nextLineageRow(training, mark, shown?.trainingRow ?? -1);
  const isLast = shown !== null && lineage.rows === 1;
  return (
    <>
      {lineageWords(lineage, nounOf(slice, join))}
      {shown !== null &&
        ` Row ${rowName(training.spineIndex[shown.trainingRow] ?? 0)} is number ${formatNumber(shown.number)} of them.`}{" "}
      {next !== null && !isLast && (
        <Button variant="link" onClick={() => onShow(next)}>
          {shown === null ? (lineage.rows === 1 ? "Show it" : "Show the first") : "Show the next"}
        </Button>
      )}
    </>
  );
}

type Joins = Pick<Training, "joins">;

/** What one feature row does to the training table. */
export interface Lineage {
  /** Training rows that it feeds. */
  rows: number;
  /** How many of them it leaks into. */
  leaks: number;
}

/** Counts what a feature row feeds. O(training rows). */
export function lineageOf({ joins }: Joins, { join, row }: HoveredRow): Lineage {
  const cells = joins[join];
  const lineage: Lineage = { rows: 0, leaks: 0 };
  if (cells === undefined) return lineage;
  for (let at = cells.index.indexOf(row); at !== -1; at = cells.index.indexOf(row, at + 1)) {
    lineage.rows++;
    if (((cells.flags[at] ?? 0) & CellFlag.leak) !== 0) lineage.leaks++;
  }
  return lineage;
}

/** A training row that a feature row feeds, and which of them it is, from 1. */
export interface LineageRow {
  trainingRow: number;
  number: number;
}

/** The next training row after `from` that a feature row feeds, in a circle; `null` where it feeds none. */
export function nextLineageRow({ joins }: Joins, { join, row }: HoveredRow, from: number): LineageRow | null {
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
export function lineageWords({ rows, leaks }: Lineage, noun: Noun): string {
  if (rows === 0) return `This ${noun.one} feeds no training row.`;
  const feeds = `This ${noun.one} feeds ${formatNumber(rows)} training ${rows === 1 ? "row" : "rows"}`;
  if (leaks === 0) return `${feeds}.`;
  if (leaks === rows)
    return `${feeds}, and leaks into ${rows === 1 ? "it" : rows === 2 ? "both" : "all of them"}.`;
  return `${feeds}, and leaks into ${formatNumber(leaks)} of them.`;
}
