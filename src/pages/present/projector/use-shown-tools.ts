import { type MouseEvent, type RefObject, useEffect, useRef, useState } from "react";

/** How long the tools stay after the pointer has moved, milliseconds. */
const SHOWN_MS = 3000;
/** Who presses so soon after they came has moved the pointer for them, and has not read them yet; milliseconds. */
const JUST_COME_MS = 300;
/** So far a mouse moves in a hand that only presses it, pixels. */
const STILL_PX = 4;

/** The tools of a window that shows nothing but the picture until the pointer is moved. */
export interface ShownTools {
  readonly isShown: boolean;
  /** Whether a press was meant for the tools, though it has missed them: then they are shown. */
  takesPress(event: MouseEvent): boolean;
}

/**
 * Shows the tools while the pointer moves, and keeps a press that was meant for them from turning the page.
 *
 * @param root - What the tools are in, each marked `data-tools`. They have their place also while they are not seen.
 */
export function useShownTools(root: RefObject<HTMLElement | null>): ShownTools {
  const [isShown, setShown] = useState(false);
  const cameMs = useRef<number | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const show = useRef((atMs: number) => {
    cameMs.current ??= atMs;
    setShown(true);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      cameMs.current = null;
      setShown(false);
    }, SHOWN_MS);
  });
  useEffect(() => {
    let rests: { readonly x: number; readonly y: number } | null = null;
    const onMove = ({ pointerType, clientX, clientY, timeStamp }: PointerEvent) => {
      // A finger that taps is no pointer that looks for something.
      if (pointerType === "touch") return;
      rests ??= { x: clientX, y: clientY };
      // What moves under a pointer that rests is no movement of it.
      if (Math.hypot(clientX - rests.x, clientY - rests.y) < STILL_PX) return;
      rests = { x: clientX, y: clientY };
      show.current(timeStamp);
    };
    window.addEventListener("pointermove", onMove);
    return () => {
      clearTimeout(timer.current);
      window.removeEventListener("pointermove", onMove);
    };
  }, []);
  return {
    isShown,
    takesPress({ clientX, clientY, timeStamp }) {
      const hasJustCome = cameMs.current !== null && timeStamp - cameMs.current < JUST_COME_MS;
      const places = root.current?.querySelectorAll("[data-tools]") ?? [];
      const isThere = [...places].some((place) => {
        const { left, right, top, bottom } = place.getBoundingClientRect();
        return clientX >= left && clientX < right && clientY >= top && clientY < bottom;
      });
      if (hasJustCome || isThere) show.current(timeStamp);
      return hasJustCome || isThere;
    },
  };
}
