import type { EntitySlice } from "../../../microfs/core";
import { formatMoment, momentStyle } from "../../../timeline/words/format-moment";
import { columnFormat } from "../../../timeline/words/format-value";
import { leakClause } from "../../../timeline/words/leak-words";
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
  const entity = entityName(slice);
  const who = strong(
    `${entity.charAt(0).toUpperCase()}${entity.slice(1)}, ${formatMoment(tUs, momentStyle(slice))}:`,
  );
  if (above === below)
    return [who, text(` ${above} stands above and below. Choose another join in the table.`)];
  if (told === null) return [who, text(` ${sameWords(facts)}`)];
  // Of a join that makes many rows of one, cells are not told one by one.
  const isMany = differences.some((one) => one.above.rows.length > 1 || one.below.rows.length > 1);
  const more = isMany ? null : moreCells(differences, told);
  const [leakedAbove, leakedBelow] = more?.leaked ?? [0, 0];
  return [
    who,
    text(` ${above} `),
    ...written(facts, told, told.above, true),
    text(`${leakedToo(leakedAbove, leakedBelow)}; ${below} `),
    ...written(facts, told, told.below, false),
    text(`${leakedToo(leakedBelow, leakedAbove)}${more === null ? "" : restWords(more)}.`),
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
    text(isLeak ? `, ${leakClause(taken.last, join.groupClock, tUs, "which")}` : ""),
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

/** What else differs, and how much of it was not known yet. */
interface MoreCells {
  /** Cells beside the told one that a row made which was not known yet, whatever they hold, in the one join and the other. */
  readonly leaked: readonly [above: number, below: number];
  /** Cells that differ in value where neither leaks. */
  readonly differing: number;
}

function moreCells(differences: readonly JoinDifference[], told: JoinDifference): MoreCells {
  const leaked = (side: "above" | "below") =>
    differences
      .filter((one) => one[side].peekUs > 0n)
      .reduce((sum, one) => sum + one.join.writes.length - (one === told ? 1 : 0), 0);
  const differing = differences
    .filter(({ above, below }) => above.peekUs === 0n && below.peekUs === 0n)
    .reduce((sum, one) => sum + one.cells.length - (one === told ? 1 : 0), 0);
  return { leaked: [leaked("above"), leaked("below")], differing };
}

/** Of the join that has just been told of, where the other does not leak. */
function leakedToo(count: number, other: number): string {
  if (count === 0 || other > 0) return "";
  return `, and ${formatNumber(count)} more ${count === 1 ? "cell that was" : "cells that were"} not known yet`;
}

/** What is said at the end. */
function restWords({ leaked: [above, below], differing }: MoreCells): string {
  const both =
    above === 0 || below === 0
      ? ""
      : `; ${above === below ? `${formatNumber(above)} more cells of each` : `${formatNumber(above)} and ${formatNumber(below)} more cells`} were not known yet`;
  if (differing === 0) return both;
  const more = `${formatNumber(differing)} more ${differing === 1 ? "cell differs" : "cells differ"}`;
  return `${both}${above + below === 0 ? ", and" : ";"} ${more}`;
}

/** Of joins that write the same: which of them take different rows all the same, and whether that leaks. */
function sameWords({ differences, above, below }: HeadlineFacts): string {
  if (differences.every((one) => one.above.last === null && one.below.last === null))
    return `${above} and ${below} both find nothing here.`;
  const differing = differences.filter(({ differs }) => differs).map(({ join }) => join.fgName);
  const rows = differing.length === 0 ? "the same rows here" : `different rows of ${listed(differing)} here`;
  const leaking = [above, below].filter((_, i) =>
    differences.some((one) => (i === 0 ? one.above : one.below).peekUs > 0n),
  );
  const leak =
    leaking.length === 0
      ? ""
      : leaking.length === 2
        ? "; both leak all the same"
        : `; ${leaking[0]} leaks all the same`;
  return `${above} and ${below} take ${rows}, and write the same${leak}.`;
}

function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}
