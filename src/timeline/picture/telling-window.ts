import type { EntitySlice } from "../../microfs/entity-slice";
import { foldGaps } from "../geometry/folds";
import { MARGIN, type TimeWindow } from "../geometry/time-window";
import { candidateAtOrAfter } from "../step/find-candidate";
import { explanationOf, momentOf } from "../step/judgement";
import { sliceTimes } from "../step/slice-times";
import { sliceExtent } from "../words/format-moment";

/** An entity with at most so many rows is shown whole. */
const SHOWN_WHOLE = 48;
const NEIGHBOURS_BEFORE = 5;
const NEIGHBOURS_AFTER = 2;
const LEAST_FUTURE = 0.24;
/** How far beyond everything else a TTL edge is still brought in, as a share of the rest. */
const EDGE_REACH = 1.2;
const LONE_MARGIN_US = 3_600_000_000;

const wholes = new WeakMap<EntitySlice, TimeWindow>();

/** Everything there is, with a margin. O(rows) once per slice. */
export function wholeWindow(slice: EntitySlice): TimeWindow {
  const known = wholes.get(slice);
  if (known !== undefined) return known;
  const { firstUs, lastUs } = sliceExtent(slice);
  const [first, last] = [Number(firstUs), Number(lastUs)];
  const whole = padded(first, last, idleUs(slice, first, last));
  wholes.set(slice, whole);
  return whole;
}

/**
 * The window that a step opens with: everything where that is little, else the rows around the moment of the
 * prediction, those that compete and a few more. The same for all phases and joins of a spine row.
 */
export function tellingWindow(slice: EntitySlice, spineRow: number): TimeWindow {
  const rows = slice.joins.reduce((sum, join) => sum + join.rows.length, slice.spine.rows.length);
  const t = Number(momentOf(slice, spineRow));
  if (rows <= SHOWN_WHOLE) return withEdges(slice, t);
  let from = t;
  let to = t;
  for (const join of slice.joins) {
    const { candidates: times, chosenAt } = explanationOf(slice, join, spineRow);
    const split = candidateAtOrAfter(times, momentOf(slice, spineRow) + 1n);
    const near = [
      times[Math.max(0, split - NEIGHBOURS_BEFORE)],
      times[Math.min(times.length - 1, split + NEIGHBOURS_AFTER - 1)],
      times[chosenAt],
    ];
    for (const row of near) {
      if (row === undefined) continue;
      from = Math.min(from, Number(row.eventTime));
      to = Math.max(to, Number(row.eventTime));
    }
  }
  return withFuture(slice, from, to, t);
}

/** Everything, and the ends of the TTL windows where they are not far off. */
function withEdges(slice: EntitySlice, t: number): TimeWindow {
  const { firstUs, lastUs } = sliceExtent(slice);
  const whole = withFuture(slice, Number(firstUs), Number(lastUs), t);
  const reach = (whole.toUs - whole.fromUs) * EDGE_REACH;
  let { fromUs } = whole;
  for (const { rule } of slice.joins) {
    if (rule.ttlUs === null || rule.direction === "forward") continue;
    const edge = t - Number(rule.ttlUs);
    if (edge < whole.fromUs && edge > whole.fromUs - reach)
      fromUs = Math.min(fromUs, edge - (t - edge) * MARGIN);
  }
  return { fromUs, toUs: whole.toUs };
}

/** The future gets its part of the picture, so that it is seen to be there. */
function withFuture(slice: EntitySlice, from: number, to: number, t: number): TimeWindow {
  const idle = idleUs(slice, from, to);
  return padded(from, Math.max(to, t + Math.max(0, t - from - idle) * LEAST_FUTURE), idle);
}

/** How much of a stretch will be folded away: margins are shares of what is left. */
function idleUs(slice: EntitySlice, from: number, to: number): number {
  const folds = foldGaps({ fromUs: from, toUs: to + 1 }, ...sliceTimes(slice));
  return folds.reduce((sum, fold) => sum + fold.toUs - fold.fromUs, 0);
}

function padded(firstUs: number, lastUs: number, idle = 0): TimeWindow {
  const margin = lastUs > firstUs ? (lastUs - firstUs - idle) * MARGIN : LONE_MARGIN_US;
  return { fromUs: firstUs - margin, toUs: lastUs + margin };
}
