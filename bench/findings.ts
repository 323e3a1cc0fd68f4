import { deepStrictEqual } from "node:assert";
import type { Measured } from "./task";

/** Every contender came to the same rows, types and checksums; else what was measured is not the same work. */
export function assertSame({ outcomes }: Measured): void {
  const [[first, expected] = ["", undefined], ...others] = Object.entries(outcomes);
  for (const [contender, outcome] of others)
    deepStrictEqual(outcome, expected, `${contender} and ${first} must answer the same`);
}

/** What was measured as a table, and that all came to the same. */
export function markdownTable({ seconds, outcomes }: Measured): string {
  const [outcome] = Object.values(outcomes);
  const same = `${outcome?.rows} rows, ${outcome?.matched} matched, sum of chosen rows ${outcome?.sequenceSum}, of amounts ${outcome?.amountSum}`;
  return `${ratioTable(seconds)} The same from ${Object.keys(outcomes).join(", ")}: ${same}.`;
}

/** Per way of asking: the median, the fastest and slowest run, and how many times the first way's median that is. */
export function ratioTable(seconds: Measured["seconds"]): string {
  const ways = Object.entries(seconds);
  const base = median(ways[0]?.[1] ?? []);
  const lines = ways.map(([way, taken]) => {
    const [low, middle, high] = [Math.min(...taken), median(taken), Math.max(...taken)];
    return `| ${way} | ${milliseconds(middle)} | ${milliseconds(low)}–${milliseconds(high)} | ${(middle / base).toFixed(2)} |`;
  });
  return [
    "| | median, ms | range, ms | ratio |",
    "| --- | ---: | ---: | ---: |",
    ...lines,
    "",
    `Runs: ${ways.at(-1)?.[1].length}.`,
  ].join("\n");
}

/** The middle one, or the mean of the middle two. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}

function milliseconds(seconds: number): string {
  return (seconds * 1000).toFixed(seconds < 0.01 ? 1 : 0);
}
