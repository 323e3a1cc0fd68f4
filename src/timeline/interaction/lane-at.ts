import { roundStep, snapped } from "../geometry/snap";
import type { Picture } from "../picture/picture-types";

/** A place on the empty background of a lane: whose lane, and when. */
export interface LanePlace {
  readonly join: number | "spine";
  /** On a round step, microseconds. */
  readonly us: bigint;
}

const AIM_PX = 8;

/** The lane and the moment at a place of the picture, pixels; `null` beside the lanes. */
export function laneAt({ metrics: m, scale, spine, lanes }: Picture, x: number, y: number): LanePlace | null {
  if (x < scale.left || x >= scale.right) return null;
  const isIn = (top: number, height: number) => y >= top && y < top + height;
  const join = isIn(spine.top, m.spineHeight)
    ? "spine"
    : lanes.find((lane) => isIn(lane.top, lane.height))?.join;
  if (join === undefined) return null;
  const us = scale.us(x);
  return { join, us: snapped(us, roundStep(Math.abs(scale.us(x + 1) - us), AIM_PX)) };
}
