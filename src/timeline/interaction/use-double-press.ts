import { type MouseEvent, useRef } from "react";
import type { Picture } from "../picture/picture-types";
import { type LanePlace, laneAt } from "./lane-at";

const SOON_MS = 500;
const NEAR_PX = 24;
const NOT_BACKGROUND = "[data-mark], [data-spine-row], [role=slider]";

/**
 * Hears of two clicks or taps on the same background. Not by `dblclick`, which not every browser sends for taps; but how slow
 * a double click may be is the system's to say, where it says it.
 *
 * @returns What clicks on the picture are to be told to.
 */
export function useDoublePress(
  picture: Picture,
  onAdd: ((join: LanePlace["join"], us: bigint) => void) | undefined,
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
