import type { CellValue, ColumnType } from "../../../microfs/core";
import type { BehindList, DifferenceList, TableRowList } from "../../../state/compare/cell-list";
import type { VariantName } from "../../../terms/variants";
import { formatMoment } from "../../../timeline/words/format-moment";
import { formatValue } from "../../../timeline/words/format-value";
import { count, type SentencePart, text } from "../../../timeline/words/sentence-parts";
import { countOf, formatNumber } from "../../../ui/format-number";
import type { CellsBehind, WrittenCell } from "../../../worker/compare/compare-results";
import { peekWords } from "../cost/pictures/peek-bins";

type Word = (name: VariantName) => string;

/** How many cells two joins write differently. */
export function differenceWords(
  {
    question: { above, below },
    totalRows,
    totalCells,
    spineRows,
  }: Pick<DifferenceList, "question" | "totalRows" | "totalCells" | "spineRows">,
  word: Word,
): string {
  if (above === below) return "A join never differs from itself: choose two.";
  if (totalCells === 0) return `${capital(word(below))} and ${word(above)} write the same into every cell.`;
  const cells = totalCells === 1 ? "1 cell holds" : `${formatNumber(totalCells)} cells hold`;
  return `Under ${word(below)}, ${cells} another value than under ${word(above)}, in ${formatNumber(totalRows)} of ${countOf(spineRows, "training row")}.`;
}

/** From how many cells of other rows that comes, and what a cell is where a join takes several rows; "" where all rows are the same. */
export function bridgeWords(
  { totalCells, otherRowCells }: Pick<DifferenceList, "totalCells" | "otherRowCells">,
  isMultiplied: boolean,
): string {
  if (otherRowCells === 0) return "";
  const other = otherRowCells === 1 ? "1 cell comes" : `${formatNumber(otherRowCells)} cells come`;
  const from = isMultiplied ? "other rows" : "another row";
  const held =
    totalCells === 0
      ? `${otherRowCells === 1 ? "it holds" : "all of them hold"} the same value`
      : totalCells === otherRowCells
        ? `${otherRowCells === 1 ? "it holds" : "all of them hold"} another value`
        : `${formatNumber(totalCells)} of them ${totalCells === 1 ? "holds" : "hold"} another value`;
  const list = isMultiplied
    ? " Where a join takes several rows, a cell is the list of their values: it is another one unless all are the same."
    : "";
  return `${other} from ${from}; ${held}.${list}`;
}

/** What a join's own table is, and how long. */
export function tableWords(
  { variant, totalRows, spineRows }: Pick<TableRowList, "variant" | "totalRows" | "spineRows">,
  word: Word,
): string {
  const of = totalRows === spineRows ? "" : ` of ${formatNumber(spineRows)}`;
  return `${countOf(totalRows, "row")}${of}: the table of ${word(variant)}, as a model would be trained on it.`;
}

/** What the rows behind a number are rows of. */
export function behindWords(
  { variant, what, feature, peekUs }: CellsBehind,
  {
    totalRows,
    totalCells,
    tableRows,
    spineRows,
  }: Pick<BehindList, "totalRows" | "totalCells" | "tableRows" | "spineRows">,
  word: Word,
): readonly SentencePart[] {
  const name = word(variant);
  const of = feature === null ? name : `${feature} under ${name}`;
  if (what === "multiplied") {
    if (totalRows === 0) return [text(`${capital(name)} makes one row of each: none is multiplied.`)];
    const rows = `${countOf(tableRows, "row")} of ${countOf(spineRows, "training row")}`;
    const often = `${formatNumber(totalRows)} of these ${totalRows === 1 ? "is" : "are"} in it more than once`;
    return [text(`${capital(name)} makes ${rows}; ${often}.`)];
  }
  if (totalCells === 0) return [text(`No cell of ${of} ${NONE[what]}.`)];
  const place = `, in ${countOf(totalRows, "row")}`;
  const cells = totalCells === 1 ? "cell" : "cells";
  switch (what) {
    case "leaked": {
      const reach =
        peekUs === null ? "" : `, known ${peekWords({ fromUs: peekUs.from, toUs: peekUs.to })} later`;
      return [
        count("leak", totalCells),
        text(` leaked ${cells} of ${of}${reach}${place}: the greatest peek first.`),
      ];
    }
    case "other":
      return [
        text(`${countOf(totalCells, "cell")} of ${of} from another row than ${word("own")}’s${place}.`),
      ];
    case "stale":
      return [text(`${formatNumber(totalCells)} stale ${cells} of ${of}${place}: a later row was known.`)];
    case "empty":
      return [text(`${formatNumber(totalCells)} empty ${cells} of ${of}${place}.`)];
  }
}

const NONE: Readonly<Record<Exclude<CellsBehind["what"], "multiplied">, string>> = {
  leaked: "leaks",
  other: "comes from another row",
  stale: "is stale",
  empty: "is empty",
};

/** Why a link's cells cannot be listed; `null` where they can. */
export function behindProblem(
  behind: Pick<CellsBehind, "variant" | "feature"> | null,
  menu: readonly { readonly name: VariantName }[],
  features: readonly string[],
  word: Word,
): string | null {
  if (behind === null) return "The link names no cells that could be listed.";
  const { variant, feature } = behind;
  if (!menu.some(({ name }) => name === variant))
    return `“${word(variant)}” does here what ${word("own")} does: there is nothing of its own to list.`;
  if (feature !== null && !features.includes(feature)) return `The view writes no feature “${feature}”.`;
  return null;
}

/** What is written into a cell for reading: of several rows how many, and their first values: “336 rows: 14.99, 0.00, 9.99, +12”. */
export function writtenWords({ rows, values, distinct }: WrittenCell, type: ColumnType): string {
  const words = values.map((value) => valueWords(value, type));
  if (rows === 1) return words.join(", ");
  const more = distinct > values.length ? [`+${formatNumber(distinct - values.length)}`] : [];
  return `${countOf(rows, "row")}: ${[...words, ...more].join(", ")}`;
}

/** A size with as many digits as tell it apart. */
export function sizeWords(size: number | null): string {
  if (size === null) return "–";
  return formatNumber(size, { decimals: size < 10 ? 2 : size < 100 ? 1 : 0 });
}

/** A value of a column for reading; a float with the 2 to 4 decimals that it needs, so that it can be told from an integer. */
export function valueWords(value: CellValue, type: ColumnType | undefined): string {
  if (type === "timestamp" && typeof value === "bigint") return formatMoment(value, { year: true });
  if (typeof value !== "number") return formatValue(value);
  const decimals = [2, 3].find((few) => Number(value.toFixed(few)) === value) ?? 4;
  return formatValue(value, decimals);
}

function capital(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
