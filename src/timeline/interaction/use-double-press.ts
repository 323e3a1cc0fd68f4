import { type MouseEvent, useRef } from "react";
import { roundStep, snapped } from "../geometry/time-scale";
import type { Picture } from "../picture/picture-types";

/** A place on the empty background of a lane: whose lane, and when. */
export interface LanePoint {
  readonly join: number | "spine";
  /** On a round step, microseconds. */
  readonly us: bigint;
}

const AIM_PX = 8;

/** The lane and the moment at a place of the picture, pixels; `null` beside the lanes. */
export function laneAt({ metrics: m, scale, spine, lanes }: Picture, x: number, y: number): LanePoint | null {
  if (x < scale.left || x >= scale.right) return null;
  const isIn = (top: number, height: number) => y >= top && y < top + height;
  const join = isIn(spine.top, m.spineHeight)
    ? "spine"
    : lanes.find((lane) => isIn(lane.top, lane.height))?.join;
  if (join === undefined) return null;
  const us = scale.us(x);
  return { join, us: snapped(us, roundStep(Math.abs(scale.us(x + 1) - us), AIM_PX)) };
}

const SOON_MS = 500;
const NEAR_PX = 24;
const NOT_BACKGROUND = "[data-mark], [data-spine-row], [role=slider]";

/**
 * Reports two clicks or taps on the background, near to each other and soon after each other. Not by `dblclick`, which not every browser sends for taps; but how slow
 * a double click may be is the system's to say, where it says it.
 *
 * @returns The handler of clicks on the picture.
 */
export function useDoublePress(
  picture: Picture,
  onAdd: ((join: LanePoint["join"], us: bigint) => void) | undefined,
): (event: MouseEvent<SVGSVGElement>) => void {
  const before = useRef<{ readonly timeMs: number; readonly x: number; readonly y: number } | null>(null);
  return (event) => {
    if (onAdd === undefined) return;
    const box = event.currentTarget.getBoundingClientRect();
    const [x, y] = [event.clientX - box.left, event.clientY - box.top];
    const isBackground = !(event.target instanceof Element && event.target.closest(NOT_BACKGROUND));
    const place = isBackground ? laneAt(picture, x, y) : null;
    const first = before.current;
    const isSecond =
      first !== null &&
      Math.hypot(x - first.x, y - first.y) < NEAR_PX &&
      (event.detail === 2 || event.timeStamp - first.timeMs < SOON_MS);
    before.current = isSecond || place === null ? null : { timeMs: event.timeStamp, x, y };
    if (isSecond && place !== null) onAdd(place.join, place.us);
  };
}
