import { useDrag } from "@use-gesture/react";
import { type PointerEvent, useEffect, useRef } from "react";
import { onEscape } from "./on-escape";

/** What a drag does. `x` is where the hand is on the screen, pixels; `from` is what `take` has kept. */
export interface HeldDrag<From> {
  readonly isEnabled?: boolean;
  /** A hand that moved less has clicked, pixels. With 0 it takes hold where it comes down. */
  readonly leastPx: number;
  /** Whether nothing under it hears of the hand, and the pointer is its own before it moves. */
  readonly isAlone?: boolean;
  /** @returns What is to be known later of the moment when the hand came down, at `x`. */
  readonly take: (x: number) => From;
  readonly move: (from: From, x: number) => void;
  /** Let go: what was done stays. */
  readonly drop?: (from: From, x: number) => void;
  /** Everything goes back to where it was. */
  readonly cancel: (from: From) => void;
  /** What is dragged is no longer on the page. */
  readonly gone?: (from: From) => void;
}

/**
 * A drag along the axis that can be taken back: by Escape, and by the browser where it takes a touch for a scroll.
 *
 * @returns Handlers for what is dragged, and whether the click that follows was the end of a drag.
 */
export function useHeldDrag<From>(drag: HeldDrag<From>) {
  const held = useRef<{ readonly from: From; readonly forget: () => void } | null>(null);
  const dragged = useRef(false);
  const latest = useRef(drag);
  useEffect(() => {
    latest.current = drag;
  });
  const letGo = () => {
    const what = held.current;
    held.current = null;
    what?.forget();
    return what;
  };
  const cancel = () => {
    const what = letGo();
    if (what !== null) latest.current.cancel(what.from);
  };
  useEffect(
    () => () => {
      const what = held.current;
      held.current = null;
      what?.forget();
      if (what !== null) latest.current.gone?.(what.from);
    },
    [],
  );

  const bind = useDrag(
    ({ first, last, event, currentTarget, xy: [x], initial: [startX] }) => {
      if (first) {
        // A drag whose end never came.
        cancel();
        dragged.current = true;
        capture(currentTarget, event);
        held.current = { from: drag.take(startX), forget: onEscape(cancel) };
      }
      // After Escape the pointer is still down, but it holds nothing any more.
      if (held.current === null) return;
      if (!last) return drag.move(held.current.from, x);
      if (event.type !== "pointerup") return cancel();
      const what = letGo();
      if (what !== null) drag.drop?.(what.from, x);
    },
    {
      enabled: drag.isEnabled ?? true,
      // Only along the axis; a finger that goes up or down scrolls the page.
      threshold: [drag.leastPx, Number.POSITIVE_INFINITY],
      // The library would capture on what was hit, and that may be drawn anew under the hand. Without, it listens on the
      // window, which stays; `capture` is for cursor and hovering.
      pointer: { capture: false, keys: false },
    },
  );
  const { onPointerDown } = bind();
  return {
    handlers: {
      onPointerDown: (event: PointerEvent<Element>) => {
        dragged.current = false;
        if (onPointerDown === undefined) return;
        if (drag.isAlone && event.button === 0) {
          event.stopPropagation();
          // At once: a quick hand has left a narrow grip before it is seen to move.
          capture(event.currentTarget, event);
        }
        onPointerDown(event);
      },
    },
    wasDragged: () => dragged.current,
  };
}

/** The pointer belongs to the element until it is let go. Where there is no capture, in tests, it does without. */
export function capture(element: EventTarget | null, event: object): void {
  if (!(element instanceof Element) || !("pointerId" in event) || typeof event.pointerId !== "number") return;
  if (!element.hasPointerCapture?.(event.pointerId)) element.setPointerCapture?.(event.pointerId);
}
