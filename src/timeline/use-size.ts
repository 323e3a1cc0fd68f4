import { type RefObject, useLayoutEffect, useState } from "react";
import { useTextScale } from "../ui/use-text-scale";
import type { PictureSize } from "./geometry/metrics";

/** The element's width in whole pixels, kept up to date; `fallback` until it is measured. */
export function useWidth(ref: RefObject<Element | null>, fallback: number): number {
  const [width, setWidth] = useState(fallback);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const measure = () => {
      const measured = Math.floor(element.getBoundingClientRect().width);
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
