import { type MouseEvent, useRef } from "react";
import type { Picture } from "../picture/picture-types";
import { type Ground, groundAt } from "./ground-at";

const SOON_MS = 500;
const NEAR_PX = 24;
const NO_GROUND = "[data-mark], [data-spine-row], [role=slider]";

/**
 * Hears of two clicks or taps on the same ground. Not by `dblclick`, which not every browser sends for taps; but how slow
 * a double click may be is the system's to say, where it says it.
 *
 * @returns What clicks on the picture are to be told to.
 */
export function useAskForRow(
  picture: Picture,
  onAdd: ((join: Ground["join"], us: bigint) => void) | undefined,
): (event: MouseEvent<SVGSVGElement>) => void {
  const before = useRef<{ readonly timeMs: number; readonly x: number; readonly y: number } | null>(null);
  return (event) => {
    if (onAdd === undefined) return;
    const box = event.currentTarget.getBoundingClientRect();
    const [x, y] = [event.clientX - box.left, event.clientY - box.top];
    const isGround = !(event.target instanceof Element && event.target.closest(NO_GROUND));
    const ground = isGround ? groundAt(picture, x, y) : null;
    const first = before.current;
    const isSecond =
      first !== null &&
      Math.hypot(x - first.x, y - first.y) < NEAR_PX &&
      (event.detail === 2 || event.timeStamp - first.timeMs < SOON_MS);
    before.current = isSecond || ground === null ? null : { timeMs: event.timeStamp, x, y };
    if (isSecond && ground !== null) onAdd(ground.join, ground.us);
  };
}
