import type { EntitySlice } from "../../../microfs/core";
import { knownAt } from "../../../microfs/core";
import { roughDuration } from "../../../timeline/words/duration-in-words";
import { formatMoment, momentStyle } from "../../../timeline/words/format-moment";
import { columnFormat } from "../../../timeline/words/format-value";
import { entityName } from "../../../timeline/words/nouns";
import { type SentencePart, strong, text } from "../../../timeline/words/sentence-parts";
import { countOf, formatNumber } from "../../../ui/format-number";
import type { JoinDifference, Taken } from "./row-differences";

export interface HeadlineFacts {
  readonly slice: EntitySlice;
  readonly tUs: bigint;
  readonly differences: readonly JoinDifference[];
  /** What the two joins are called. */
  readonly above: string;
  readonly below: string;
  /** The join that is looked at, by its number. */
  readonly lookedAt: number;
}

/**
 * What the two joins write into one row: the one telling cell, the leaked one first, and how many more differ. Short, and
 * true of any data.
 */
export function rowHeadline(facts: HeadlineFacts): SentencePart[] {
  const { slice, tUs, differences, above, below } = facts;
  const told = tellingDifference(differences, facts.lookedAt);
  // Other joins may know it by other keys too: one name is enough.
  const entity = entityName(slice, told?.join ?? slice.joins[facts.lookedAt]);
  const who = strong(
    `${entity.charAt(0).toUpperCase()}${entity.slice(1)}, ${formatMoment(tUs, momentStyle(slice))}:`,
  );
  if (above === below)
    return [who, text(` ${above} stands above and below. Choose another join in the table.`)];
  if (told === null) {
    const isNothing = differences.every((one) => one.above.last === null && one.below.last === null);
    const words = isNothing
      ? " both find nothing here."
      : differences.some(({ differs }) => differs)
        ? " take other rows here, and write the same."
        : " take the same rows here, and write the same.";
    return [who, text(` ${above} and ${below}${words}`)];
  }
  return [
    who,
    text(` ${above} `),
    ...written(facts, told, told.above, true),
    text(`; ${below} `),
    ...written(facts, told, told.below, false),
    ...moreCells(differences, told),
    text("."),
  ];
}

/** The difference that is told: what leaks before what does not, and of these the join that is looked at before the others. */
export function tellingDifference(
  differences: readonly JoinDifference[],
  lookedAt: number,
): JoinDifference | null {
  const rank = ({ number, above, below }: JoinDifference) =>
    (above.peekUs > 0n || below.peekUs > 0n ? 2 : 0) + (number === lookedAt ? 1 : 0);
  const [first, ...rest] = differences.filter(({ cells }) => cells.length > 0);
  if (first === undefined) return null;
  return rest.reduce((most, one) => (rank(one) > rank(most) ? one : most), first);
}

function written(
  facts: HeadlineFacts,
  { join, shown: { column, name, before, after } }: JoinDifference,
  taken: Taken,
  isAbove: boolean,
): SentencePart[] {
  const { slice, tUs, differences } = facts;
  const all = differences.map((one) => (isAbove ? one.above : one.below));
  const rows = all.reduce((product, { rows: some }) => product * Math.max(1, some.length), 1);
  if (rows > 1) return multiplied(all, rows);
  if (taken.last === null)
    return isAbove ? [text(`leaves ${name} `), strong("empty")] : [strong("finds nothing")];
  const isLeak = taken.peekUs > 0n;
  const value = isAbove ? before : after;
  const format = column === null ? String : columnFormat(column, momentStyle(slice));
  return [
    text(isAbove ? `writes ${name} ` : "writes "),
    { kind: "value", state: isLeak ? "leak" : "chosen", text: format(value), exact: value },
    text(isLeak ? `, ${leakWords(taken.last, tUs, join)}` : ""),
  ];
}

/** Of a join that makes several rows of this one: how many, and how many of the rows in them were not known yet. */
function multiplied(all: readonly Taken[], rows: number): SentencePart[] {
  const found = all.reduce((sum, { rows: some }) => sum + some.length, 0);
  const leaking = all.reduce((sum, { leaks }) => sum + leaks.filter(Boolean).length, 0);
  return [
    text("makes "),
    strong(countOf(rows, "row")),
    text(` of it from ${formatNumber(found)} that it finds`),
    ...(leaking === 0
      ? []
      : [
          text(", "),
          { kind: "value", state: "leak", text: formatNumber(leaking), exact: BigInt(leaking) } as const,
          text(" of them not known yet"),
        ]),
  ];
}

function leakWords(
  row: NonNullable<Taken["last"]>,
  tUs: bigint,
  { groupClock }: JoinDifference["join"],
): string {
  return row.eventTime > tUs
    ? `which happens ${roughDuration(row.eventTime - tUs)} later`
    : `known only ${roughDuration(knownAt(row, groupClock) - tUs)} later`;
}

function moreCells(differences: readonly JoinDifference[], told: JoinDifference): SentencePart[] {
  // Of a join that makes many rows of one, cells are not told one by one.
  if (differences.some(({ above, below }) => above.rows.length > 1 || below.rows.length > 1)) return [];
  const isLeaking = ({ above, below }: JoinDifference) => above.peekUs > 0n || below.peekUs > 0n;
  const count = (some: readonly JoinDifference[]) => some.reduce((sum, { cells }) => sum + cells.length, 0);
  const more = count(differences) - 1;
  const leaking = count(differences.filter(isLeaking)) - (isLeaking(told) ? 1 : 0);
  if (more === 0) return [];
  const number = formatNumber(more);
  if (leaking === more)
    return [text(`, and ${number} more ${more === 1 ? "cell that was" : "cells that were"} not known yet`)];
  const known = leaking === 0 ? "" : `, ${formatNumber(leaking)} of them not known yet`;
  return [text(`, and ${number} more ${more === 1 ? "cell differs" : "cells differ"}${known}`)];
}
