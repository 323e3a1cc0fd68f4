import { formatNumber } from "../../ui/format-number";
import type { TimeScale } from "../geometry/time-scale";
import type { MarkLook } from "../step/judgement";
import { formatMoment, type MomentStyle } from "../words/format-moment";
import { verdictWord } from "../words/verdict-words";
import type { DensityBar, DensityPicture } from "./picture-types";

/** With less room than this for each, rows in a lane cannot be told apart … */
export const PX_PER_MARK = 16;
/** … unless they coincide, and marks and piles, all but so few clear of each other, show all of them. */
export const MOST_CROWDED = 3;
const BAR_PX = 6;

/** From the bottom up: what matters most stands on the ground. */
const ORDER: readonly MarkLook[] = [
  "chosen",
  "leak",
  "superseded",
  "not_judged",
  "expired",
  "not_yet_known",
  "wrong_side",
  "future",
];

/** Rows of the window counted per bar of equal width, by look. O(rows + bars), without an object per row. */
export function density<Row extends { readonly eventTime: bigint }>(
  scale: TimeScale,
  rows: readonly Row[],
  look: (row: Row) => MarkLook,
  height: number,
  noun: string,
  style: MomentStyle,
): DensityPicture {
  const bars = Math.max(1, Math.floor((scale.right - scale.left) / BAR_PX));
  const counts = Array.from({ length: bars }, () => new Map<MarkLook, number>());
  for (const row of rows) {
    const at = Math.floor((scale.x(Number(row.eventTime)) - scale.left) / BAR_PX);
    const bar = counts[Math.min(bars - 1, Math.max(0, at))];
    const seen = look(row);
    bar?.set(seen, (bar.get(seen) ?? 0) + 1);
  }
  const most = Math.max(1, ...counts.map((bar) => sum(bar.values())));
  const drawn = counts.flatMap((bar, i) =>
    bar.size === 0 ? [] : [densityBar(scale, bar, i, height / most, style)],
  );
  return {
    bars: drawn,
    words: `${formatNumber(rows.length)} ${noun}, counted: the tallest bar is ${formatNumber(most)}`,
  };
}

function densityBar(
  scale: TimeScale,
  counts: ReadonlyMap<MarkLook, number>,
  index: number,
  pxPerRow: number,
  style: MomentStyle,
): DensityBar {
  const left = scale.left + index * BAR_PX;
  const looks = ORDER.filter((look) => counts.has(look));
  const parts = looks.map((look) => {
    const count = counts.get(look) ?? 0;
    return { look, count, height: count * pxPerRow };
  });
  const from = formatMoment(BigInt(Math.round(scale.us(left))), style);
  const words = parts.map((part) => `${part.count} ${verdictWord(part.look)}`).join(", ");
  return {
    left,
    right: left + BAR_PX - 1,
    count: sum(counts.values()),
    parts,
    title: `from ${from}: ${words}`,
  };
}

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
