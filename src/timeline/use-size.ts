import { type RefObject, useLayoutEffect, useState } from "react";

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

/**
 * How much larger than usual the reader has set text in the browser: 2 for 200 %. Text in a picture does not grow by
 * itself as the page's does.
 *
 * @param width - Looked at again whenever it changes, since other text makes another width.
 */
export function useTextScale(width: number): number {
  const [scale, setScale] = useState(1);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of the width is the sign to measure again
  useLayoutEffect(() => {
    const px = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    if (px > 0) setScale(px / USUAL_PX);
  }, [width]);
  return scale;
}
