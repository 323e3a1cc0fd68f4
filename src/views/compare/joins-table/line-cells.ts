import { textWidth } from "../../../timeline/geometry/place-labels";
import { roughDuration } from "../../../timeline/words/duration-in-words";
import { formatNumber } from "../../../ui/format-number";
import type { CompareSummary, VariantCounts } from "../../../worker/compare/compare-results";
import type { JoinColumn } from "./table-columns";

/** What is counted of a join, as it is written; `null` where there is no such number. */
export function countText(counts: VariantCounts, column: CountColumn): string | null {
  if (column !== "peek") return formatNumber(counts[column]);
  return counts.medianPeekUs === null ? null : roughDuration(BigInt(Math.round(counts.medianPeekUs)));
}

/** The same in words, for who hears the number alone: `27 leaked cells of latest`. */
export function countWords(counts: VariantCounts, column: CountColumn, word: string, own: string): string {
  const text = countText(counts, column) ?? "none";
  if (column === "peek") return `${text} median peek of ${word}`;
  const noun = column === "rows" ? "row" : "cell";
  const nouns = counts[column] === 1 ? noun : `${noun}s`;
  if (column === "rows") return `${text} ${nouns} of ${word}`;
  return column === "other"
    ? `${text} ${nouns} of ${word} other than ${own}`
    : `${text} ${column} ${nouns} of ${word}`;
}

export type CountColumn = Exclude<JoinColumn, "offline" | "gap" | "production">;

const COUNT_COLUMNS: readonly CountColumn[] = ["other", "leaked", "stale", "empty", "rows", "peek"];

export function isCount(column: JoinColumn): column is CountColumn {
  return COUNT_COLUMNS.some((one) => one === column);
}

/** Per column, how wide its widest number is, rem. */
export function widestNumbers(summary: CompareSummary | null): Readonly<Partial<Record<JoinColumn, number>>> {
  const widthOf = (text: string | null) => (text === null ? 0 : textWidth(text, TEXT_REM));
  return Object.fromEntries(
    COUNT_COLUMNS.map((column) => [
      column,
      Math.max(0, ...(summary?.variants ?? []).map((counts) => widthOf(countText(counts, column)))),
    ]),
  );
}

/** `--text-dense`. */
const TEXT_REM = 0.8125;
