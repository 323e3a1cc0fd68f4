import { type PointerEvent as ReactPointerEvent, type RefObject, useEffect, useRef } from "react";
import type { TimeScale } from "../geometry/time-scale";
import { panned, type TimeWindow, zoomed } from "../geometry/time-window";

const WHEEL_SPEED = 0.0022;

/**
 * Zoom by Ctrl and the wheel (which is also what a trackpad's pinch sends), by two fingers, and pan by dragging the
 * background. A plain wheel is left alone: it scrolls the page.
 *
 * @returns Handlers for the element that shows the picture; `scale` is the one it is drawn with.
 */
export function usePanZoom(
  ref: RefObject<SVGSVGElement | null>,
  scale: TimeScale,
  onWindow: (window: TimeWindow) => void,
) {
  const latest = useRef({ scale, onWindow });
  useEffect(() => {
    latest.current = { scale, onWindow };
  });
  useEffect(() => {
    const element = ref.current;
    if (element === null) return;
    // React listens passively to wheels, which cannot keep the page from zooming.
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      const { scale: now, onWindow: report } = latest.current;
      const x = event.clientX - element.getBoundingClientRect().left;
      report(zoomed(now.window, Math.exp(event.deltaY * WHEEL_SPEED), now.us(x)));
    };
    element.addEventListener("wheel", onWheel, { passive: false });
    return () => element.removeEventListener("wheel", onWheel);
  }, [ref]);

  const fingers = useRef(new Map<number, number>());
  const onPointerDown = (event: ReactPointerEvent<SVGSVGElement>) => {
    if (event.pointerType === "mouse" && event.button !== 0) return;
    fingers.current.set(event.pointerId, event.clientX);
  };
  const onPointerMove = (event: ReactPointerEvent<SVGSVGElement>) => {
    const held = fingers.current;
    const before = held.get(event.pointerId);
    if (before === undefined || event.clientX === before) return;
    const element = event.currentTarget;
    if (!element.hasPointerCapture?.(event.pointerId)) element.setPointerCapture?.(event.pointerId);
    const others = [...held].filter(([id]) => id !== event.pointerId).map(([, x]) => x);
    held.set(event.pointerId, event.clientX);
    const [other] = others;
    if (other === undefined) {
      onWindow(panned(scale.window, (before - event.clientX) / (scale.right - scale.left)));
      return;
    }
    const left = element.getBoundingClientRect().left;
    const spread = Math.max(8, Math.abs(event.clientX - other));
    const factor = Math.max(8, Math.abs(before - other)) / spread;
    onWindow(zoomed(scale.window, factor, scale.us((event.clientX + other) / 2 - left)));
  };
  const release = (event: ReactPointerEvent<SVGSVGElement>) => {
    fingers.current.delete(event.pointerId);
  };
  return { onPointerDown, onPointerMove, onPointerUp: release, onPointerCancel: release };
}
