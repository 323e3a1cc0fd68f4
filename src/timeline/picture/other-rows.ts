import type { SliceJoin } from "../../microfs/entity-slice";
import type { Phase } from "../../scenario/phases";
import { formatNumber } from "../../ui/format-number";
import type { TimeScale } from "../geometry/time-scale";

/** How far apart in turns of the golden ratio: any few neighbours lie at different heights, the same ones every time. */
const TURN = (Math.sqrt(5) - 1) / 2;

/**
 * Rows of other entities as places in a lane, at the step at which the entity's own come forward from among them.
 *
 * @param half - How far above and below the lane's line they may lie, pixels.
 */
export function otherRows(
  { others }: SliceJoin,
  reached: Phase | null,
  scale: TimeScale,
  center: number,
  half: number,
): (readonly [x: number, y: number])[] {
  if (others === undefined || reached !== "find_entity") return [];
  return Array.from(others.timesUs, (us, i) => {
    const share = (i * TURN) % 1;
    return [scale.x(Number(us)), center + (share * 2 - 1) * half] as const;
  }).filter(([x]) => x >= scale.left && x <= scale.right);
}

/** How many rows the entity's own are among; "" where that is not known, or there are no others. */
export function amongWords({ others, rows }: SliceJoin, reached: Phase | null): string {
  if (others === undefined || others.count === 0 || reached !== "find_entity") return "";
  return `${formatNumber(rows.length)} of ${formatNumber(rows.length + others.count)} rows`;
}
