import { type RefObject, useLayoutEffect, useState } from "react";
import { useTextScale } from "../ui/use-text-scale";
import type { PictureSize } from "./geometry/metrics";

/**
 * By how much an element is drawn larger or smaller than it is laid out: 1, but in a picture that is scaled as a whole. What
 * a pointer or `getBoundingClientRect` says is in pixels of the screen; divided by this it is in those of the layout.
 */
export function drawnScale(element: Element | null): number {
  let laidOut = element;
  while (laidOut !== null && !(laidOut instanceof HTMLElement)) laidOut = laidOut.parentElement;
  if (laidOut === null || laidOut.offsetWidth === 0) return 1;
  const scale = laidOut.getBoundingClientRect().width / laidOut.offsetWidth;
  // A width that is no whole number of pixels is rounded in the layout.
  return Math.abs(scale - 1) < 0.02 ? 1 : scale;
}

/** The element's width in whole pixels of the layout, kept up to date; `fallback` until it is measured. */
export function useWidth(ref: RefObject<Element | null>, fallback: number): number {
  const [width, setWidth] = useState(fallback);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const measure = () => {
      const measured = Math.floor(element.getBoundingClientRect().width / drawnScale(element));
      if (measured > 0) setWidth(measured);
    };
    measure();
    if (typeof ResizeObserver === "undefined") return;
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return width;
}

/** What `tokens.css` makes of text for a projector. */
const LARGE_SCALE = 1.334;

export interface PageText {
  /** `large` where the page is shown by a projector: a picture has its own proportions for that. */
  readonly size: PictureSize;
  /** How much larger than usual the reader has set text in the browser: 2 for 200 %. */
  readonly scale: number;
}

/** How large the page's text is: that in a picture does not grow by itself as the page's does. */
export function usePageText(): PageText {
  const scale = useTextScale();
  const size = document.documentElement.dataset.size === "large" ? "large" : "regular";
  return { size, scale: size === "large" ? Number((scale / LARGE_SCALE).toFixed(3)) : scale };
}
