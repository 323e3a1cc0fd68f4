import { type MarkState, VERDICT_TERMS } from "../../terms/verdicts";
import { formatNumber } from "../../ui/format-number";
import type { TimeScale } from "../geometry/time-scale";
import { firstAtOrAfter } from "../geometry/time-window";
import type { MomentStyle } from "../words/format-moment";
import type { DensityItem, DensityPart, DensityPicture, DensityState } from "./density-picture";
import { countStates, type DensityPosition, type DensityRows, stateAt } from "./density-rows";

/** The rows [from, to) that lie in a window. O(log m). */
export function rowsInView(eventUs: Float64Array, { window }: TimeScale): { from: number; to: number } {
  return { from: firstAtOrAfter(eventUs, window.fromUs), to: firstAtOrAfter(eventUs, window.toUs) };
}

/** The rows of a window that are too many to be marks: a tick each where all of them can be seen, else counted in bars. */
export function densityPicture(
  rows: DensityRows,
  scale: TimeScale,
  place: DensityPosition,
  noun: string,
  style: MomentStyle,
): DensityPicture {
  const { from, to } = rowsInView(rows.eventUs, scale);
  const count = formatNumber(to - from);
  const said = `${count} ${noun}`;
  const each = ticks(rows, from, to, scale, place);
  if (each !== null)
    return { kind: "ticks", items: each, words: `${said}, a line each`, shortWords: `${count} lines`, style };
  const { items, most } = bars(rows, from, to, scale, place);
  const words = `${said}, counted: the tallest bar is ${formatNumber(most)}`;
  return { kind: "bars", items, words, shortWords: `${count} counted`, style };
}

const TICK_WIDTH_PX = 1.5;
/** From one tick to the next: nearer ones stand above or below each other. */
const PX_PER_TICK = 2.5;
/** Where few stand above each other, all of them are longer. */
const SHORTEST_PX = 6;
const LONGEST_PX = 18;
const GAP_PX = 2;
/** With less room than this for each, rows are counted however they lie. */
const LEAST_PX_PER_TICK = 1.5;

/**
 * A tick for each of the rows [from, to), on the lane's line; those that would hide each other stand in rows above and
 * below it. `null` where they are so many that some would still be hidden.
 */
function ticks(
  rows: DensityRows,
  from: number,
  to: number,
  scale: TimeScale,
  place: DensityPosition,
): DensityItem[] | null {
  if (to - from > (scale.right - scale.left) / LEAST_PX_PER_TICK) return null;
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
    const parts = [{ state: stateAt(rows, position), count: 1, top, bottom }];
    return {
      left: x - TICK_WIDTH_PX / 2,
      right: x + TICK_WIDTH_PX / 2,
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

const BAR_PX = 4;
const BAR_WIDTH_PX = 3;

/** From the bottom up: what matters most stands on the baseline. */
const ORDER: readonly DensityState[] = [
  "to_predict",
  ...(Object.keys(VERDICT_TERMS) as MarkState[]).sort(
    (a, b) => VERDICT_TERMS[a].priority - VERDICT_TERMS[b].priority,
  ),
];

/** The rows [from, to) counted per bar of equal width, by state, and how many the tallest counts. O(rows) over numbers. */
function bars(
  rows: DensityRows,
  from: number,
  to: number,
  scale: TimeScale,
  { baseline, height }: DensityPosition,
): { items: DensityItem[]; most: number } {
  const number = Math.max(1, Math.floor((scale.right - scale.left) / BAR_PX));
  const edges = Array.from({ length: number + 1 }, (_, i) => scale.us(scale.left + i * BAR_PX));
  const bounds = edges.map((us) => Math.min(to, Math.max(from, firstAtOrAfter(rows.eventUs, us))));
  // The ends belong to the first and the last bar, however the scale rounds.
  bounds[0] = from;
  bounds[number] = to;
  let most = 1;
  for (let i = 0; i < number; i++) most = Math.max(most, (bounds[i + 1] ?? to) - (bounds[i] ?? from));
  const items = bounds.slice(1).flatMap((end, i): DensityItem[] => {
    const start = bounds[i] ?? from;
    if (end <= start) return [];
    const parts = stacked(countStates(rows, start, end), baseline, height / most);
    const left = scale.left + i * BAR_PX;
    const fromUs = rows.eventUs[start] ?? 0;
    const toUs = rows.eventUs[end - 1] ?? 0;
    const top = parts.at(-1)?.top ?? baseline;
    return [
      { left, right: left + BAR_WIDTH_PX, top, bottom: baseline, fromUs, toUs, count: end - start, parts },
    ];
  });
  return { items, most };
}

function stacked(
  counts: ReadonlyMap<DensityState, number>,
  baseline: number,
  pxPerRow: number,
): DensityPart[] {
  let bottom = baseline;
  return ORDER.flatMap((state) => {
    const count = counts.get(state);
    if (count === undefined) return [];
    const part = { state, count, top: bottom - count * pxPerRow, bottom };
    bottom = part.top;
    return [part];
  });
}
