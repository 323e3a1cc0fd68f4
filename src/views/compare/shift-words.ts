import { roughDuration } from "../../timeline/words/duration-in-words";
import { formatNumber } from "../../ui/format-number";
import type { VariantCounts } from "../../worker/compare/compare-results";

/**
 * How the rows that a join takes lie to those of the view's own join: “39 120 newer, 12 older; 61 d newer in the median”. Empty where no
 * cell has a row in both joins, or all have the same.
 */
export function shiftWords({
  newer,
  older,
  medianShiftUs,
}: Pick<VariantCounts, "newer" | "older" | "medianShiftUs">): string {
  const sides = [
    [newer, "newer"],
    [older, "older"],
  ] as const;
  const counted = sides.flatMap(([cells, side]) => (cells === 0 ? [] : [`${formatNumber(cells)} ${side}`]));
  if (counted.length === 0) return "";
  return [counted.join(", "), ...medianWords(medianShiftUs)].join("; ");
}

function medianWords(us: number | null): string[] {
  if (us === null) return [];
  // Of equal event times the later created one, or the last inserted, is newer: by no time at all.
  if (us === 0) return ["at the same event time in the median"];
  return [`${roughDuration(BigInt(Math.round(us)))} ${us > 0 ? "newer" : "older"} in the median`];
}
