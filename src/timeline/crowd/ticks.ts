import type { TimeScale } from "../geometry/time-scale";
import type { CrowdItem } from "./crowd-picture";
import type { CrowdPlace, CrowdRows } from "./crowd-rows";
import { lookAt } from "./look-at";

const WIDTH_PX = 1.5;
/** From one tick to the next: nearer ones stand above or below each other. */
const PX_PER_TICK = 2.5;
/** Where few stand above each other, all of them are longer. */
const SHORTEST_PX = 6;
const LONGEST_PX = 18;
const GAP_PX = 2;
/** With less room than this for each, rows are counted however they lie. */
const LEAST_PX_PER_ROW = 1.5;

/**
 * A tick for each of the rows [from, to), on the lane's line; those that would hide each other stand in rows above and
 * below it. `null` where they are so many that some would still be hidden.
 */
export function ticks(
  rows: CrowdRows,
  from: number,
  to: number,
  scale: TimeScale,
  place: CrowdPlace,
): CrowdItem[] | null {
  if (to - from > (scale.right - scale.left) / LEAST_PX_PER_ROW) return null;
  const positions = Array.from({ length: to - from }, (_, i) => from + i).filter(
    (at) => !rows.marked.has(at),
  );
  const xs = positions.map((position) => scale.x(rows.eventUs[position] ?? 0));
  const room = Math.max(SHORTEST_PX, place.half * 2);
  const levels = apart(xs, Math.floor((room + GAP_PX) / (SHORTEST_PX + GAP_PX)));
  if (levels === null) return null;
  // As many above the line as below it.
  const most = levels.reduce((farthest, level) => Math.max(farthest, Math.abs(level)), 0) * 2 + 1;
  const height = Math.min(LONGEST_PX, (room + GAP_PX) / most - GAP_PX);
  return positions.map((position, i) => {
    const x = xs[i] ?? 0;
    const us = rows.eventUs[position] ?? 0;
    const level = levels[i] ?? 0;
    const top = place.center + level * (height + GAP_PX) - height / 2;
    const bottom = top + height;
    const parts = [{ look: lookAt(rows, position), count: 1, top, bottom }];
    return {
      left: x - WIDTH_PX / 2,
      right: x + WIDTH_PX / 2,
      top,
      bottom,
      fromUs: us,
      toUs: us,
      count: 1,
      parts,
    };
  });
}

/**
 * Levels on which ticks do not hide each other: 0 is the line, negative ones lie above it. `null` where there are too few.
 *
 * @param xs - Ascending.
 */
function apart(xs: readonly number[], room: number): number[] | null {
  const beside = Math.max(0, Math.floor((room - 1) / 2));
  const levels = [0, ...Array.from({ length: beside }, (_, i) => [-i - 1, i + 1]).flat()];
  const lastX = levels.map(() => Number.NEGATIVE_INFINITY);
  const found: number[] = [];
  for (const x of xs) {
    const free = lastX.findIndex((last) => x - last >= PX_PER_TICK);
    const level = levels[free];
    if (level === undefined) return null;
    lastX[free] = x;
    found.push(level);
  }
  return found;
}
