import { type KeyboardEvent, type PointerEvent, useRef } from "react";
import { roundStep, snapped } from "../geometry/snap";
import type { TimeScale } from "../geometry/time-scale";

/** A moment on the picture that can be moved. `final` is false while it is still in the hand. */
export type OnMove = (us: bigint, final: boolean) => void;

const AIM_PX = 3;
const KEY_PX = 8;
const LARGE_KEY_PX = 80;
/** A hand that moved less has clicked. */
const LEAST_PX = 3;

export interface TimeDragHandlers {
  onPointerDown?: (event: PointerEvent<SVGElement>) => void;
  onPointerMove?: (event: PointerEvent<SVGElement>) => void;
  onPointerUp?: (event: PointerEvent<SVGElement>) => void;
  onPointerCancel?: (event: PointerEvent<SVGElement>) => void;
  onKeyDown?: (event: KeyboardEvent<SVGElement>) => void;
}

interface Held {
  readonly startX: number;
  readonly grabbedUs: number;
  /** The scale of the moment when it was taken: the picture may change under the hand. */
  readonly scale: TimeScale;
  moved: boolean;
}

/**
 * Handlers that let a moment be dragged along the axis, on round times, and moved by the arrow keys with Alt (large
 * steps with Shift). Without `onMove` they do nothing.
 *
 * @param plainArrows - Whether the arrows alone move it too: where the element is a slider and nothing else.
 */
export function useTimeDrag(
  atUs: number,
  scale: TimeScale,
  onMove: OnMove | undefined,
  plainArrows: boolean,
): { handlers: TimeDragHandlers; wasDragged: () => boolean } {
  const held = useRef<Held | null>(null);
  const dragged = useRef(false);
  if (onMove === undefined) return { handlers: {}, wasDragged: () => false };
  const usAt = (event: PointerEvent<Element>, from: Held) => {
    const us = from.scale.us(from.scale.x(from.grabbedUs) + event.clientX - from.startX);
    return snapped(us, roundStep(usPerPx(from.scale, us), AIM_PX));
  };
  const end = (event: PointerEvent<Element>) => {
    const from = held.current;
    held.current = null;
    if (from?.moved) onMove(usAt(event, from), true);
    dragged.current = from?.moved ?? false;
  };
  return {
    /** Whether the click that follows was the end of a drag. */
    wasDragged: () => dragged.current,
    handlers: {
      onPointerDown: (event: PointerEvent<SVGElement>) => {
        if (event.pointerType === "mouse" && event.button !== 0) return;
        event.stopPropagation();
        // At once: a quick hand has left a narrow grip before it is seen to move.
        event.currentTarget.setPointerCapture?.(event.pointerId);
        dragged.current = false;
        held.current = { startX: event.clientX, grabbedUs: atUs, scale, moved: false };
      },
      onPointerMove: (event: PointerEvent<SVGElement>) => {
        const from = held.current;
        if (from === null) return;
        if (!from.moved && Math.abs(event.clientX - from.startX) < LEAST_PX) return;
        from.moved = true;
        event.stopPropagation();
        onMove(usAt(event, from), false);
      },
      onPointerUp: end,
      onPointerCancel: end,
      onKeyDown: (event: KeyboardEvent<SVGElement>) => {
        const way = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
        if (
          way === 0 ||
          event.ctrlKey ||
          event.metaKey ||
          !(event.altKey || (plainArrows && !event.shiftKey))
        )
          return;
        event.preventDefault();
        event.stopPropagation();
        const step = roundStep(usPerPx(scale, atUs), event.shiftKey ? LARGE_KEY_PX : KEY_PX);
        onMove(BigInt(Math.round(atUs)) + BigInt(way * step), true);
      },
    },
  };
}

function usPerPx(scale: TimeScale, us: number): number {
  const x = scale.x(us);
  return Math.abs(scale.us(x + 1) - scale.us(x));
}
