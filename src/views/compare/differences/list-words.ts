import type { CellValue, ColumnType } from "../../../microfs/core";
import type { DifferenceList } from "../../../state/compare/cell-list";
import type { VariantName } from "../../../terms/variants";
import { formatMoment } from "../../../timeline/words/format-moment";
import { formatValue } from "../../../timeline/words/format-value";
import { count, type SentencePart, text } from "../../../timeline/words/sentence-parts";
import { countOf, formatNumber } from "../../../ui/format-number";
import type { CellsBehind } from "../../../worker/compare/compare-results";
import { peekWords } from "../cost/pictures/peek-bins";

type Word = (name: VariantName) => string;

/** How many cells two joins write differently. */
export function differenceWords(
  {
    question: { above, below },
    totalRows,
    totalCells,
  }: Pick<DifferenceList, "question" | "totalRows" | "totalCells">,
  word: Word,
): string {
  if (above === below) return "A join never differs from itself: choose two.";
  if (totalCells === 0) return `${capital(word(below))} and ${word(above)} write the same into every cell.`;
  const cells = totalCells === 1 ? "1 cell is" : `${formatNumber(totalCells)} cells are`;
  return `Under ${word(below)}, ${cells} other than under ${word(above)}, in ${countOf(totalRows, "row")}: the greatest difference first.`;
}

/** What the rows behind a number are rows of. */
export function behindWords(
  { variant, what, feature, peekUs }: CellsBehind,
  { totalRows, totalCells }: Pick<DifferenceList, "totalRows" | "totalCells">,
  word: Word,
): readonly SentencePart[] {
  const name = word(variant);
  const of = feature === null ? name : `${feature} under ${name}`;
  if (what === "multiplied") {
    if (totalRows === 0) return [text(`${capital(name)} makes one row of each: none is multiplied.`)];
    return [
      text(
        `${countOf(totalRows, "row")} ${totalRows === 1 ? "is" : "are"} in the table of ${name} more than once.`,
      ),
    ];
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
        text(`${countOf(totalCells, "cell")} of ${of} made by another row than ${word("own")}’s${place}.`),
      ];
    case "stale":
      return [text(`${formatNumber(totalCells)} stale ${cells} of ${of}${place}: a later row was known.`)];
    case "empty":
      return [text(`${formatNumber(totalCells)} empty ${cells} of ${of}${place}.`)];
  }
}

const NONE: Readonly<Record<Exclude<CellsBehind["what"], "multiplied">, string>> = {
  leaked: "leaks",
  other: "is made by another row",
  stale: "is stale",
  empty: "is empty",
};

/** Why a link's cells cannot be listed; `null` where they can. */
export function behindProblem(
  behind: CellsBehind | null,
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
