import type { SliceJoin } from "../../microfs/core";
import type { Phase } from "../../terms/phases";
import { formatNumber } from "../../ui/format-number";
import type { TimeScale } from "../geometry/time-scale";
import { candidatesOf } from "../slice-index/slice-index";
import type { MarkPicture, OriginalPosition } from "./picture-types";

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
export function amongWords({ others, rows }: SliceJoin): string {
  if (others === undefined || others.count === 0) return "";
  return `${formatNumber(rows.length)} of ${formatNumber(rows.length + others.count)} rows`;
}

/** Of a row that was moved less than this the original position is not drawn: it would only blur the mark. */
const LEAST_PX = 4;

/**
 * Where the marks stood before they were moved.
 *
 * @param origin - The same join before any edit; rows that it lacks were added, and stood nowhere.
 */
export function originalPositions(
  marks: readonly MarkPicture[],
  origin: SliceJoin | undefined,
  scale: TimeScale,
): OriginalPosition[] {
  if (origin === undefined) return [];
  const before = candidatesOf(origin);
  return marks.flatMap((mark) => {
    const fromUs = mark.count > 1 ? undefined : origin.eventTimesUs[before.positionOf(mark.row)];
    if (fromUs === undefined) return [];
    const x = scale.x(Number(fromUs));
    const isSeen = Math.abs(x - mark.x) >= LEAST_PX && x >= scale.left && x <= scale.right;
    return isSeen ? [{ row: mark.row, x, y: mark.y, toX: mark.x }] : [];
  });
}
