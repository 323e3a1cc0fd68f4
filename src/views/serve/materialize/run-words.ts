import type { MaterializeReport } from "../../../microfs";
import { inWords } from "../../../timeline/words/in-words";
import { formatNumber } from "../../../ui/format-number";

/** A count with its noun: `1 key`, `1 204 keys`. */
export function countOf(count: number, noun: string): string {
  return `${formatNumber(count)} ${noun}${count === 1 ? "" : "s"}`;
}

/**
 * What a materialize run did, in one sentence.
 *
 * @param isAsOf - Whether it was as of a moment, so that nothing may have been known yet.
 */
export function runWords({ written, unchanged, keptNewer }: MaterializeReport, isAsOf: boolean): string {
  if (written + unchanged + keptNewer === 0)
    return isAsOf
      ? "Nothing to write: no row was known by then."
      : "Nothing to write: the group has no rows.";
  const words = [
    written > 0 ? `wrote ${countOf(written, "key")}` : "wrote nothing",
    unchanged > 0 ? `left ${formatNumber(unchanged)} unchanged` : null,
    keptNewer > 0 ? `kept ${formatNumber(keptNewer)} that ${keptNewer === 1 ? "is" : "are"} newer` : null,
  ].filter((word) => word !== null);
  const sentence = inWords(words);
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}
