import { roughDuration } from "../../../../timeline/words/duration-in-words";
import type { PeekHistogram } from "../../../../worker/compare/compare-results";

/** One bar of the peek histogram. */
export interface PeekBin {
  readonly fromUs: number;
  readonly toUs: number;
  readonly cells: number;
}

/** The bars, without the empty ones at both ends. */
export function peekBins({ edgesUs, counts }: PeekHistogram): PeekBin[] {
  const bins = counts.map((cells, i) => ({ fromUs: edgesUs[i] ?? 0, toUs: edgesUs[i + 1] ?? 0, cells }));
  const isFull = ({ cells }: PeekBin) => cells > 0;
  return bins.slice(bins.findIndex(isFull), bins.findLastIndex(isFull) + 1).filter(() => bins.some(isFull));
}

/** How far into the future a bar reaches: `1 d to 2 d`, `at once to 1 h`. */
export function peekWords({ fromUs, toUs }: Pick<PeekBin, "fromUs" | "toUs">): string {
  return fromUs <= 0 ? `up to ${peekEdge(toUs)}` : `${peekEdge(fromUs)} to ${peekEdge(toUs)}`;
}

/** One edge: `1 d`, `6 h`. */
export function peekEdge(us: number): string {
  return us <= 0 ? "at once" : roughDuration(BigInt(Math.round(us)));
}
