import type { EntitySlice } from "../../microfs/core";
import { idleUs } from "../geometry/folds";
import { MARGIN, padded, type TimeWindow } from "../geometry/time-window";
import { sliceIndex } from "../slice-index/slice-index";
import { momentOf, verdictsAt } from "../step/step-verdicts";

/** An entity with at most so many rows is shown whole. */
const SHOWN_WHOLE = 48;
const NEIGHBOURS_BEFORE = 5;
const NEIGHBOURS_AFTER = 2;
const LEAST_FUTURE = 0.24;
/** How far beyond everything else a TTL edge is still brought in, as a share of the rest. */
const EDGE_REACH = 1.2;

/**
 * The window that a step opens with: everything where that is little, else the rows around the moment of the
 * prediction, those that compete and a few more. The same for all phases and joins of a spine row.
 */
export function initialWindow(slice: EntitySlice, spineRow: number): TimeWindow {
  const rows = slice.joins.reduce((sum, join) => sum + join.rows.length, slice.spine.rows.length);
  const t = Number(momentOf(slice, spineRow));
  if (rows <= SHOWN_WHOLE) return withEdges(slice, t);
  let from = t;
  let to = t;
  for (const join of slice.joins) {
    const { candidates, length, chosenAt } = verdictsAt(slice, join, spineRow);
    const split = candidates.placesAt(momentOf(slice, spineRow)).to;
    const near = [
      Math.max(0, split - NEIGHBOURS_BEFORE),
      Math.min(length - 1, split + NEIGHBOURS_AFTER - 1),
      chosenAt,
    ];
    for (const place of near) {
      const us = candidates.eventUs[place];
      if (us === undefined) continue;
      from = Math.min(from, us);
      to = Math.max(to, us);
    }
  }
  return withFuture(slice, from, to, t);
}

/** Everything, and the ends of the TTL windows where they are not far off. */
function withEdges(slice: EntitySlice, t: number): TimeWindow {
  const { firstUs, lastUs } = sliceIndex(slice).extent;
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
  const idle = idleUs(from, to, sliceIndex(slice).moments);
  return padded(from, Math.max(to, t + Math.max(0, t - from - idle) * LEAST_FUTURE), idle);
}
