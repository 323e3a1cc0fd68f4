import { formatNumber } from "../../ui/format-number";
import { formatMoment, formatMomentNear } from "../words/format-moment";
import { verdictWord } from "../words/verdict-words";
import type { CrowdItem, CrowdPart, CrowdPicture } from "./crowd-picture";

/** A hand that is farther off than this points at nothing. */
const REACH_PX = 8;
const SECOND_US = 1_000_000;

/** The tick or bar that a pointer is nearest to; `null` where none is near. Of a bar, its whole height counts. O(items). */
export function crowdItemAt({ kind, items }: CrowdPicture, x: number, y: number): CrowdItem | null {
  let nearest: CrowdItem | null = null;
  let least = REACH_PX;
  for (const item of items) {
    const across = outside(x, item.left, item.right);
    const distance = kind === "bars" ? across : Math.hypot(across, outside(y, item.top, item.bottom));
    if (distance >= least) continue;
    nearest = item;
    least = distance;
  }
  return nearest;
}

/** What a tick or bar stands for: when, and exactly how many of what. */
export function crowdItemWords({ kind, style }: CrowdPicture, { fromUs, toUs, parts }: CrowdItem): string {
  // The times of a wide bar's first and last row are said to the second: finer says nothing more.
  const stepUs = toUs - fromUs >= SECOND_US ? SECOND_US : 1;
  const [first, last] = [fromUs, toUs].map((us) => BigInt(Math.floor(us / stepUs)) * BigInt(stepUs));
  const from = formatMoment(first ?? 0n, style);
  if (kind === "ticks") return [from, ...parts.map(({ look }) => lookWord(look))].join(", ");
  const counts = parts.map(({ look, count }) => `${formatNumber(count)} ${lookWord(look)}`).join(", ");
  const to = first === last ? "" : ` to ${formatMomentNear(last ?? 0n, first ?? 0n, style)}`;
  return `${from}${to}: ${counts}`;
}

function lookWord(look: CrowdPart["look"]): string {
  return look === "to_predict" ? "to predict" : verdictWord(look);
}

function outside(at: number, from: number, to: number): number {
  return Math.max(0, from - at, at - to);
}
