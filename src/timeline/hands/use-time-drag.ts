import type { KeyboardEvent, PointerEvent } from "react";
import { roundStep, snapped } from "../geometry/snap";
import type { TimeScale } from "../geometry/time-scale";
import { useHeldDrag } from "./use-held-drag";

/** A moment on the picture that can be moved. `final` is false while it is still in the hand. */
export type OnMove = (us: bigint, final: boolean) => void;

/** What hears of a moment's moving. */
export interface Movable {
  readonly onMove: OnMove;
  /** The hand gave up: what it moved goes back to where it was. */
  readonly onCancel: () => void;
}

const AIM_PX = 3;
const KEY_PX = 8;
const LARGE_KEY_PX = 80;
/** A hand that moved less has clicked. */
const LEAST_PX = 3;

export interface TimeDragHandlers {
  onPointerDown?: (event: PointerEvent<SVGElement>) => void;
  onKeyDown?: (event: KeyboardEvent<SVGElement>) => void;
}

interface Grabbed {
  readonly x: number;
  readonly us: number;
  /** The scale of the moment when it was taken: the picture may change under the hand. */
  readonly scale: TimeScale;
}

/**
 * Handlers that let a moment be dragged along the axis, on round times, and moved by the arrow keys with Alt (large
 * steps with Shift). Without `movable` they do nothing.
 *
 * @param originUs - What round times are counted from: a duration is round from the line on.
 * @param plainArrows - Whether the arrows alone move it too: where the element is a slider and nothing else.
 */
export function useTimeDrag(
  atUs: number,
  scale: TimeScale,
  movable: Movable | undefined,
  plainArrows: boolean,
  originUs = 0n,
): { handlers: TimeDragHandlers; wasDragged: () => boolean } {
  const drag = useHeldDrag<Grabbed>({
    isEnabled: movable !== undefined,
    leastPx: LEAST_PX,
    isAlone: true,
    take: (x) => ({ x, us: atUs, scale }),
    move: (from, x) => movable?.onMove(usUnder(from, x, originUs), false),
    drop: (from, x) => movable?.onMove(usUnder(from, x, originUs), true),
    cancel: () => movable?.onCancel(),
    gone: () => movable?.onCancel(),
  });
  if (movable === undefined) return { handlers: {}, wasDragged: drag.wasDragged };
  const onKeyDown = (event: KeyboardEvent<SVGElement>) => {
    const way = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (way === 0 || event.ctrlKey || event.metaKey || !(event.altKey || (plainArrows && !event.shiftKey)))
      return;
    event.preventDefault();
    event.stopPropagation();
    const step = roundStep(usPerPx(scale, atUs), event.shiftKey ? LARGE_KEY_PX : KEY_PX);
    movable.onMove(BigInt(Math.round(atUs)) + BigInt(way * step), true);
  };
  return { handlers: { ...drag.handlers, onKeyDown }, wasDragged: drag.wasDragged };
}

/** The round moment under the hand, in the picture: what is off the screen is not drawn, and would slip out of the hand. */
function usUnder({ x: grabbedX, us: grabbedUs, scale }: Grabbed, x: number, originUs: bigint): bigint {
  const px = scale.x(grabbedUs) + x - grabbedX;
  const us = scale.us(Math.min(scale.right - AIM_PX, Math.max(scale.left + AIM_PX, px)));
  return originUs + snapped(us - Number(originUs), roundStep(usPerPx(scale, us), AIM_PX));
}

function usPerPx(scale: TimeScale, us: number): number {
  const x = scale.x(us);
  return Math.abs(scale.us(x + 1) - scale.us(x));
}
