import { usePinch, useWheel } from "@use-gesture/react";
import { type PointerEvent, type RefObject, useRef } from "react";
import type { TimeScale } from "../geometry/time-scale";
import { panned, type TimeWindow, zoomed } from "../geometry/time-window";
import { capture, useHeldDrag } from "./use-held-drag";

const WHEEL_SPEED = 0.0022;
/** A hand that moved less has clicked. */
const LEAST_PX = 3;
/** Fingers that are closer count as this far apart: else they zoom without end. */
const LEAST_SPREAD_PX = 8;

/** What two fingers took hold of. */
interface Pinched {
  readonly window: TimeWindow;
  /** The moment under their middle, microseconds. */
  readonly us: number;
  readonly x: number;
}

/**
 * Zoom by Ctrl and the wheel (which is also what a trackpad's pinch sends), by two fingers, which may pan at the same
 * time, and pan by dragging the background. A plain wheel is left alone: it scrolls the page.
 *
 * @returns Handlers for the element that shows the picture; `scale` is the one it is drawn with.
 */
export function usePanZoom(
  ref: RefObject<SVGSVGElement | null>,
  scale: TimeScale,
  onWindow: (window: TimeWindow) => void,
) {
  const isPinching = useRef(false);
  const plotPx = scale.right - scale.left;
  const usAt = (clientX: number) => scale.us(clientX - (ref.current?.getBoundingClientRect().left ?? 0));

  const pan = useHeldDrag<{ window: TimeWindow; x: number; isStale: boolean }>({
    leastPx: LEAST_PX,
    take: (x) => ({ window: scale.window, x, isStale: false }),
    move: (from, x) => {
      // While two fingers are down the pinch moves the window; one that stays down goes on from where they left it.
      if (isPinching.current) {
        from.isStale = true;
        return;
      }
      if (from.isStale) {
        from.window = scale.window;
        from.x = x;
        from.isStale = false;
      }
      onWindow(panned(from.window, (from.x - x) / plotPx));
    },
    cancel: ({ window, isStale }) => isStale || onWindow(window),
  });

  const pinch = usePinch(
    ({ active, first, event, da: [spread], initial: [startSpread], origin: [x], memo }) => {
      isPinching.current = active;
      if (first) capture(ref.current, event);
      const from: Pinched = memo ?? { window: scale.window, us: usAt(x), x };
      const factor = Math.max(LEAST_SPREAD_PX, startSpread) / Math.max(LEAST_SPREAD_PX, spread);
      if (active && !first) onWindow(panned(zoomed(from.window, factor, from.us), (from.x - x) / plotPx));
      return from;
    },
    // A wheel is not a pinch: its notches are far coarser than what a trackpad sends.
    { pinchOnWheel: false },
  )();

  useWheel(
    ({ event, last, delta: [, dy] }) => {
      if (!event.ctrlKey || last) return;
      event.preventDefault();
      onWindow(zoomed(scale.window, Math.exp(dy * WHEEL_SPEED), usAt(event.clientX)));
    },
    // React listens passively to wheels, which cannot keep the page from zooming.
    { target: ref, eventOptions: { passive: false } },
  );

  return {
    handlers: {
      ...pinch,
      onPointerDown: (event: PointerEvent<SVGSVGElement>) => {
        pan.handlers.onPointerDown(event);
        pinch.onPointerDown?.(event);
      },
      // What lies under a finger loses it to the picture when the finger moves. That is not the finger's end.
      onLostPointerCapture: (event: PointerEvent<SVGSVGElement>) => {
        if (event.target === event.currentTarget) pinch.onLostPointerCapture?.(event);
      },
    },
    wasDragged: pan.wasDragged,
  };
}
