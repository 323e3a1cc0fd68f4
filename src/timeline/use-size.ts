import { type RefObject, useLayoutEffect, useState } from "react";
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

const USUAL_PX = 16;
/** What `tokens.css` makes of text for a projector. */
const LARGE_SCALE = 1.334;

export interface PageText {
  /** `large` where the page is shown by a projector: a picture has its own proportions for that. */
  readonly size: PictureSize;
  /** How much larger than usual the reader has set text in the browser: 2 for 200 %. */
  readonly scale: number;
}

/**
 * How large the page's text is: that in a picture does not grow by itself as the page's does.
 *
 * @param width - Looked at again whenever it changes, since other text makes another width.
 */
export function usePageText(width: number): PageText {
  const [text, setText] = useState<PageText>({ size: "regular", scale: 1 });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of the width is the sign to measure again
  useLayoutEffect(() => {
    const root = document.documentElement;
    const px = Number.parseFloat(getComputedStyle(root).fontSize);
    const size = root.dataset.size === "large" ? "large" : "regular";
    const usualPx = size === "large" ? USUAL_PX * LARGE_SCALE : USUAL_PX;
    const scale = px > 0 ? Number((px / usualPx).toFixed(3)) : 1;
    setText((known) => (known.size === size && known.scale === scale ? known : { size, scale }));
  }, [width]);
  return text;
}
